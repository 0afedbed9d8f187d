// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.InputException;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringNumber;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnobTest {
    private Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void english() {
        before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @ParameterizedTest
    @EnumSource(Knob.class)
    void theDefaultStandsOnItsSliderAndComesBackFromIt(Knob knob) {
        double standard = knob.of(Scoring.DEFAULT);
        assertThat(knob.at(knob.position(standard))).isEqualTo(standard);
    }

    @ParameterizedTest
    @EnumSource(Knob.class)
    void everyPlaceOfASliderGivesANumberThatAScoringTakes(Knob knob) {
        double last = Double.NEGATIVE_INFINITY;
        for (double place = 0; place <= 1; place += 1.0 / 512) {
            double number = knob.at(place);
            assertThat(knob.of(knob.in(Scoring.DEFAULT, number))).isEqualTo(number);
            assertThat(number).isGreaterThanOrEqualTo(last);
            assertThat(knob.position(number)).isCloseTo(place, within(0.06));
            last = number;
        }
    }

    @ParameterizedTest
    @EnumSource(Knob.class)
    void changesNoOtherNumber(Knob knob) {
        Scoring changed = knob.in(Scoring.DEFAULT, 77);
        for (Knob other : Knob.values()) {
            assertThat(other.of(changed)).isEqualTo(other == knob ? 77 : other.of(Scoring.DEFAULT));
        }
    }

    @Test
    void everyNumberOfAScoringHasItsKnob() {
        Set<Knob> knobs = new HashSet<>();
        for (ScoringNumber number : ScoringNumber.values()) {
            assertThat(Knob.of(number).key()).isEqualTo(number.key());
            knobs.add(Knob.of(number));
        }
        assertThat(knobs).hasSize(ScoringNumber.values().length);
    }

    @ParameterizedTest
    @CsvSource({
        "US,1.5,1.5",
        "US,'1,000',1000",
        "US,-3e-2,-0.03",
        "GERMANY,'1,5',1.5",
        "GERMANY,1.5,1.5",
        "GERMANY,'1.000,5',1000.5"
    })
    void readsNumbersAsThePersonWritesThem(String country, String typed, double number) {
        Locale.setDefault(Locale.Category.FORMAT, country.equals("US") ? Locale.US : Locale.GERMANY);
        assertThat(KnobFormat.number("Quality", typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"one", "''", "1.5 points", "1..5"})
    void whatIsNoNumberIsSaidToBeNone(String typed) {
        assertThatThrownBy(() -> KnobFormat.number("Quality", typed)).isInstanceOf(InputException.class);
    }
}
