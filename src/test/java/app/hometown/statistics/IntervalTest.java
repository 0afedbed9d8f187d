// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /// The first four: R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
    /// Medicine
    /// 17, 1998, table I, method 3 (the score method without continuity correction).
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718",
        "10, 10, 0.7225, 1.0000"
    })
    void sharesHaveWilsonsInterval(long hits, long count, double low, double high) {
        Interval interval = Interval.share(hits, count);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
        assertThat(interval.estimate()).isEqualTo((double) hits / count);
    }

    @Test
    void nothingCountedTellsNothing() {
        assertThat(Interval.share(0, 0)).isEqualTo(new Interval(0, 0, 1));
    }

    @Test
    void knowsOnWhichSideOfZeroItIs() {
        assertThat(new Interval(1, 0.5, 1.5).excludesZero()).isTrue();
        assertThat(new Interval(-1, -1.5, -0.5).excludesZero()).isTrue();
        assertThat(new Interval(0.1, -0.5, 0.7).excludesZero()).isFalse();
        assertThat(new Interval(0.1, -0.5, 0.7).negated()).isEqualTo(new Interval(-0.1, -0.7, 0.5));
        assertThat(new Interval(0.9, 0.7, 1.1).within(0, 1)).isEqualTo(new Interval(0.9, 0.7, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0.003, 0.0026, 4",
        "0.3, 0.26, 4",
        "0.00003, 0.00042, 5",
        "0.00003, 0.000042, 6",
        "-0.00003, 0.0000042, 7",
        "0.00003, 0.00000042, 7",
        "0.000021, 0, 6",
        "-0.000021, 0, 6",
        "0, 0, 4"
    })
    void isWrittenWithTwoDigitsOfHalfItsWidth(double estimate, double half, int decimals) {
        Interval interval = new Interval(estimate, estimate - half, estimate + half);
        assertThat(interval.decimals(4)).isEqualTo(decimals);
        assertThat(interval.decimals(1)).isBetween(1, Math.min(4, decimals));
    }
}
