// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.evaluation.Comparison;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementTest {
    @ParameterizedTest
    @CsvSource({
        "3, 1, RISES, ▲2, Rises 2 ranks from Basic to ML.",
        "2, 1, RISES, ▲1, Rises 1 rank from Basic to ML.",
        "1, 4, FALLS, ▼3, Falls 3 ranks from Basic to ML.",
        "5, 5, STAYS, =, Same rank in Basic and ML.",
        "0, 2, ENTERS, ● new, 'In ML, not in Basic.'",
        "2, 0, LEAVES, ○ out, 'In Basic, not in ML.'"
    })
    void movesFromBasicToMl(int basic, int ml, Movement.Kind kind, String glyph, String words) {
        Movement movement = Movement.of(new Comparison.Place(7, rank(basic), rank(ml)));
        assertThat(movement.kind()).isEqualTo(kind);
        assertThat(movement.glyph()).isEqualTo(glyph);
        assertThat(movement.words("Basic", "ML")).isEqualTo(words);
    }

    private static OptionalInt rank(int rank) {
        return rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank);
    }
}
