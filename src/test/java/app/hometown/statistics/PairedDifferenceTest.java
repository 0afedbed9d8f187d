// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Progress;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedDifferenceTest {
    /// Thirty users, eighteen of them with the same value for both, skewed like differences of nDCG.
    private static final double[] SKEWED = {
        0, 0, 0, 0.1, 0, 0.37, 0, -0.05, 0.2, 0, 0, 0.13, 0, 0, 0.5, 0, -0.21, 0, 0, 0, 0.06, 0, 0.02, 0, 0, 0.31, 0, 0,
        -0.02, 0.11
    };

    private static final double[] FORTY = {
        0.12, 0.24, 0.01, -0.24, -0.06, -0.28, 0.14, 0.66, -0.08, -0.13, 0.32, 0.26, 0.16, -0.25, 0.11, 0.4, -0.42,
        -0.06, -0.64, -0.4, -0.62, 0.03, -0.39, 0.23, 0.18, 0.05, -0.89, -0.1, 0.1, 0.17, -0.49, -0.07, -0.27, -0.2,
        0.54, -0.2, 0.11, 0.47, -0.11, 0.08
    };

    private static PairedDifference of(double... differences) {
        return PairedDifference.of(new double[differences.length], differences, 42, Progress.NONE);
    }

    /// SciPy 1.10.1: bootstrap(method="percentile", n_resamples=200000) gives 0.0067 to 0.1018, and with
    /// confidence_level=0.9785, which is what twelve users who differ take, 0.0003 to 0.1120. 2,000 resamples are
    /// within 0.004 of
    /// that.
    @Test
    void intervalsAreThoseOfSciPy() {
        Interval percentile = MeanBootstrap.percentile(SKEWED, 42, Progress.NONE);
        assertThat(percentile.low()).isCloseTo(0.0067, within(0.004));
        assertThat(percentile.high()).isCloseTo(0.1018, within(0.004));
        Interval expanded = MeanBootstrap.expanded(SKEWED, 42, Progress.NONE);
        assertThat(expanded.low()).isCloseTo(0.0003, within(0.004));
        assertThat(expanded.high()).isCloseTo(0.1120, within(0.004));
        assertThat(expanded.estimate()).isCloseTo(Arrays.stream(SKEWED).sum() / 30, within(1e-15));
    }

    /// SciPy 1.10.1: scipy.stats.t.ppf(0.975, df).
    @ParameterizedTest
    @CsvSource({"1, 12.7062", "9, 2.26216", "19, 2.09302", "20, 2.08596", "50, 2.00856", "1000, 1.96234"})
    void reachesAreThoseOfSciPy(int freedom, double reach) {
        assertThat(Student.reach(freedom)).isCloseTo(reach, within(5e-4));
    }

    /// SciPy 1.10.1: permutation_test(permutation_type="samples"), exactly 0.04833984375, with zeros or without; of the
    /// forty 0.473677 from 2,000,000 draws.
    @Test
    void pValuesAreThoseOfSciPy() {
        assertThat(SignFlipTest.of(SKEWED, 1, Progress.NONE)).isEqualTo(new SignFlipTest(0.04833984375, true));
        SignFlipTest drawn = SignFlipTest.of(FORTY, 1, Progress.NONE);
        assertThat(drawn.exact()).isFalse();
        assertThat(drawn.p()).isCloseTo(0.473677, within(0.015));
        assertThat(of(FORTY).effect()).isCloseTo(-0.11552832914629034, within(1e-12));
    }

    /// Of the eight choices of signs of 1, 2, 3 only two reach a sum of 6, and four one of at least 4.
    @ParameterizedTest
    @CsvSource({"1, 2, 3, 0.25", "-1, 2, 3, 0.5", "1, 0, 0, 1", "0, 0, 0, 1"})
    void signsWorkedByHand(double a, double b, double c, double p) {
        assertThat(SignFlipTest.of(new double[] {a, b, c}, 1, Progress.NONE)).isEqualTo(new SignFlipTest(p, true));
    }

    @Test
    void usersWorkedByHand() {
        PairedDifference result = PairedDifference.of(
                new double[] {0.5, 0.5, 0.5, 0.5}, new double[] {0.75, 0.5, 0.25, 1}, 42, Progress.NONE);
        assertThat(result.users()).isEqualTo(4);
        assertThat(result.first()).isEqualTo(0.5);
        assertThat(result.second()).isEqualTo(0.625);
        assertThat(result.difference().estimate()).isEqualTo(0.125);
        assertThat(new int[] {result.better(), result.equal(), result.worse()}).containsExactly(2, 1, 1);
        // Differences 0.25, 0, -0.25, 0.5: squares about their mean sum to 0.3125.
        assertThat(result.effect()).isCloseTo(0.125 / Math.sqrt(0.3125 / 3), within(1e-15));
        assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /// G*Power 3.1, t test for two dependent means, two-sided, α 0.05, power 0.8: 34, 199 and 787 pairs.
    @ParameterizedTest
    @CsvSource({"0.5, 34", "-0.5, 34", "0.2, 199", "0.1, 787"})
    void usersNeededAreThoseOfGPower(double effect, long users) {
        assertThat(PairedDifference.usersNeeded(effect)).isEqualTo(users);
    }

    @Test
    void nothingIsFoundWhereNothingDiffers() {
        PairedDifference same = of(0, 0, 0, 0);
        assertThat(same.difference()).isEqualTo(new Interval(0, 0, 0));
        assertThat(same.p()).isEqualTo(1);
        assertThat(same.effect()).isZero();
        assertThat(same.usersNeeded()).isNull();
        assertThat(same.noise()).isEqualTo(1);
        assertThat(same.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aPointOfAnIntervalIsNoVerdict() {
        // All differ by as much, so every resample has the same mean; but chance does that once in four.
        PairedDifference few = of(0.1, 0.1, 0.1);
        assertThat(few.difference().low()).isEqualTo(0.1);
        assertThat(few.p()).isEqualTo(0.25);
        assertThat(few.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void moreUsersThanBlocksGiveWhatTheirDistributionDoes() {
        double[] many = IntStream.range(0, 50_000)
                .mapToDouble(user -> FORTY[user % 40] + 0.1)
                .toArray();
        Interval interval = MeanBootstrap.expanded(many, 3, Progress.NONE);
        double mean = Arrays.stream(many).average().orElseThrow();
        double error = Math.sqrt(Arrays.stream(many)
                        .map(value -> (value - mean) * (value - mean))
                        .sum())
                / 50_000;
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * error, within(0.08 * 3.92 * error));
        assertThat(SignFlipTest.of(many, 3, Progress.NONE).p()).isEqualTo(1e-4);
    }

    @Test
    void theSameSeedGivesTheSame() {
        assertThat(of(FORTY)).isEqualTo(of(FORTY));
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancels = new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> PairedDifference.of(FORTY, SKEWED, 1, cancels))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairedDifference.of(new double[40], FORTY, 1, cancels))
                .isInstanceOf(CancellationException.class);
    }

    /// Worked by hand: 0.005 · 4, 0.01 · 3, 0.03 · 2, and 0.04 · 1 raised to the one before.
    @Test
    void manyComparisonsAreCorrectedByHolm() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjusted(new double[] {0.6, 0.7})).containsExactly(1, 1);
        assertThat(Holm.adjusted(new double[0])).isEmpty();
    }
}
