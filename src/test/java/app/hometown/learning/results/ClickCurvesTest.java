// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.learning.Metrics;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickCurvesTest {
    private static final int ROWS = 60;
    private static final double[] PROBABILITIES = new double[ROWS];
    private static final boolean[] LABELS = new boolean[ROWS];

    static {
        for (int i = 0; i < ROWS; i++) {
            double step = (i * 37) % 50 / 50.0;
            PROBABILITIES[i] = step + 0.01;
            LABELS[i] = (i * 53) % 97 / 97.0 < step * 0.8 + 0.1;
        }
    }

    private static final ClickCurves CURVES = ClickCurves.of(PROBABILITIES, LABELS);

    /// Figures of scikit-learn 1.2.1 (roc_auc_score, average_precision_score, log_loss, brier_score_loss) for the same
    /// numbers.
    @Test
    void agreesWithScikitLearn() {
        assertThat(CURVES.clicked()).isEqualTo(32);
        assertThat(CURVES.auc().estimate()).isCloseTo(0.7678571428571429, within(1e-14));
        assertThat(CURVES.averagePrecision()).isCloseTo(0.787517991308762, within(1e-14));
        assertThat(CURVES.logLoss()).isCloseTo(0.6202421928675572, within(1e-14));
        assertThat(CURVES.brier()).isCloseTo(0.19996666666666668, within(1e-14));
    }

    /// Figures of scikit-learn 1.2.1 (confusion_matrix, precision_score, recall_score, f1_score, accuracy_score of
    /// p > threshold).
    @ParameterizedTest
    @CsvSource({
        "0.3, 27, 15, 5, 13, 0.6428571428571429, 0.84375, 0.7297297297297298, 0.6666666666666666",
        "0.5, 22, 8, 10, 20, 0.7333333333333333, 0.6875, 0.7096774193548386, 0.7",
        "0.8, 10, 2, 22, 26, 0.8333333333333334, 0.3125, 0.45454545454545453, 0.6"
    })
    void anyThresholdAgreesWithScikitLearn(
            double threshold,
            int hits,
            int falseAlarms,
            int misses,
            int rightlyLeft,
            double precision,
            double recall,
            double f1,
            double accuracy) {
        ThresholdMetrics at = CURVES.at(threshold);
        assertThat(at).isEqualTo(new ThresholdMetrics(threshold, hits, falseAlarms, misses, rightlyLeft));
        assertThat(at.precision()).isCloseTo(precision, within(1e-14));
        assertThat(at.recall()).isCloseTo(recall, within(1e-14));
        assertThat(at.f1()).isCloseTo(f1, within(1e-14));
        assertThat(at.accuracy()).isCloseTo(accuracy, within(1e-14));
    }

    /// Figures of scikit-learn 1.2.1: calibration_curve with n_bins=5, strategy="uniform".
    @Test
    void calibrationByWidthAgreesWithScikitLearn() {
        double[] observed = {0.25, 0.27272727272727, 0.66666666666667, 0.61538461538462, 0.83333333333333};
        double[] foretold = {0.1, 0.29363636363636, 0.495, 0.70230769230769, 0.90833333333333};
        List<CalibrationBin> bins = CURVES.calibrationByWidth(5);
        assertThat(bins).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(bins.get(i).observed().estimate()).isCloseTo(observed[i], within(1e-13));
            assertThat(bins.get(i).foretold()).isCloseTo(foretold[i], within(1e-13));
            assertThat(bins.get(i).from()).isCloseTo(i / 5.0, within(1e-15));
        }
        assertThat(bins.stream().mapToInt(CalibrationBin::count).sum()).isEqualTo(ROWS);
    }

    /// Figures of scikit-learn 1.2.1: calibration_curve with n_bins=4, strategy="quantile", which happens to part these
    /// rows as we do.
    @Test
    void calibrationByCountAgreesWithScikitLearn() {
        double[] observed = {0.2, 0.46666666666667, 0.625, 0.85714285714286};
        double[] foretold = {0.12466666666667, 0.38333333333333, 0.645, 0.89};
        List<CalibrationBin> bins = CURVES.calibrationByCount(4);
        assertThat(bins).extracting(CalibrationBin::count).containsExactly(15, 15, 16, 14);
        for (int i = 0; i < 4; i++) {
            assertThat(bins.get(i).observed().estimate()).isCloseTo(observed[i], within(1e-13));
            assertThat(bins.get(i).foretold()).isCloseTo(foretold[i], within(1e-13));
        }
    }

    /// Points of roc_curve(drop_intermediate=False) and precision_recall_curve of scikit-learn 1.2.1.
    @Test
    void curvesAgreeWithScikitLearn() {
        List<CurvePoint> roc = CURVES.roc(1000);
        assertThat(roc).hasSize(51).startsWith(new CurvePoint(0, 0, Double.POSITIVE_INFINITY));
        assertThat(roc.get(10).x()).isCloseTo(0.07142857142857142, within(1e-15));
        assertThat(roc.get(10).y()).isEqualTo(0.3125);
        assertThat(roc.get(10).threshold()).isEqualTo(0.81);
        assertThat(roc.getLast().x()).isEqualTo(1);
        assertThat(roc.getLast().y()).isEqualTo(1);
        List<CurvePoint> precisionRecall = CURVES.precisionRecall(1000);
        assertThat(precisionRecall).hasSize(51);
        CurvePoint point = precisionRecall.get(51 - 1 - 20);
        assertThat(point.y()).isCloseTo(0.7027027027027027, within(1e-15));
        assertThat(point.x()).isEqualTo(0.8125);
        assertThat(point.threshold()).isCloseTo(0.41, within(1e-15));
    }

    @Test
    void longCurvesAreThinnedAndKeepTheirEnds() {
        SplittableRandom random = new SplittableRandom(1);
        double[] probabilities = random.doubles(20_000).toArray();
        boolean[] labels = new boolean[probabilities.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < probabilities[i];
        }
        ClickCurves curves = ClickCurves.of(probabilities, labels);
        List<CurvePoint> roc = curves.roc(200);
        assertThat(roc).hasSizeBetween(150, 200).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
        assertThat(roc.getLast().x()).isEqualTo(1);
        assertThat(roc.getLast().y()).isEqualTo(1);
        double area = 0;
        for (int i = 1; i < roc.size(); i++) {
            area += (roc.get(i).x() - roc.get(i - 1).x())
                    * (roc.get(i).y() + roc.get(i - 1).y())
                    / 2;
        }
        assertThat(area).isCloseTo(curves.auc().estimate(), within(2e-3));
        assertThat(curves.precisionRecall(200)).hasSizeBetween(150, 200);
        assertThat(curves.calibrationError(10)).isLessThan(0.02);
        assertThat(curves.histogram(20).stream()
                        .mapToInt(bin -> bin.clicked() + bin.notClicked())
                        .sum())
                .isEqualTo(labels.length);
    }

    @Test
    void agreesWithTheHousesMetrics() {
        Metrics metrics = Metrics.of(PROBABILITIES, LABELS);
        assertThat(CURVES.auc().estimate()).isCloseTo(metrics.auc(), within(1e-15));
        assertThat(CURVES.logLoss()).isCloseTo(metrics.logLoss(), within(1e-15));
        assertThat(CURVES.at(0.5).accuracy()).isEqualTo(metrics.accuracy());
        assertThat(CURVES.at(0.5).f1()).isCloseTo(metrics.f1(), within(1e-15));
    }

    @Test
    void theThresholdOfTheBestF1HasIt() {
        double best = 0;
        for (double threshold = 0; threshold < 1; threshold += 0.001) {
            best = Math.max(best, CURVES.at(threshold).f1());
        }
        assertThat(CURVES.at(CURVES.bestF1Threshold()).f1()).isEqualTo(best);
    }

    @Test
    void rowsOfTheSameProbabilityStayTogether() {
        double[] probabilities = {0.2, 0.2, 0.2, 0.2, 0.8, 0.8};
        boolean[] labels = {true, false, false, false, true, false};
        ClickCurves curves = ClickCurves.of(probabilities, labels);
        assertThat(curves.calibrationByCount(3))
                .extracting(CalibrationBin::count, CalibrationBin::clicked)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4, 1), org.assertj.core.groups.Tuple.tuple(2, 1));
        assertThat(curves.roc(100)).hasSize(3);
        assertThat(curves.histogram(2)).containsExactly(new ScoreBin(0, 0.5, 1, 3), new ScoreBin(0.5, 1, 1, 1));
        assertThat(curves.at(0.2)).isEqualTo(new ThresholdMetrics(0.2, 1, 1, 1, 3));
        assertThat(curves.at(1)).isEqualTo(new ThresholdMetrics(1, 0, 0, 2, 4));
        assertThat(curves.at(1).precision()).isZero();
    }
}
