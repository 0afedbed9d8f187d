// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvSourceTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> dialects() {
        return Stream.of(
                Arguments.of("plain", "id,lat\na,1.5\nb,2.5\n", new Dialect(",", false, true)),
                Arguments.of("semicolon", "id;lat\na;1.5\nb;2.5\n", new Dialect(";", false, true)),
                Arguments.of("decimal comma", "id;lat\na;1,5\nb;2,5\n", new Dialect(";", true, true)),
                Arguments.of("tabs", "id\tlat\na\t1.5\nb\t2.5\n", new Dialect("\t", false, true)),
                Arguments.of("bars", "id|lat\na|1.5\nb|2.5\n", new Dialect("|", false, true)),
                Arguments.of("quoted decimal comma", "id,lat\na,\"1,5\"\nb,\"2,5\"\n", new Dialect(",", true, true)),
                Arguments.of("Windows lines", "id,lat\r\na,1.5\r\nb,2.5\r\n", new Dialect(",", false, true)),
                Arguments.of("no last line break", "id,lat\na,1.5\nb,2.5", new Dialect(",", false, true)),
                Arguments.of("lists inside", "id;likes;lat\na;\"1,2\";1.5\nb;3,4;2.5", new Dialect(";", false, true)),
                Arguments.of("no names", "a,1.5\nb,2.5\n", new Dialect(",", false, false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialects")
    void seesHowItIsWritten(String name, String text, Dialect dialect) throws IOException {
        assertThat(Source.open(file(text)).dialect()).contains(dialect);
    }

    @Test
    void readsQuotesLineBreaksAndTheMark() throws IOException {
        Source source = Source.open(file("\uFEFFid,say\n\"a\",\"he said \"\"hi\"\",\nthen left\"\nb,plain\n"));
        assertThat(source.header()).containsExactly("id", "say");
        assertThat(rows(source)).containsExactly("[a, he said \"hi\",\nthen left]", "[b, plain]");
    }

    @Test
    void tellsNothingFromAnEmptyText() throws IOException {
        assertThat(rows(Source.open(file("id,say,more\na,,\"\"\n")))).containsExactly("[a, null, ]");
    }

    @Test
    void readsGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("id;größe\na;1,5\n".getBytes(StandardCharsets.UTF_8));
        }
        Source source = Source.open(Files.write(folder.resolve("x.csv.gz"), packed.toByteArray()));
        assertThat(source.header()).containsExactly("id", "größe");
        assertThat(rows(source)).containsExactly("[a, 1,5]");
        assertThat(source.format().codecs()).containsExactly("GZIP");
    }

    @Test
    void namesColumnsThatHaveNoNameOrTheSame() throws IOException {
        assertThat(Source.open(file("id,,id\na,b,c\n")).header()).containsExactly("id", "column 2", "id (2)");
        assertThat(Source.open(file("a,1\nb,2\n")).header()).containsExactly("column 1", "column 2");
    }

    @Test
    void canBeTakenOtherwise() throws IOException {
        CsvSource source = (CsvSource) Source.open(file("name,place\nann,\"1,5\"\n"));
        Source without = source.with(source.written().withHeader(false));
        assertThat(rows(without)).containsExactly("[name, place]", "[ann, 1,5]");
    }

    @Test
    void readsMoreThanTheBeginning() throws IOException {
        StringBuilder text = new StringBuilder("id,n\n");
        IntStream.range(0, 50_000)
                .forEach(
                        n -> text.append("row-").append(n).append(',').append(n).append('\n'));
        List<String> rows = rows(Source.open(file(text.toString())));
        assertThat(rows).hasSize(50_000);
        assertThat(rows.getLast()).isEqualTo("[row-49999, 49999]");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("x.csv"), text);
    }

    private static List<String> rows(Source source) {
        int[] all = IntStream.range(0, source.columns().size()).toArray();
        List<String> rows = new ArrayList<>();
        try (Source.Rows reading = source.rows(all)) {
            @Nullable Object[] row = reading.next(Progress.NONE);
            while (row != null) {
                rows.add(Arrays.toString(row));
                row = reading.next(Progress.NONE);
            }
        }
        return rows;
    }
}
