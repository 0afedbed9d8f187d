// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import java.util.Arrays;

/// How well probabilities foretell clicks on some rows. A row counts as foretold when its probability is above 0.5.
///
/// @param rows how many rows
/// @param clicked how many of them were clicked
/// @param accuracy part of the rows foretold right, 0..1
/// @param auc area under the ROC curve, 0..1: the chance that a clicked row has a higher probability than one that
///   was not, ties counting half; exact
/// @param logLoss mean of −log of the probability given to what happened, probabilities kept off 0 and 1 by 2⁻⁵²
/// @param precision part of the rows foretold clicked that were; 0 when none was foretold
/// @param recall part of the clicked rows that were foretold
/// @param f1 harmonic mean of precision and recall; 0 when both are
public record Metrics(
        int rows,
        int clicked,
        double accuracy,
        double auc,
        double logLoss,
        double precision,
        double recall,
        double f1) {
    private static final double THRESHOLD = 0.5;

    /// Measures probabilities against labels. O(n log n).
    ///
    /// @param probabilities 0..1 each, not NaN
    /// @param labels as many; at least one of either kind
    public static Metrics of(double[] probabilities, boolean[] labels) {
        int clicked = 0;
        int foretold = 0;
        int hits = 0;
        double loss = 0.0;
        for (int i = 0; i < labels.length; i++) {
            boolean positive = probabilities[i] > THRESHOLD;
            clicked += labels[i] ? 1 : 0;
            foretold += positive ? 1 : 0;
            hits += positive && labels[i] ? 1 : 0;
            double given = labels[i] ? probabilities[i] : 1.0 - probabilities[i];
            loss -= Math.log(Math.clamp(given, 0x1p-52, 1.0 - 0x1p-52));
        }
        int right = hits + labels.length - clicked - (foretold - hits);
        double precision = foretold == 0 ? 0.0 : (double) hits / foretold;
        double recall = (double) hits / clicked;
        return new Metrics(
                labels.length,
                clicked,
                (double) right / labels.length,
                auc(probabilities, labels),
                loss / labels.length,
                precision,
                recall,
                hits == 0 ? 0.0 : 2.0 * precision * recall / (precision + recall));
    }

    /// The area under the ROC curve of any scores, ties counting half; exact, O(n log n).
    ///
    /// @param scores not NaN
    /// @param labels as many; at least one of either kind
    public static double auc(double[] scores, boolean[] labels) {
        double[] positive = part(scores, labels, true);
        double[] negative = part(scores, labels, false);
        if (positive.length == 0 || negative.length == 0) {
            throw new IllegalArgumentException("labels of one kind only");
        }
        long halves = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : positive) {
            while (below < negative.length && negative[below] < score) {
                below++;
            }
            while (notAbove < negative.length && negative[notAbove] <= score) {
                notAbove++;
            }
            halves += below + notAbove;
        }
        return halves / 2.0 / ((double) positive.length * negative.length);
    }

    private static double[] part(double[] scores, boolean[] labels, boolean label) {
        double[] part = new double[scores.length];
        int size = 0;
        for (int i = 0; i < scores.length; i++) {
            if (labels[i] == label) {
                if (Double.isNaN(scores[i])) {
                    throw new IllegalArgumentException("score " + i + " is NaN");
                }
                part[size++] = scores[i];
            }
        }
        double[] sorted = Arrays.copyOf(part, size);
        Arrays.parallelSort(sorted);
        return sorted;
    }
}
