// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.learning.Metrics;
import java.util.List;

/// How good an algorithm is on samples it has not seen, told from several divisions: each fold is tested by a model that
/// was trained on all the others.
///
/// @param folds what came of each fold, in order
/// @param auc mean of the folds' AUCs, with a 95 % interval
/// @param logLoss mean of their log-losses, likewise
/// @param accuracy mean of their accuracies, likewise
public record CrossValidation(List<Metrics> folds, Interval auc, Interval logLoss, Interval accuracy) {
    public CrossValidation {
        folds = List.copyOf(folds);
    }
}
