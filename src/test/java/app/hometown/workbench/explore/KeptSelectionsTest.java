// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSelectionsTest {
    private static final Catalog CATALOG = catalog(7);

    @TempDir
    Path folder;

    private static Catalog catalog(long seed) {
        return Generator.generate(new GeneratorOptions(40, 30, 10, seed), Progress.NONE)
                .catalog();
    }

    private static Selections selections() {
        BitSet users = new BitSet();
        users.set(3, 9);
        BitSet streams = new BitSet();
        streams.set(29);
        return new Selections(
                List.of(new Selection("Paris people", Kind.USERS, users), new Selection("One", Kind.STREAMS, streams)));
    }

    @Test
    void whatIsKeptComesBackWithTheSameDataWhateverTheClockDid() {
        Catalog later = CATALOG.with(CATALOG.streams()
                .with(List.of(new Streams.Change(1, !CATALOG.streams().live(1), 5))));
        new KeptSelections(folder).write(later, selections());
        assertThat(new KeptSelections(folder).read(catalog(7))).isEqualTo(selections());
    }

    @Test
    void otherDataHasItsOwn() {
        var kept = new KeptSelections(folder);
        kept.write(CATALOG, selections());
        assertThat(kept.read(catalog(8))).isEqualTo(Selections.NONE);
        kept.write(catalog(8), new Selections(List.of(selections().all().getFirst())));
        assertThat(kept.read(CATALOG)).isEqualTo(selections());
    }

    @Test
    void noneLeaveNoFile() throws IOException {
        var kept = new KeptSelections(folder);
        kept.write(CATALOG, selections());
        kept.write(CATALOG, Selections.NONE);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aBrokenFileIsAsGoodAsNone() throws IOException {
        var kept = new KeptSelections(folder);
        kept.write(CATALOG, selections());
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        String written = Files.readString(file);
        for (String broken : List.of("", "{", "[]", written.replace("\"USERS\"", "null"), written.substring(40))) {
            Files.writeString(file, broken);
            assertThat(new KeptSelections(folder).read(CATALOG)).isEqualTo(Selections.NONE);
        }
        Files.writeString(file, written.replace("user_000004", "user_gone"));
        assertThat(new KeptSelections(folder).read(CATALOG).all().getFirst().count())
                .isEqualTo(5);
    }
}
