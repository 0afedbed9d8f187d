// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Everything that follows from what a model foretells of some rows and what happened: metrics, curves, calibration,
/// histograms. Sorted once, O(n log n), about half a second of two processors for a million rows; then a threshold
/// costs O(log n), a curve the
/// number of its points, bins the number of rows. Immutable, 13 bytes a row.
public final class ClickCurves {
    private static final double LEAST_LOSS_PROBABILITY = 0x1p-52;

    private final double[] probabilities;
    private final int[] clickedAbove;
    private final double[] thresholds;
    private final int[] ends;
    private final Interval auc;
    private final double averagePrecision;
    private final double logLoss;
    private final double brier;

    private ClickCurves(double[] ascending, boolean[] labels, Interval auc, double logLoss, double brier) {
        int size = ascending.length;
        this.probabilities = ascending;
        this.auc = auc;
        this.logLoss = logLoss;
        this.brier = brier;
        clickedAbove = new int[size + 1];
        for (int i = size - 1; i >= 0; i--) {
            clickedAbove[i] = clickedAbove[i + 1] + (labels[i] ? 1 : 0);
        }
        // Where a new, lower probability begins when going down: only there can a threshold lie.
        int distinct = 0;
        int[] starts = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            if (i == 0 || ascending[i - 1] != ascending[i]) {
                starts[distinct++] = i;
            }
        }
        ends = Arrays.copyOf(starts, distinct);
        thresholds = new double[distinct];
        Arrays.setAll(thresholds, i -> ascending[ends[i]]);
        averagePrecision = sumOfSteps();
    }

    /// Sorts probabilities with their labels.
    ///
    /// @param probabilities 0..1 each, not NaN
    /// @param labels as many; at least one of either kind
    public static ClickCurves of(double[] probabilities, boolean[] labels) {
        Interval auc = Placements.of(probabilities, labels).interval().within(0, 1);
        double loss = 0;
        double squares = 0;
        for (int i = 0; i < labels.length; i++) {
            loss += rowLoss(probabilities[i], labels[i]);
            double off = probabilities[i] - (labels[i] ? 1 : 0);
            squares += off * off;
        }
        // Either kind by itself, then merged: cheaper than sorting rows as objects.
        double[] clicked = sorted(probabilities, labels, true);
        double[] others = sorted(probabilities, labels, false);
        double[] ascending = new double[labels.length];
        boolean[] ascendingLabels = new boolean[labels.length];
        int hits = 0;
        for (int i = 0; i < ascending.length; i++) {
            boolean hit = i - hits == others.length || (hits < clicked.length && clicked[hits] < others[i - hits]);
            ascending[i] = hit ? clicked[hits] : others[i - hits];
            ascendingLabels[i] = hit;
            hits += hit ? 1 : 0;
        }
        return new ClickCurves(ascending, ascendingLabels, auc, loss / labels.length, squares / labels.length);
    }

    /// −log of the probability given to what happened, kept off infinity.
    static double rowLoss(double probability, boolean clicked) {
        double given = clicked ? probability : 1 - probability;
        return -Math.log(Math.clamp(given, LEAST_LOSS_PROBABILITY, 1 - LEAST_LOSS_PROBABILITY));
    }

    private static double[] sorted(double[] probabilities, boolean[] labels, boolean label) {
        double[] part = IntStream.range(0, labels.length)
                .filter(i -> labels[i] == label)
                .mapToDouble(i -> probabilities[i])
                .toArray();
        Arrays.parallelSort(part);
        return part;
    }

    /// How many rows there are.
    public int rows() {
        return probabilities.length;
    }

    /// How many were clicked.
    public int clicked() {
        return clickedAbove[0];
    }

    /// Area under the ROC curve with its 95 % interval by DeLong: the chance that a clicked row has a higher
    /// probability
    /// than one that was not, ties counting half. Rows count as independent of each other.
    public Interval auc() {
        return auc;
    }

    /// Area under the precision-recall curve as a sum of steps, without interpolation: Σ (recall − the recall before) ·
    /// precision.
    public double averagePrecision() {
        return averagePrecision;
    }

    private double sumOfSteps() {
        double sum = 0;
        int hitsBefore = 0;
        for (int end : ends) {
            int hits = clickedAbove[end];
            sum += (double) (hits - hitsBefore) / clicked() * hits / (rows() - end);
            hitsBefore = hits;
        }
        return sum;
    }

    /// Mean of −log of the probability given to what happened.
    public double logLoss() {
        return logLoss;
    }

    /// Mean squared difference between probability and what happened, 0..1.
    public double brier() {
        return brier;
    }

    /// What comes of a threshold. O(log n).
    ///
    /// @param threshold a click is foretold where the probability is above it
    public ThresholdMetrics at(double threshold) {
        int from = 0;
        int to = rows();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (probabilities[middle] <= threshold) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        int hits = clickedAbove[from];
        int falseAlarms = rows() - from - hits;
        int misses = clicked() - hits;
        return new ThresholdMetrics(threshold, hits, falseAlarms, misses, rows() - hits - falseAlarms - misses);
    }

    /// The threshold with the best F1, the highest of them when there are several. O(n).
    public double bestF1Threshold() {
        double best = -1;
        double threshold = 0.5;
        for (int i = 0; i < ends.length; i++) {
            int hits = clickedAbove[ends[i]];
            double f1 = 2.0 * hits / ((double) rows() - ends[i] + clicked());
            if (f1 > best) {
                best = f1;
                threshold = i + 1 < ends.length ? (thresholds[i] + thresholds[i + 1]) / 2 : thresholds[i] / 2;
            }
        }
        return threshold;
    }

    /// The ROC curve, from (0, 0) to (1, 1): false and true positive rate.
    ///
    /// @param most how many points at most, at least 2; evenly spaced along the curve where there are more
    public List<CurvePoint> roc(int most) {
        int others = rows() - clicked();
        List<CurvePoint> points = new ArrayList<>();
        points.add(new CurvePoint(0, 0, Double.POSITIVE_INFINITY));
        for (int i : chosen(most - 1)) {
            int hits = clickedAbove[ends[i]];
            points.add(new CurvePoint(
                    (double) (rows() - ends[i] - hits) / others, (double) hits / clicked(), thresholds[i]));
        }
        return points;
    }

    /// The precision-recall curve from recall 0 (precision 1, by convention) to recall 1: recall and precision.
    ///
    /// @param most how many points at most, at least 2
    public List<CurvePoint> precisionRecall(int most) {
        List<CurvePoint> points = new ArrayList<>();
        points.add(new CurvePoint(0, 1, Double.POSITIVE_INFINITY));
        for (int i : chosen(most - 1)) {
            int hits = clickedAbove[ends[i]];
            points.add(new CurvePoint((double) hits / clicked(), (double) hits / (rows() - ends[i]), thresholds[i]));
        }
        return points;
    }

    /// Places of thresholds, evenly spaced along the way from the first to the last row; the last is among them.
    private int[] chosen(int most) {
        if (ends.length <= most) {
            int[] all = new int[ends.length];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int[] some = new int[most];
        int count = 0;
        for (int i = 0; i < ends.length; i++) {
            // Rows passed after this threshold, on a scale of `most` steps.
            long step = (long) (rows() - ends[i]) * most / rows();
            boolean last = i == ends.length - 1;
            if (last || (step > count && count < most - 1)) {
                some[count++] = i;
            }
        }
        return Arrays.copyOf(some, count);
    }

    /// Calibration in bins with as many rows each, as far as equal probabilities, which stay together, allow it; so
    /// there
    /// may be fewer bins.
    ///
    /// @param bins how many, at least 1
    public List<CalibrationBin> calibrationByCount(int bins) {
        List<CalibrationBin> all = new ArrayList<>();
        int from = 0;
        for (int bin = 1; bin <= bins; bin++) {
            int to = (int) ((long) rows() * bin / bins);
            while (to > from && to < rows() && probabilities[to] == probabilities[to - 1]) {
                to++;
            }
            if (to > from) {
                all.add(bin(from, to, probabilities[from], probabilities[to - 1]));
                from = to;
            }
        }
        return all;
    }

    /// Calibration in bins of the same width from 0 to 1; empty ones are left out.
    ///
    /// @param bins how many, at least 1
    public List<CalibrationBin> calibrationByWidth(int bins) {
        List<CalibrationBin> all = new ArrayList<>();
        int from = 0;
        for (int bin = 0; bin < bins; bin++) {
            int to = from;
            while (to < rows() && (bin == bins - 1 || probabilities[to] < (bin + 1.0) / bins)) {
                to++;
            }
            if (to > from) {
                all.add(bin(from, to, (double) bin / bins, (bin + 1.0) / bins));
            }
            from = to;
        }
        return all;
    }

    private CalibrationBin bin(int from, int to, double least, double greatest) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += probabilities[i];
        }
        int hits = clickedAbove[from] - clickedAbove[to];
        return new CalibrationBin(
                least, greatest, to - from, hits, sum / (to - from), Interval.share(hits, (long) to - from));
    }

    /// Mean distance between what is foretold and what was observed over [#calibrationByCount], weighted by rows; 0 for
    /// a model whose probabilities come true.
    public double calibrationError(int bins) {
        return calibrationByCount(bins).stream()
                        .mapToDouble(bin -> bin.count()
                                * Math.abs(bin.foretold() - bin.observed().estimate()))
                        .sum()
                / rows();
    }

    /// How many rows of either kind have which probability, in bins of the same width from 0 to 1.
    ///
    /// @param bins how many, at least 1
    public List<ScoreBin> histogram(int bins) {
        List<ScoreBin> all = new ArrayList<>();
        int from = 0;
        for (int bin = 0; bin < bins; bin++) {
            int to = from;
            while (to < rows() && (bin == bins - 1 || probabilities[to] < (bin + 1.0) / bins)) {
                to++;
            }
            int hits = clickedAbove[from] - clickedAbove[to];
            all.add(new ScoreBin((double) bin / bins, (bin + 1.0) / bins, hits, to - from - hits));
            from = to;
        }
        return all;
    }
}
