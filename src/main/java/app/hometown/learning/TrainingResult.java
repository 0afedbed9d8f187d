// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.ranking.ClickModel;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A trained model and what is known about it.
///
/// @param options how it was trained
/// @param parameters what was learned
/// @param rows samples used in all, to train and, but for a test file, to test
/// @param recomputed how many of them had their features recomputed from users and streams
/// @param train metrics on the rows trained on
/// @param test metrics on the rows kept back
/// @param oracleAuc the AUC of the true click probabilities on the test rows, the best that any model could hope for;
///   empty when they are not known
/// @param importances per feature, in feature order, by how much the log-odds of a click change when the feature
/// changes
///   by one standard deviation, the others held: |coefficient| · standard deviation over the training rows for a
/// logistic
///   regression, measured for the others
/// @param iterations steps of the optimiser
/// @param gradient largest component of the objective's gradient that was left, a row, in standardised features; empty
///   where an algorithm has none
/// @param lossCurve the loss after each step
/// @param differences columns of the file that did not fit users and streams
/// @param notes what a person should know about this training, in whole sentences
public record TrainingResult(
        TrainingOptions options,
        ModelParameters parameters,
        int rows,
        int recomputed,
        Metrics train,
        Metrics test,
        OptionalDouble oracleAuc,
        Map<Feature, Double> importances,
        int iterations,
        OptionalDouble gradient,
        List<LossPoint> lossCurve,
        List<ColumnDifference> differences,
        List<String> notes) {
    public TrainingResult {
        importances = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(importances));
        lossCurve = List.copyOf(lossCurve);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /// The model, ready to be asked.
    public ClickModel model() {
        return parameters.model();
    }
}
