// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rankers of known difference, a few hundred times each; `CoverageSimulation` in the benchmarks does it thousands of
/// times. The seeds are fixed, so these figures are the same every time; the limits are three standard errors wide.
class CoverageTest {
    private static final int TIMES = 400;

    /// Of 50 users some ten differ; then intervals are wider than they need be.
    @ParameterizedTest
    @CsvSource({
        "20, 0, 0.2, 0.2, 0.983",
        "50, 0.8, 0.1, 0.1, 1",
        "100, 0.5, 0.2, 0.3, 0.983",
        "300, 0.8, 0.1, 0.2, 0.983"
    })
    void intervalsCoverAsOftenAsTheyClaim(int users, double sameLists, double first, double second, double most) {
        SimulatedRankers rankers = new SimulatedRankers(sameLists, first, second);
        FixedRandom random = new FixedRandom(11, 0);
        int covered = 0;
        for (int time = 0; time < TIMES; time++) {
            Interval interval = MeanBootstrap.expanded(rankers.draw(users, random), time, Progress.NONE);
            covered +=
                    interval.low() <= rankers.trueDifference() && rankers.trueDifference() <= interval.high() ? 1 : 0;
        }
        assertThat(covered / (double) TIMES).isBetween(0.917, most);
    }

    @ParameterizedTest
    @CsvSource({"25, 0", "100, 0.5", "300, 0.8"})
    void theTestErrsAsRarelyAsItClaims(int users, double sameLists) {
        SimulatedRankers rankers = new SimulatedRankers(sameLists, 0.2, 0.2);
        FixedRandom random = new FixedRandom(12, 0);
        int found = 0;
        int verdicts = 0;
        for (int time = 0; time < TIMES; time++) {
            double[] differences = rankers.draw(users, random);
            PairedDifference result = PairedDifference.of(new double[users], differences, time, Progress.NONE);
            found += result.p() < PairedDifference.LEVEL ? 1 : 0;
            verdicts += result.verdict() != Verdict.UNDECIDED ? 1 : 0;
        }
        assertThat(found / (double) TIMES).isBetween(0.017, 0.083);
        assertThat(verdicts).isLessThanOrEqualTo(found);
    }

    /// As many users as [PairedDifference#usersNeeded] says find the difference about 80 times of 100; where few users
    /// differ, all to one side, somewhat more often.
    @ParameterizedTest
    @CsvSource({"0, 0.2, 0.3", "0.5, 0.2, 0.35"})
    void thePowerIsThatOfTheUsersNeeded(double sameLists, double first, double second) {
        SimulatedRankers rankers = new SimulatedRankers(sameLists, first, second);
        FixedRandom random = new FixedRandom(13, 0);
        double[] all = rankers.draw(200_000, random);
        Long needed = PairedDifference.of(new double[all.length], all, 1, Progress.NONE)
                .usersNeeded();
        assertThat(needed).isNotNull().isBetween(20L, 2000L);
        int users = needed == null ? 0 : needed.intValue();
        int found = 0;
        for (int time = 0; time < TIMES; time++) {
            found += SignFlipTest.of(rankers.draw(users, random), time, Progress.NONE)
                                    .p()
                            < PairedDifference.LEVEL
                    ? 1
                    : 0;
        }
        assertThat(found / (double) TIMES).isBetween(0.74, 0.90);
    }
}
