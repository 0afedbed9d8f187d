// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.learning.Algorithm;
import app.hometown.learning.TrainingOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumeralTest {
    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void eachNumberIsShownAndSetByItself(Algorithm algorithm) {
        List<Numeral> numerals = Numeral.of(algorithm);
        Set<TrainingOptions> changed = new HashSet<>();
        for (Numeral numeral : numerals) {
            TrainingOptions start = TrainingOptions.DEFAULT.with(algorithm);
            String other = numeral.whole() ? "7" : "0.25";
            TrainingOptions next = numeral.set(start, other);
            assertThat(numeral.text(next)).isEqualTo(other);
            numerals.stream().filter(each -> !each.equals(numeral)).forEach(each -> assertThat(each.text(next))
                    .isEqualTo(each.text(start)));
            assertThat(numeral.set(next, numeral.text(start))).isEqualTo(start);
            changed.add(next);
        }
        assertThat(changed).hasSameSizeAs(numerals).doesNotContain(TrainingOptions.DEFAULT.with(algorithm));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void whatIsNotPossibleIsRefused(Algorithm algorithm) {
        for (Numeral numeral : Numeral.of(algorithm)) {
            TrainingOptions start = TrainingOptions.DEFAULT.with(algorithm);
            assertThatThrownBy(() -> numeral.set(start, "many")).isInstanceOf(NumberFormatException.class);
            assertThatThrownBy(() -> numeral.set(start, "-1")).isInstanceOf(InputException.class);
            if (!numeral.whole()) {
                assertThat(numeral.set(start, "0,5")).isEqualTo(numeral.set(start, "0.5"));
            }
        }
    }
}
