// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.statistics.Interval;

/// Something to hold a model against, measured on the same test rows: a simple guess, or what no model can beat.
///
/// @param auc area under the ROC curve with its 95 % interval
/// @param logLoss mean log-loss
/// @param brier mean squared error of the probabilities
public record Reference(Interval auc, double logLoss, double brier) {
    static Reference of(double[] probabilities, boolean[] labels) {
        double loss = 0;
        double squares = 0;
        for (int i = 0; i < labels.length; i++) {
            loss += ClickCurves.rowLoss(probabilities[i], labels[i]);
            double off = probabilities[i] - (labels[i] ? 1 : 0);
            squares += off * off;
        }
        return new Reference(
                Placements.of(probabilities, labels).interval().within(0, 1),
                loss / labels.length,
                squares / labels.length);
    }
}
