// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.statistics.Interval;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlacementsTest {
    /// The example of J. A. Hanley and B. J. McNeil, Radiology 143, 1982: 109 computed tomographic images rated 1 to 5.
    /// The Stata manual (roctab) gives for it an area of 0.8932 with a standard error of 0.0307 and the interval
    /// 0.83295
    /// to 0.95339, by DeLong's method.
    @Test
    void thePublishedExampleComesOut() {
        int[] normal = {33, 6, 6, 11, 2};
        int[] abnormal = {3, 2, 2, 11, 33};
        double[] ratings = new double[109];
        boolean[] labels = new boolean[109];
        int row = 0;
        for (int rating = 0; rating < 5; rating++) {
            for (int n = 0; n < normal[rating] + abnormal[rating]; n++) {
                ratings[row] = rating + 1;
                labels[row++] = n >= normal[rating];
            }
        }
        Interval interval = Placements.of(ratings, labels).interval();
        assertThat(interval.estimate()).isCloseTo(0.8932, within(5e-5));
        assertThat(interval.low()).isCloseTo(0.83295, within(5e-6));
        assertThat(interval.high()).isCloseTo(0.95339, within(5e-6));
    }

    /// Three clicked and two other rows. Clicked: 0.9 beats both (1), 0.6 beats 0.2 and ties 0.6 (0.75), 0.4 beats 0.2
    /// (0.5); mean 0.75, variance 0.0625. Others: 0.6 is beaten by 0.9 and half by 0.6 (0.5), 0.2 by all (1);
    /// variance
    /// 0.125. So the variance of the AUC is 0.0625 / 3 + 0.125 / 2 = 1 / 12.
    @Test
    void aCaseWorkedByHand() {
        Interval interval = Placements.of(
                        new double[] {0.9, 0.6, 0.4, 0.6, 0.2}, new boolean[] {true, true, true, false, false})
                .interval();
        assertThat(interval.estimate()).isCloseTo(0.75, within(1e-15));
        assertThat(interval.halfWidth()).isCloseTo(1.959963984540054 * Math.sqrt(1.0 / 12), within(1e-14));
    }

    /// Against the definition, all pairs of rows one by one, evaluated in NumPy for the rows of [ClickCurvesTest] and
    /// another score.
    @Test
    void theDifferenceOfTwoCurvesIsThatOfTheDefinition() {
        int rows = 60;
        double[] one = new double[rows];
        double[] other = new double[rows];
        boolean[] labels = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            double step = (i * 37) % 50 / 50.0;
            one[i] = step + 0.01;
            other[i] = (i * 29 + 7) % 50 / 50.0 * 0.3 + one[i] * 0.6;
            labels[i] = (i * 53) % 97 / 97.0 < step * 0.8 + 0.1;
        }
        Interval alone = Placements.of(one, labels).interval();
        assertThat(alone.low()).isCloseTo(0.6459859379753282, within(1e-12));
        assertThat(alone.high()).isCloseTo(0.8897283477389576, within(1e-12));
        Interval difference =
                Placements.of(other, labels).minus(Placements.of(one, labels)).interval();
        assertThat(difference.estimate()).isCloseTo(-0.049107142857142905, within(1e-12));
        assertThat(difference.low()).isCloseTo(-0.11793138384777567, within(1e-12));
        assertThat(difference.high()).isCloseTo(0.01971709813348986, within(1e-12));
    }

    @Test
    void meansOfPlacementsAreThoseOfTheirAucs() {
        double[] one = {0.9, 0.6, 0.4, 0.6, 0.2};
        double[] other = {0.1, 0.6, 0.4, 0.6, 0.2};
        boolean[] labels = {true, true, true, false, false};
        double mean = Placements.mean(List.of(Placements.of(one, labels), Placements.of(other, labels)))
                .interval()
                .estimate();
        assertThat(mean)
                .isCloseTo(
                        (Placements.of(one, labels).interval().estimate()
                                        + Placements.of(other, labels)
                                                .interval()
                                                .estimate())
                                / 2,
                        within(1e-15));
    }

    /// Scores of clicked rows are normal with mean 1, of others with mean 0: the AUC is Φ(1/√2) = 0.7602499389.
    @Test
    void nineteenOfTwentyIntervalsHoldTheTruth() {
        SplittableRandom random = new SplittableRandom(7);
        int rounds = 1000;
        int held = 0;
        for (int round = 0; round < rounds; round++) {
            double[] scores = new double[1500];
            boolean[] labels = new boolean[scores.length];
            for (int i = 0; i < scores.length; i++) {
                labels[i] = i % 3 == 0;
                scores[i] = random.nextGaussian() + (labels[i] ? 1 : 0);
            }
            Interval interval = Placements.of(scores, labels).interval();
            held += interval.low() <= 0.7602499389 && 0.7602499389 <= interval.high() ? 1 : 0;
        }
        // 0.95 ± 3 standard deviations of a share of 1,000.
        assertThat((double) held / rounds).isBetween(0.929, 0.971);
    }

    @Test
    void refusesLabelsOfOneKind() {
        assertThatThrownBy(() -> Placements.of(new double[] {1, 2}, new boolean[] {true, true}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
