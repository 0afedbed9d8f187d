// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.ClickModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitterTest {
    private static final TrainingData DATA = data();

    private static TrainingData data() {
        Generated generated = Generator.generate(new GeneratorOptions(300, 200, 9000, 3), Progress.NONE);
        return TrainingData.of(generated.train(), generated.catalog(), Progress.NONE);
    }

    private static int[] rows(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    /// Few trees, so that tests are quick.
    private static TrainingOptions options(Algorithm algorithm, long seed) {
        return new TrainingOptions(algorithm, seed)
                .with(new TrainingOptions.BoostedTrees(30, 3, 0.1, 0.7, 20))
                .with(new TrainingOptions.RandomForest(25, 10, 5, 1.0, 20));
    }

    private static Fit fit(Algorithm algorithm, long seed) {
        return Fitter.of(algorithm).fit(DATA, rows(0, 6000), options(algorithm, seed), FitProgress.of(Progress.NONE));
    }

    private static Metrics measured(ClickModel model, TrainingData data, int[] rows) {
        double[] probabilities = new double[rows.length];
        boolean[] labels = new boolean[rows.length];
        double[] features = new double[Feature.COUNT];
        for (int i = 0; i < rows.length; i++) {
            data.features(rows[i], features);
            probabilities[i] = model.probability(features);
            labels[i] = data.clicked(rows[i]);
        }
        return Metrics.of(probabilities, labels);
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameModelOnAnyNumberOfProcessors(Algorithm algorithm) throws Exception {
        Fit fit = fit(algorithm, 5);
        assertThat(fit(algorithm, 5)).isEqualTo(fit);
        for (int processors : new int[] {1, 3}) {
            Fitter fitter =
                    switch (algorithm) {
                        case BOOSTED_TREES -> new BoostedTreesFitter(processors);
                        case RANDOM_FOREST -> new RandomForestFitter(processors);
                        case LOGISTIC, ADDITIVE -> Fitter.of(algorithm);
                    };
            try (ForkJoinPool pool = new ForkJoinPool(processors)) {
                assertThat(pool.submit(() -> fitter.fit(
                                        DATA, rows(0, 6000), options(algorithm, 5), FitProgress.of(Progress.NONE)))
                                .get())
                        .isEqualTo(fit);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOSTED_TREES", "RANDOM_FOREST"})
    void anotherSeedGivesAnotherModel(Algorithm algorithm) {
        assertThat(fit(algorithm, 6).parameters())
                .isNotEqualTo(fit(algorithm, 5).parameters());
    }

    @ParameterizedTest
    @EnumSource
    void watchesTheLossThatTheModelHas(Algorithm algorithm) {
        List<LossPoint> seen = new ArrayList<>();
        FitProgress watching = new FitProgress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {}

            @Override
            public void loss(LossPoint point) {
                seen.add(point);
            }
        };
        Fit fit = Fitter.of(algorithm).fit(DATA, rows(0, 6000), rows(6000, 9000), options(algorithm, 1), watching);
        assertThat(fit.lossCurve()).isEqualTo(seen).hasSize(fit.iterations());
        assertThat(seen.getLast().step()).isEqualTo(fit.iterations());
        ClickModel model = fit.parameters().model();
        assertThat(seen.getLast().train())
                .isCloseTo(measured(model, DATA, rows(0, 6000)).logLoss(), within(1e-9));
        assertThat(seen.getLast().heldOut())
                .isCloseTo(measured(model, DATA, rows(6000, 9000)).logLoss(), within(1e-9));
        assertThat(seen.getLast().train()).isLessThan(seen.getFirst().train() + 1e-12);
    }

    @Test
    void aForestWatchesTheRowsThatItsTreesWereSpared() {
        LossPoint last = fit(Algorithm.RANDOM_FOREST, 1).lossCurve().getLast();
        assertThat(last.heldOut()).isBetween(last.train(), last.train() + 0.1);
        assertThat(fit(Algorithm.BOOSTED_TREES, 1).lossCurve().getLast().heldOut())
                .isNaN();
    }

    /// Where clicks depend on two features together and bend in a third, a logistic regression is lost.
    @Test
    void treesFindWhatActsTogetherAndCurvesWhatBends() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] rows = new double[8000][Feature.COUNT];
        BitSet together = new BitSet();
        BitSet bent = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < Feature.COUNT; j++) {
                rows[i][j] = random.nextDouble();
            }
            together.set(i, random.nextDouble() < (rows[i][3] > 0.5 == rows[i][7] > 0.5 ? 0.9 : 0.1));
            bent.set(i, random.nextDouble() < (Math.abs(rows[i][8] - 0.5) < 0.25 ? 0.9 : 0.1));
        }
        TrainingOptions options = options(Algorithm.LOGISTIC, 1);
        assertThat(auc(TrainingData.of(rows, together), options)).isLessThan(0.55);
        assertThat(auc(TrainingData.of(rows, together), options.with(Algorithm.BOOSTED_TREES)))
                .isGreaterThan(0.85);
        assertThat(auc(TrainingData.of(rows, together), options.with(Algorithm.RANDOM_FOREST)))
                .isGreaterThan(0.8);
        assertThat(auc(TrainingData.of(rows, bent), options)).isLessThan(0.55);
        TrainingOptions curves = options.with(Algorithm.ADDITIVE).with(new TrainingOptions.Additive(16, 1));
        assertThat(auc(TrainingData.of(rows, bent), curves)).isGreaterThan(0.85);
    }

    private static double auc(TrainingData data, TrainingOptions options) {
        Fit fit = Fitter.of(options.algorithm()).fit(data, rows(0, 6000), options, FitProgress.of(Progress.NONE));
        return measured(fit.parameters().model(), data, rows(6000, 8000)).auc();
    }

    @Test
    void curvesHaveTheMeanNought() {
        ModelParameters.Additive additive =
                (ModelParameters.Additive) fit(Algorithm.ADDITIVE, 1).parameters();
        for (Feature feature : Feature.values()) {
            double mean = 0;
            for (int row = 0; row < 6000; row++) {
                mean += additive.model().contribution(feature, DATA.feature(row, feature)) / 6000;
            }
            assertThat(mean).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void leavesAndDepthsAreAsAsked() {
        TrainingOptions options = options(Algorithm.BOOSTED_TREES, 2)
                .with(new TrainingOptions.BoostedTrees(5, 1, 0.5, 1, 1))
                .with(new TrainingOptions.RandomForest(5, 2, 14, 1, 2500));
        var boosted = (ModelParameters.BoostedTrees) Fitter.of(Algorithm.BOOSTED_TREES)
                .fit(DATA, rows(0, 6000), options, FitProgress.of(Progress.NONE))
                .parameters();
        assertThat(boosted.trees()).hasSize(5).allMatch(tree -> tree.leaf().length == 2 && tree.feature().length == 1);
        var forest = (ModelParameters.RandomForest) Fitter.of(Algorithm.RANDOM_FOREST)
                .fit(DATA, rows(0, 6000), options, FitProgress.of(Progress.NONE))
                .parameters();
        assertThat(forest.trees()).hasSize(5).allMatch(tree -> tree.leaf().length <= 2);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhenThereIsNothingToLearn(Algorithm algorithm) {
        Fitter fitter = Fitter.of(algorithm);
        FitProgress silent = FitProgress.of(Progress.NONE);
        TrainingData none = TrainingData.of(new double[50][Feature.COUNT], new BitSet());
        assertThatThrownBy(() -> fitter.fit(none, rows(0, 50), options(algorithm, 1), silent))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none of the 50 samples was clicked");
        assertThatThrownBy(() -> fitter.fit(none, rows(0, 0), options(algorithm, 1), silent))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there are none");
    }

    @ParameterizedTest
    @EnumSource
    void samplesThatAreAllAlikeGiveTheShareOfClicks(Algorithm algorithm) {
        BitSet clicked = new BitSet();
        clicked.set(0, 30);
        TrainingData alike = TrainingData.of(new double[120][Feature.COUNT], clicked);
        Fit fit = Fitter.of(algorithm).fit(alike, rows(0, 120), options(algorithm, 1), FitProgress.of(Progress.NONE));
        assertThat(fit.parameters().model().probability(new double[Feature.COUNT]))
                .isCloseTo(0.25, within(0.03));
    }

    @ParameterizedTest
    @EnumSource
    void stopsWhereverItIsCancelled(Algorithm algorithm) {
        // How often it looks beyond that depends on how long things take.
        assertThat(calls(algorithm, Integer.MAX_VALUE)).isGreaterThan(12);
        for (int call : new int[] {1, 2, 5, 12}) {
            assertThatThrownBy(() -> calls(algorithm, call)).isInstanceOf(CancellationException.class);
        }
    }

    /// How often a fit looks whether it is still wanted.
    private static int calls(Algorithm algorithm, int last) {
        int[] calls = {0};
        FitProgress counting = new FitProgress() {
            @Override
            public void phase(String name, long total) {
                look();
            }

            @Override
            public void done(long count) {
                look();
            }

            @Override
            public void loss(LossPoint point) {
                look();
            }

            private void look() {
                if (++calls[0] >= last) {
                    throw new CancellationException();
                }
            }
        };
        Fitter.of(algorithm).fit(DATA, rows(0, 3000), options(algorithm, 1), counting);
        return calls[0];
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 2e6, Double.NaN})
    void impossibleNumbersAreRefusedByName(double value) {
        assertThatThrownBy(() -> new TrainingOptions.Logistic(value))
                .isInstanceOf(InputException.class)
                .hasMessage("C: " + value + " is not possible. Give a number from 1.0E-6 to 1000000.0.");
        assertThatThrownBy(() -> new TrainingOptions.BoostedTrees(10, 3, value, 1, 1))
                .hasMessageContaining("learning rate");
        assertThatThrownBy(() -> new TrainingOptions.BoostedTrees(10, 3, 0.1, value, 1))
                .hasMessageContaining("subsample");
        assertThatThrownBy(() -> new TrainingOptions.Additive(16, value - 3)).hasMessageContaining("smoothness");
        assertThatThrownBy(() -> new TrainingOptions.RandomForest(10, 3, 15, 1, 1))
                .hasMessageContaining("features per split");
        assertThatThrownBy(() -> new TrainingOptions.RandomForest(10, 33, 4, 1, 1))
                .hasMessageContaining("depth");
        assertThatThrownBy(() -> TrainingOptions.DEFAULT.withRowLimit(99)).hasMessageContaining("row limit");
    }

    @Test
    void anotherAlgorithmBringsItsOwnRowLimit() {
        TrainingOptions trees = TrainingOptions.DEFAULT.with(Algorithm.BOOSTED_TREES);
        assertThat(trees).isEqualTo(new TrainingOptions(Algorithm.BOOSTED_TREES, 42));
        assertThat(TrainingOptions.DEFAULT
                        .withRowLimit(500)
                        .with(Algorithm.RANDOM_FOREST)
                        .rowLimit())
                .isEqualTo(500);
    }
}
