// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Progress;
import app.hometown.statistics.Interval;
import app.hometown.statistics.Verdict;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
    private static PairedComparison compare(double[] before, double[] after, boolean[] labels) {
        return PairedComparison.of(before, after, labels, 42, Progress.NONE);
    }

    /// Rows whose truth is a logistic of a normal; both models see it through noise of their own.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Case(double[] before, double[] after, boolean[] labels) {
        static Case of(int rows, double noiseBefore, double noiseAfter, SplittableRandom random) {
            double[] before = new double[rows];
            double[] after = new double[rows];
            boolean[] labels = new boolean[rows];
            for (int i = 0; i < rows; i++) {
                double truth = 1.5 * random.nextGaussian();
                labels[i] = random.nextDouble() < sigmoid(truth);
                before[i] = sigmoid(truth + noiseBefore * random.nextGaussian());
                after[i] = sigmoid(truth + noiseAfter * random.nextGaussian());
            }
            return new Case(before, after, labels);
        }

        private static double sigmoid(double z) {
            return 1 / (1 + Math.exp(-z));
        }
    }

    @Test
    void aModelIsNotBetterThanItself() {
        Case some = Case.of(500, 0.3, 0.3, new SplittableRandom(1));
        PairedComparison comparison = compare(some.before(), some.before(), some.labels());
        assertThat(comparison.aucGain()).isEqualTo(new Interval(0, 0, 0));
        assertThat(comparison.lossCut()).isEqualTo(new Interval(0, 0, 0));
        assertThat(comparison.changed()).isZero();
        assertThat(comparison.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aBetterModelIsFoundBetterAndTheOtherWorse() {
        Case some = Case.of(4000, 1.5, 0.2, new SplittableRandom(2));
        PairedComparison forth = compare(some.before(), some.after(), some.labels());
        assertThat(forth.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(forth.byLoss()).isEqualTo(Verdict.BETTER);
        PairedComparison back = compare(some.after(), some.before(), some.labels());
        assertThat(back.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(back.aucGain().estimate()).isCloseTo(-forth.aucGain().estimate(), within(1e-12));
        assertThat(forth.after().auc() - forth.before().auc())
                .isCloseTo(forth.aucGain().estimate(), within(1e-12));
        assertThat(forth.before().logLoss() - forth.after().logLoss())
                .isCloseTo(forth.lossCut().estimate(), within(1e-12));
    }

    /// The same order, other probabilities: the AUC cannot tell, the log-loss can.
    @Test
    void probabilitiesThatAreTooBoldShowInTheLossAlone() {
        Case some = Case.of(3000, 0.2, 0.2, new SplittableRandom(3));
        double[] bold = some.before().clone();
        for (int i = 0; i < bold.length; i++) {
            double logOdds = Math.log(bold[i] / (1 - bold[i]));
            bold[i] = 1 / (1 + Math.exp(-3 * logOdds));
        }
        PairedComparison comparison = compare(some.before(), bold, some.labels());
        assertThat(comparison.byAuc()).isEqualTo(Verdict.UNDECIDED);
        assertThat(comparison.byLoss()).isEqualTo(Verdict.WORSE);
        assertThat(comparison.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /// Two models of the same quality, 1,000 times: each verdict should err in about one case of twenty, the badge
    /// "better" in one of forty.
    @Test
    void equalModelsAreRarelyToldApart() {
        SplittableRandom random = new SplittableRandom(11);
        int rounds = 1000;
        int byAuc = 0;
        int byLoss = 0;
        int better = 0;
        for (int round = 0; round < rounds; round++) {
            Case some = Case.of(300, 0.8, 0.8, random);
            PairedComparison comparison =
                    PairedComparison.of(some.before(), some.after(), some.labels(), round, Progress.NONE);
            byAuc += comparison.byAuc() == Verdict.UNDECIDED ? 0 : 1;
            byLoss += comparison.byLoss() == Verdict.UNDECIDED ? 0 : 1;
            better += comparison.verdict() == Verdict.BETTER ? 1 : 0;
        }
        // 0.05 ± 3 standard deviations of a share of 1,000.
        assertThat((double) byAuc / rounds).isBetween(0.029, 0.071);
        assertThat((double) byLoss / rounds).isBetween(0.029, 0.071);
        assertThat((double) better / rounds).isBetween(0.008, 0.042);
    }

    /// Beyond 10,000 rows the bootstrap draws blocks; the interval must still be that of the mean.
    @Test
    void theBootstrapOfManyRowsIsAsWideAsTheNormalInterval() {
        Case some = Case.of(50_000, 0.8, 0.5, new SplittableRandom(4));
        double[] cuts = new double[some.labels().length];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = ClickCurves.rowLoss(some.before()[i], some.labels()[i])
                    - ClickCurves.rowLoss(some.after()[i], some.labels()[i]);
        }
        Interval normal = PermutationImportance.mean(cuts);
        Interval bootstrap = compare(some.before(), some.after(), some.labels()).lossCut();
        assertThat(bootstrap.estimate()).isCloseTo(normal.estimate(), within(1e-12));
        assertThat(bootstrap.halfWidth() / normal.halfWidth()).isBetween(0.93, 1.07);
    }
}
