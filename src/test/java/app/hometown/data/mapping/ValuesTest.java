// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1.5       | false | 1.5
        -0.25     | false | -0.25
        1e3       | false | 1000
        1,5       | true  | 1.5
        1,5       | false | NaN
        1.5       | true  | NaN
        1.234,5   | true  | NaN
        12x       | false | NaN
        0x1p3     | false | NaN
        1d        | false | NaN
        -         | false | NaN
        """)
    void readsNumbers(String text, boolean comma, double number) {
        assertThat(Values.number(text, comma)).isEqualTo(Double.valueOf(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        12        | false | 12
        1,204     | false | 1204
        1,204,999 | false | 1204999
        1.204     | true  | 1204
        1 204 999 | false | 1204999
        1'204     | false | 1204
        1,20      | false | NaN
        1.5       | false | 1.5
        """)
    void readsCountsWithThousands(String text, boolean comma, double number) {
        assertThat(Values.count(text, comma)).isEqualTo(Double.valueOf(number));
    }

    @ParameterizedTest
    @CsvSource({"yes,1", "No,0", "TRUE,1", "false,0", "1,1", "0,0", "Y,1", "ja,1", "nein,0", "maybe,NaN", "2,NaN"})
    void readsFlags(String text, double flag) {
        assertThat(Values.flag(text)).isEqualTo(Double.valueOf(flag));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsLists(String text, String separator, List<String> elements) {
        assertThat(Values.list(text, separator)).isEqualTo(elements);
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("a;b;c", ";", List.of("a", "b", "c")),
                Arguments.of("a | just chatting |b", "|", List.of("a", "just chatting", "b")),
                Arguments.of("[1, 2, 3]", ";", List.of("1", "2", "3")),
                Arguments.of("[\"a, b\",\"c\"]", ";", List.of("a, b", "c")),
                Arguments.of("['a', 'b']", "|", List.of("a", "b")),
                Arguments.of("{a,b}", ";", List.of("a", "b")),
                Arguments.of("", ";", List.of()),
                Arguments.of("[]", ";", List.of()),
                Arguments.of("a;;b;", ";", List.of("a", "b")),
                Arguments.of("don't;stop", ";", List.of("don't", "stop")));
    }
}
