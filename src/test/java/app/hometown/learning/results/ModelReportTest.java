// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.learning.Algorithm;
import app.hometown.learning.DataSplit;
import app.hometown.learning.FitProgress;
import app.hometown.learning.LogisticModel;
import app.hometown.learning.Metrics;
import app.hometown.learning.Training;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingResult;
import app.hometown.learning.TrainingSet;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.ClickModel;
import app.hometown.statistics.Interval;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelReportTest {
    private static final Generated DATA = Generator.generate(GeneratorOptions.DEFAULT, Progress.NONE);
    private static final TrainingOptions OPTIONS = TrainingOptions.DEFAULT;
    private static final TrainingSet SET = set(OPTIONS);
    private static final TrainingResult RESULT = Training.train(SET, OPTIONS, FitProgress.of(Progress.NONE));
    private static final ModelReport REPORT = ModelReport.of(RESULT.model(), SET, OPTIONS, true, 0, Progress.NONE);

    private static TrainingSet set(TrainingOptions options) {
        return TrainingSet.prepare(DATA.train(), Optional.empty(), DATA.catalog(), options, Progress.NONE);
    }

    @Test
    void measuresTheSameRowsAsTheTraining() {
        assertThat(REPORT.test().rows()).isEqualTo(RESULT.test().rows());
        assertThat(REPORT.test().auc().estimate()).isCloseTo(RESULT.test().auc(), within(1e-12));
        assertThat(REPORT.train().logLoss()).isCloseTo(RESULT.train().logLoss(), within(1e-12));
        assertThat(REPORT.oracle().orElseThrow().auc().estimate())
                .isCloseTo(RESULT.oracleAuc().orElseThrow(), within(1e-12));
    }

    @Test
    void referencesStandInTheirOrder() {
        assertThat(REPORT.constant().auc()).isEqualTo(new Interval(0.5, 0.5, 0.5));
        double rate = (double) RESULT.train().clicked() / RESULT.train().rows();
        double testRate = (double) RESULT.test().clicked() / RESULT.test().rows();
        assertThat(REPORT.constant().logLoss())
                .isCloseTo(-testRate * Math.log(rate) - (1 - testRate) * Math.log(1 - rate), within(1e-12));
        assertThat(REPORT.distanceOnly().auc().estimate())
                .isGreaterThan(0.6)
                .isLessThan(REPORT.test().auc().estimate());
        assertThat(REPORT.distanceOnly().logLoss())
                .isBetween(REPORT.test().logLoss(), REPORT.constant().logLoss());
        assertThat(REPORT.oracle().orElseThrow().logLoss())
                .isLessThan(REPORT.test().logLoss());
    }

    @Test
    void shufflingHurtsWhatTheModelUses() {
        FeatureImportance first = REPORT.importances().stream()
                .max(Comparator.comparingDouble(one -> one.aucDrop().estimate()))
                .orElseThrow();
        assertThat(first.feature()).isEqualTo(Feature.SAME_LANGUAGE);
        assertThat(first.aucDrop().excludesZero()).isTrue();
        assertThat(first.lossRise().excludesZero()).isTrue();
        FeatureImportance useless = REPORT.importances().get(Feature.USER_TOTAL_WATCH_HOURS.ordinal());
        assertThat(useless.aucDrop().estimate()).isCloseTo(0, within(0.002));
    }

    @Test
    void aFeatureThatAModelDoesNotLookAtHasNoImportance() {
        double[] coefficients = new double[Feature.COUNT];
        coefficients[Feature.SAME_LANGUAGE.ordinal()] = 2;
        ClickModel blind = new LogisticModel(coefficients, -1.5);
        for (FeatureImportance one : PermutationImportance.of(blind, SET.test(), 1, Progress.NONE)) {
            if (one.feature() == Feature.SAME_LANGUAGE) {
                assertThat(one.lossRise().low()).isPositive();
            } else {
                assertThat(one.aucDrop()).isEqualTo(new Interval(0, 0, 0));
                assertThat(one.lossRise()).isEqualTo(new Interval(0, 0, 0));
            }
        }
    }

    /// With one coefficient only, every row has the same probability when that feature is set.
    @Test
    void dependenceOfASingleFeatureIsTheModelItself() {
        double[] coefficients = new double[Feature.COUNT];
        coefficients[Feature.STREAM_QUALITY_SCORE.ordinal()] = 0.3;
        PartialDependence dependence = PartialDependences.of(
                        new LogisticModel(coefficients, -1), SET.test(), 1, Progress.NONE)
                .get(Feature.STREAM_QUALITY_SCORE.ordinal());
        assertThat(dependence.values()).hasSizeBetween(10, 25).isSorted();
        for (int i = 0; i < dependence.values().size(); i++) {
            double expected = 1 / (1 + Math.exp(1 - 0.3 * dependence.values().get(i)));
            assertThat(dependence.means().get(i)).isCloseTo(expected, within(1e-12));
            int value = i;
            assertThat(dependence.lines()).hasSize(12).allSatisfy(line -> assertThat(line.get(value))
                    .isCloseTo(expected, within(1e-12)));
        }
        assertThat(dependence.span()).isPositive();
        assertThat(dependence.deciles()).hasSize(9).isSorted();
    }

    @Test
    void flagsHaveTwoValues() {
        assertThat(REPORT.dependences().get(Feature.SAME_CITY.ordinal()).values())
                .containsExactly(0.0, 1.0);
        assertThat(REPORT.dependences()
                        .get(Feature.USER_TOTAL_WATCH_HOURS.ordinal())
                        .span())
                .isLessThan(0.05);
    }

    @Test
    void coefficientsAreThoseOfTheModelAndTheirIntervalsFitTheData() {
        for (StandardisedCoefficient one : REPORT.coefficients()) {
            double importance = RESULT.importances().getOrDefault(one.feature(), Double.NaN);
            assertThat(Math.abs(one.standardised().estimate())).isCloseTo(importance, within(1e-12));
            assertThat(one.raw() * one.deviation()).isCloseTo(one.standardised().estimate(), within(1e-12));
        }
        Interval language =
                REPORT.coefficients().get(Feature.SAME_LANGUAGE.ordinal()).standardised();
        assertThat(language.low()).isPositive();
        // Features that say nearly the same leave it open which of them it is.
        assertThat(REPORT.coefficients()
                        .get(Feature.IS_LOCAL_MATCH.ordinal())
                        .standardised()
                        .halfWidth())
                .isGreaterThan(3 * language.halfWidth());
    }

    /// The same training on 60 other draws of the data: where a model of most data is taken for the truth, nine tenths
    /// and more of the intervals of the smaller ones should hold it.
    @Test
    void intervalsOfCoefficientsHoldTheTruth() {
        Generated much = Generator.generate(new GeneratorOptions(3000, 500, 150_000, 5), Progress.NONE);
        var samples = much.train();
        int held = 0;
        int all = 0;
        LogisticModel truth = (LogisticModel)
                Training.train(samples, much.catalog(), OPTIONS, Progress.NONE).model();
        for (int part = 0; part < 60; part++) {
            int first = part;
            var some =
                    samples.at(IntStream.range(0, 2500).map(i -> i * 60 + first).toArray());
            TrainingSet set = TrainingSet.prepare(some, Optional.empty(), much.catalog(), OPTIONS, Progress.NONE);
            TrainingResult result = Training.train(set, OPTIONS, FitProgress.of(Progress.NONE));
            ModelReport report = ModelReport.of(result.model(), set, OPTIONS, false, 0, Progress.NONE);
            for (Feature feature :
                    new Feature[] {Feature.SAME_LANGUAGE, Feature.CATEGORY_MATCH, Feature.IS_PARTNERED}) {
                StandardisedCoefficient one = report.coefficients().get(feature.ordinal());
                double true1 = truth.coefficient(feature) * one.deviation();
                held += one.standardised().low() <= true1
                                && true1 <= one.standardised().high()
                        ? 1
                        : 0;
                all++;
            }
        }
        assertThat((double) held / all).isBetween(0.89, 1.0);
    }

    @Test
    void crossValidationTestsEverySampleOnce() {
        CrossValidation validation = CrossValidation.of(SET, OPTIONS, 5, Progress.NONE);
        assertThat(validation.folds()).hasSize(5);
        assertThat(validation.folds().stream().mapToInt(Metrics::rows).sum()).isEqualTo(25_000);
        assertThat(validation.folds().stream().mapToInt(Metrics::clicked).sum())
                .isEqualTo(DATA.train().clickedCount());
        assertThat(validation.folds()).allSatisfy(fold -> assertThat((double) fold.clicked() / fold.rows())
                .isCloseTo(DATA.train().clickedCount() / 25_000.0, within(1e-3)));
        assertThat(validation.auc().estimate()).isCloseTo(RESULT.test().auc(), within(0.01));
        TrainingOptions byUsers = OPTIONS.with(DataSplit.USERS);
        assertThat(CrossValidation.of(set(byUsers), byUsers, 3, Progress.NONE).folds())
                .allSatisfy(fold -> assertThat(fold.rows()).isBetween(8_200, 8_470));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void everyAlgorithmHasAReport(Algorithm algorithm) {
        Generated small = Generator.generate(new GeneratorOptions(100, 80, 1500, 3), Progress.NONE);
        TrainingOptions options = new TrainingOptions(algorithm, 1);
        TrainingSet set = TrainingSet.prepare(small.train(), Optional.empty(), small.catalog(), options, Progress.NONE);
        TrainingResult result = Training.train(set, options, FitProgress.of(Progress.NONE));
        ModelReport report = ModelReport.of(result.model(), set, options, true, 2, Progress.NONE);
        assertThat(report.importances()).hasSize(Feature.COUNT);
        assertThat(report.coefficients()).hasSize(algorithm == Algorithm.LOGISTIC ? Feature.COUNT : 0);
        assertThat(result.importances().getOrDefault(Feature.SAME_LANGUAGE, 0.0))
                .isGreaterThan(0.5);
        assertThat(report.crossValidation().orElseThrow().auc().estimate()).isBetween(0.7, 0.9);
    }

    /// Whatever is being done, the next look at the progress ends it.
    @Test
    void canBeCancelledAtEveryStep() {
        AtomicInteger steps = new AtomicInteger();
        ModelReport.of(RESULT.model(), SET, OPTIONS, true, 2, counting(steps, Integer.MAX_VALUE));
        int all = steps.get();
        assertThat(all).isGreaterThan(200);
        for (int at = 1; at < all * 0.9; at += Math.max(1, all / 25)) {
            AtomicInteger counted = new AtomicInteger();
            Progress stops = counting(counted, at);
            assertThatThrownBy(() -> ModelReport.of(RESULT.model(), SET, OPTIONS, true, 2, stops))
                    .isInstanceOf(CancellationException.class);
            assertThat(counted.get()).isEqualTo(at);
        }
    }

    private static Progress counting(AtomicInteger steps, int last) {
        return new Progress() {
            @Override
            public void phase(String name, long total) {
                done(0);
            }

            @Override
            public synchronized void done(long count) {
                if (steps.get() >= last) {
                    throw new CancellationException("cancelled");
                }
                if (steps.incrementAndGet() == last) {
                    throw new CancellationException("cancelled");
                }
            }
        };
    }
}
