// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Path FILE = Path.of("some.csv");

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("a", List.of(List.of("a"))),
                Arguments.of("a,b\n", List.of(List.of("a", "b"))),
                Arguments.of("a,b\r\nc,d\r\n", List.of(List.of("a", "b"), List.of("c", "d"))),
                Arguments.of("a,b\rc,d", List.of(List.of("a", "b"), List.of("c", "d"))),
                Arguments.of("a,\n,b\n", List.of(List.of("a", ""), List.of("", "b"))),
                Arguments.of("a,", List.of(List.of("a", ""))),
                Arguments.of(",", List.of(List.of("", ""))),
                Arguments.of("a\n\n\nb\n", List.of(List.of("a"), List.of("b"))),
                Arguments.of("\"a,b\",\"c\"\"d\"\n", List.of(List.of("a,b", "c\"d"))),
                Arguments.of("\"a\nb\",c", List.of(List.of("a\nb", "c"))),
                Arguments.of("\"\",\"\"", List.of(List.of("", ""))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsRecords(String text, List<List<String>> rows) {
        assertThat(Csv.parse(FILE, text)).isEqualTo(rows);
    }

    @Test
    void readsWhatItWrites() {
        List<List<String>> rows =
                List.of(List.of("a", "", "c,d"), List.of("\"", "\"\"", "x\"y"), List.of("\n", "\r\n", " "));
        StringBuilder csv = new StringBuilder();
        rows.forEach(row -> Csv.append(csv, row));
        assertThat(Csv.parse(FILE, csv.toString())).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\"b", "a\n\"b\"c", "a\n\"b\" ,c"})
    void namesTheLineOfABrokenQuote(String text) {
        assertThatThrownBy(() -> Csv.parse(FILE, text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("some.csv, line 2: ");
    }
}
