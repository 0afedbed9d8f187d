// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptMappingsTest {
    @TempDir
    private Path folder;

    @Test
    void fitTheNextFileWithTheSameColumns() throws IOException {
        Source first = csv("one.csv", "wo;breite\na;1,5\n");
        KeptMappings.Kept kept = kept("the German one", first);
        KeptMappings mappings = new KeptMappings(folder.resolve("mappings.json"));
        assertThat(mappings.fitting(first)).isEmpty();
        mappings.keep(kept);
        Source next = csv("two.csv", "wo;breite\nb;2,5\n");
        assertThat(new KeptMappings(folder.resolve("mappings.json")).fitting(next))
                .contains(kept);
        assertThat(mappings.fitting(csv("three.csv", "wo;laenge\nb;2,5\n"))).isEmpty();
    }

    @Test
    void areReplacedByNameAndByColumns() throws IOException {
        KeptMappings mappings = new KeptMappings(folder.resolve("mappings.json"));
        Source one = csv("one.csv", "a;b\n1;2\n");
        Source two = csv("two.csv", "c;d\nx;y\n");
        mappings.keep(kept("one", one));
        mappings.keep(kept("two", two));
        mappings.keep(kept("other", one));
        assertThat(mappings.all()).extracting(KeptMappings.Kept::name).containsExactly("other", "two");
        mappings.keep(kept("two", one));
        assertThat(mappings.all()).extracting(KeptMappings.Kept::name).containsExactly("two");
        mappings.forget("two");
        assertThat(mappings.all()).isEmpty();
    }

    @Test
    void countAsNoneWhenTheFileIsBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("mappings.json"), "{\"version\": 1, ");
        assertThat(new KeptMappings(file).all()).isEmpty();
        Files.writeString(file, "{\"version\": 2, \"mappings\": []}");
        assertThat(new KeptMappings(file).all()).isEmpty();
    }

    private static KeptMappings.Kept kept(String name, Source source) {
        Mapping mapping = new Mapping(FileKind.USERS, java.util.Map.of())
                .with(
                        FileKind.USERS.target("latitude"),
                        Binding.column("breite").times(0.5))
                .with(FileKind.USERS.target("city"), Binding.constant("nowhere"));
        return new KeptMappings.Kept(
                name, List.copyOf(source.header()), source.dialect().orElse(null), mapping);
    }

    private Source csv(String name, String text) throws IOException {
        return Source.open(Files.writeString(folder.resolve(name), text));
    }
}
