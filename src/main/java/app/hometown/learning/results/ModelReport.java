// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.domain.Progress;
import app.hometown.learning.Apart;
import app.hometown.learning.FeatureSpread;
import app.hometown.learning.LogisticModel;
import app.hometown.learning.SampleRows;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingSet;
import app.hometown.ranking.ClickModel;
import java.util.List;
import java.util.Optional;

/// Everything that is told of a trained model besides its file.
///
/// @param test what it foretells of the test rows and what happened
/// @param train likewise of the rows it was trained on, of at most a million of them: much better there means learned
/// by
///   heart
/// @param oracle the true click probabilities on the test rows, which no model can be expected to beat; where known
/// @param constant everybody is given the click rate of the training rows
/// @param distanceOnly a logistic regression on the logarithm of 1 + distance_km alone
/// @param coefficients standardised coefficients in feature order; empty but for a logistic regression
/// @param importances permutation importances in feature order; empty when not asked for
/// @param dependences partial dependences in feature order; empty when not asked for
/// @param crossValidation other divisions, where asked for
public record ModelReport(
        ClickCurves test,
        ClickCurves train,
        Optional<Reference> oracle,
        Reference constant,
        Reference distanceOnly,
        List<StandardisedCoefficient> coefficients,
        List<FeatureImportance> importances,
        List<PartialDependence> dependences,
        Optional<CrossValidation> crossValidation) {
    private static final int MOST_TRAIN_ROWS = 1_000_000;

    public ModelReport {
        coefficients = List.copyOf(coefficients);
        importances = List.copyOf(importances);
        dependences = List.copyOf(dependences);
    }

    /// Works it out. Of 5,000 test rows the explanations take 0.5 s of one processor for a logistic regression, 1 s for
    /// boosted trees and some seconds for a forest, and no more than twice that of any number of rows; all else
    /// takes less
    /// than a tenth of it, and grows as n log n.
    ///
    /// @param options what the model was trained with
    /// @param explained whether to work out importances and dependences
    /// @param folds of the cross-validation, each as long as the training itself; 0 for none
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static ModelReport of(
            ClickModel model,
            TrainingSet set,
            TrainingOptions options,
            boolean explained,
            int folds,
            Progress progress) {
        SampleRows test = set.test();
        long seed = options.seed();
        try (Apart apart = new Apart(progress)) {
            ClickCurves tested = curves(model, test, apart, progress);
            ClickCurves trained = curves(model, set.train().sampled(MOST_TRAIN_ROWS, seed), apart, progress);
            Optional<Reference> oracle = test.samples().hasTrueClickProbabilities()
                    ? Optional.of(apart.call(0, () -> Reference.of(test.trueClickProbabilities(), test.labels())))
                    : Optional.empty();
            Reference constant = apart.call(0, () -> Baselines.constant(set.train(), test));
            Reference distance =
                    apart.call(0, () -> Baselines.distanceOnly(set.train().sampled(MOST_TRAIN_ROWS, seed), test));
            return new ModelReport(
                    tested,
                    trained,
                    oracle,
                    constant,
                    distance,
                    coefficients(model, set.train(), options, progress),
                    explained ? PermutationImportance.of(model, test, seed, progress) : List.of(),
                    explained ? PartialDependences.of(model, test, seed, progress) : List.of(),
                    folds == 0 ? Optional.empty() : Optional.of(CrossValidation.of(set, options, folds, progress)));
        }
    }

    private static ClickCurves curves(ClickModel model, SampleRows rows, Apart apart, Progress progress) {
        progress.phase("drawing curves", rows.size());
        double[] probabilities = rows.probabilities(model, progress);
        return apart.call(rows.size(), () -> ClickCurves.of(probabilities, rows.labels()));
    }

    private static List<StandardisedCoefficient> coefficients(
            ClickModel model, SampleRows train, TrainingOptions options, Progress progress) {
        if (!(model instanceof LogisticModel logistic)) {
            return List.of();
        }
        FeatureSpread spread = FeatureSpread.of(train.data(), train.sampleNumbers(), progress);
        return CoefficientIntervals.of(
                logistic, train, spread, options.logistic().c(), progress);
    }
}
