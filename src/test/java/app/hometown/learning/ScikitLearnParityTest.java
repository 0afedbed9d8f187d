// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.ClickModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Against scikit-learn 1.2.1 on the same rows (features recomputed, split by seed 42), whose figures stand here.
///
/// The logistic regressions are `LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-12)`. The default solver
/// stops elsewhere on raw features: at a log-loss of 0.500762 instead of 0.488846 on the generated rows, and of
/// 0.489280
/// instead of 0.476108 on the reference rows.
///
/// The trees are `GradientBoostingClassifier` and `RandomForestClassifier` with the default numbers of
/// [TrainingOptions], the mean of the seeds 0, 1, 2: other trees, drawn otherwise, that should be about as good.
class ScikitLearnParityTest {
    private static final double[] GENERATED = {
        -4.089000032778854e-06,
        0.05836315027985822,
        0.10529943081248817,
        0.09713790091747188,
        0.9687488778735914,
        2.4499147766828746,
        -0.4903793669150365,
        -0.00061185161716882,
        0.010393138732020149,
        3.092224259252203e-05,
        5.704069664114015e-06,
        0.14686184684174552,
        0.057068070212563084,
        1.1707546122974457
    };

    private static final double[] REFERENCE = {
        1.7494296814887012e-05,
        0.5459702075273832,
        0.20968026507459617,
        0.18115284329818893,
        0.2096802650745931,
        0.16486944093013148,
        0.38807304156534256,
        0.005164049357297605,
        0.01486615449043499,
        -0.00010997199565210632,
        -2.5386670577880555e-06,
        -0.14052623817477286,
        -0.08110497880536743,
        -0.21953088960100575
    };

    /// A data set, divided.
    private record Case(TrainingData data, Split split) {
        static Case of(Samples samples, Catalog catalog) {
            return new Case(TrainingData.of(samples, catalog, Progress.NONE), Split.stratified(samples, 42));
        }

        ClickModel fit(Algorithm algorithm) {
            return Fitter.of(algorithm)
                    .fit(data, split.train(), new TrainingOptions(algorithm, 42), FitProgress.of(Progress.NONE))
                    .parameters()
                    .model();
        }

        Metrics measured(ClickModel model, int[] rows) {
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

        void assertLogistic(double[] coefficients, double intercept, double[] lossAndAuc) {
            LogisticModel model = (LogisticModel) fit(Algorithm.LOGISTIC);
            for (Feature feature : Feature.values()) {
                double expected = coefficients[feature.ordinal()];
                assertThat(model.coefficient(feature))
                        .as(feature.column())
                        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
            }
            assertThat(model.intercept()).isCloseTo(intercept, within(1e-9));
            Metrics train = measured(model, split.train());
            Metrics test = measured(model, split.test());
            assertThat(new double[] {train.logLoss(), train.auc(), test.logLoss(), test.auc()})
                    .containsExactly(lossAndAuc, within(1e-6));
        }

        void assertTrees(Algorithm algorithm, double logLoss, double auc) {
            Metrics test = measured(fit(algorithm), split.test());
            assertThat(test.logLoss()).as("log-loss of %s", algorithm).isCloseTo(logLoss, within(0.004));
            assertThat(test.auc()).as("AUC of %s", algorithm).isCloseTo(auc, within(0.02));
        }
    }

    @Test
    void onGeneratedSamples() {
        Generated data = Generator.generate(GeneratorOptions.DEFAULT, Progress.NONE);
        Case generated = Case.of(data.train(), data.catalog());
        generated.assertLogistic(GENERATED, -3.219634967348982, new double[] {0.488846, 0.821777, 0.496491, 0.814288});
        generated.assertTrees(Algorithm.BOOSTED_TREES, 0.490740, 0.814847);
        generated.assertTrees(Algorithm.RANDOM_FOREST, 0.491323, 0.815513);
    }

    @Test
    void onTheReferenceData() {
        Path folder = Path.of(System.getProperty("hometown.reference", "../shared/reference"));
        assumeTrue(Files.isDirectory(folder), "the reference data is not here");
        Samples samples = DataFolder.samples(folder.resolve(DataFolder.TRAIN), Progress.NONE)
                .samples();
        Case reference = Case.of(samples, DataFolder.open(folder, Progress.NONE).catalog());
        reference.assertLogistic(REFERENCE, -2.46263422909, new double[] {0.476108, 0.607011, 0.474129, 0.616977});
        reference.assertTrees(Algorithm.BOOSTED_TREES, 0.476180, 0.592520);
        reference.assertTrees(Algorithm.RANDOM_FOREST, 0.474217, 0.600693);
    }
}
