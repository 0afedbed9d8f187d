// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

/// What comes of foretelling a click wherever the probability is above a threshold: the confusion matrix and what
/// follows from it.
///
/// @param threshold the threshold
/// @param hits foretold and clicked (true positives)
/// @param falseAlarms foretold and not clicked (false positives)
/// @param misses clicked and not foretold (false negatives)
/// @param rightlyLeft neither (true negatives)
public record ThresholdMetrics(double threshold, int hits, int falseAlarms, int misses, int rightlyLeft) {
    /// Part of the rows foretold right, 0..1.
    public double accuracy() {
        return ((double) hits + rightlyLeft) / ((double) hits + falseAlarms + misses + rightlyLeft);
    }

    /// Part of the rows foretold clicked that were; 0 when none was foretold.
    public double precision() {
        return hits == 0 ? 0 : hits / ((double) hits + falseAlarms);
    }

    /// Part of the clicked rows that were foretold: the true positive rate.
    public double recall() {
        return hits == 0 ? 0 : hits / ((double) hits + misses);
    }

    /// Harmonic mean of precision and recall; 0 when both are.
    public double f1() {
        return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + falseAlarms + misses);
    }

    /// Part of the rows not clicked that were foretold: the false positive rate.
    public double falsePositiveRate() {
        return falseAlarms == 0 ? 0 : falseAlarms / ((double) falseAlarms + rightlyLeft);
    }

    /// Part of all rows that were foretold clicked.
    public double foretoldShare() {
        return ((double) hits + falseAlarms) / ((double) hits + falseAlarms + misses + rightlyLeft);
    }
}
