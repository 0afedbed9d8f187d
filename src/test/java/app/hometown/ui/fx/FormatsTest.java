// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void useEnglish() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0", "9.96, 10.0", "99.94, 99.9", "99.96, 100", "12345.6, '12,346'"})
    void distancesHaveADecimalOnlyBelowAHundredKilometres(double km, String number) {
        assertThat(Formats.km(km)).isEqualTo(number + "\u202fkm");
    }

    @ParameterizedTest
    @CsvSource({"6.434, 6.43", "-0.001, 0.00", "-0.006, -0.01", "1234.5, '1,234.50'"})
    void scoresHaveTwoDecimalsAndNeverShowMinusZero(double score, String text) {
        assertThat(Formats.score(score)).isEqualTo(text);
    }

    @Test
    void theWholeWorldIsARadiusToo() {
        assertThat(Formats.radius(OptionalDouble.empty())).isEqualTo("whole world");
        assertThat(Formats.radius(OptionalDouble.of(1000))).isEqualTo("1,000\u202fkm");
    }

    @Test
    void coordinatesNameTheirHemispheres() {
        assertThat(Formats.coordinates(-33.9249, 18.4241)).isEqualTo("33.92° S  18.42° E");
        assertThat(Formats.coordinates(40.7128, -74.006)).isEqualTo("40.71° N  74.01° W");
    }

    @Test
    void sharesCarryTheirSignWhereAsked() {
        assertThat(Formats.signedPercent(0.0314)).isEqualTo("+3.1%");
        assertThat(Formats.signedPercent(-0.0314)).isEqualTo("-3.1%");
    }

    @Test
    void numbersFollowTheUsersLocale() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        assertThat(Formats.score(1234.5)).isEqualTo("1.234,50");
    }
}
