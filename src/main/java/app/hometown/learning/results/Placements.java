// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The placement values of scored rows, from which AUC and its variance follow: for a clicked row the share of the rows
/// not clicked that it outscores, for one not clicked the share of the clicked rows that outscore it, ties counting
/// half. Their mean over either kind is the AUC.
///
/// They are linear: the difference of two models' placements row by row gives the interval of the difference of their
/// AUCs, correlation and all, and means over repeated draws give the interval of a mean AUC.
///
/// Source: E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, "Comparing the areas under two or more correlated receiver
/// operating characteristic curves: a nonparametric approach", Biometrics 44, 1988. O(n log n), as X. Sun and W. Xu,
/// IEEE Signal Processing Letters 21, 2014, found; about 0.3 s of two processors for a million rows.
final class Placements {
    private final double[] values;
    private final boolean[] labels;

    private Placements(double[] values, boolean[] labels) {
        this.values = values;
        this.labels = labels;
    }

    /// @param scores not NaN
    /// @param labels as many; at least one of either kind
    static Placements of(double[] scores, boolean[] labels) {
        double[] positive = sorted(scores, labels, true);
        double[] negative = sorted(scores, labels, false);
        if (positive.length == 0 || negative.length == 0) {
            throw new IllegalArgumentException("labels of one kind only");
        }
        double[] values = new double[scores.length];
        IntStream.range(0, scores.length).parallel().forEach(i -> {
            double below =
                    labels[i] ? countBelow(negative, scores[i]) : positive.length - countUpTo(positive, scores[i]);
            double notAbove =
                    labels[i] ? countUpTo(negative, scores[i]) : positive.length - countBelow(positive, scores[i]);
            values[i] = (below + notAbove) / 2 / (labels[i] ? negative.length : positive.length);
        });
        return new Placements(values, labels);
    }

    private static double[] sorted(double[] scores, boolean[] labels, boolean label) {
        double[] part = IntStream.range(0, scores.length)
                .filter(i -> labels[i] == label)
                .mapToDouble(i -> scores[i])
                .toArray();
        Arrays.parallelSort(part);
        return part;
    }

    /// How many are less than a value.
    private static int countBelow(double[] ascending, double value) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// How many are not more than a value.
    private static int countUpTo(double[] ascending, double value) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] <= value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// Row by row, this less another of the same rows.
    Placements minus(Placements other) {
        double[] difference = new double[values.length];
        Arrays.setAll(difference, i -> values[i] - other.values[i]);
        return new Placements(difference, labels);
    }

    /// Row by row, the mean of several of the same rows.
    static Placements mean(List<Placements> all) {
        double[] mean = new double[all.getFirst().values.length];
        for (Placements one : all) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one.values[i] / all.size();
            }
        }
        return new Placements(mean, all.getFirst().labels);
    }

    /// The AUC, or the difference of AUCs, with its 95 % interval. No variance can be told from a single row of a kind;
    /// it then counts as none.
    Interval interval() {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int i = 0; i < values.length; i++) {
            int kind = labels[i] ? 1 : 0;
            sums[kind] += values[i];
            counts[kind]++;
        }
        double[] squares = new double[2];
        for (int i = 0; i < values.length; i++) {
            int kind = labels[i] ? 1 : 0;
            double off = values[i] - sums[kind] / counts[kind];
            squares[kind] += off * off;
        }
        double variance = 0;
        for (int kind = 0; kind < 2; kind++) {
            variance += counts[kind] < 2 ? 0 : squares[kind] / (counts[kind] - 1) / counts[kind];
        }
        return Interval.normal(sums[1] / counts[1], Math.sqrt(variance));
    }
}
