// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Samples made ready for training: features as serving computes them, row by row in one array (112 bytes a sample),
/// and labels. Immutable.
///
/// Where both ids of a sample are in the catalog its features are recomputed; where not, the file's are taken.
public final class TrainingData {
    /// Values nearer than this, relative to the recomputed one, are the same: the tolerance of distances.
    private static final double SAME_RELATIVE = 1e-5;

    private static final double SAME_ABSOLUTE = 1e-9;
    private static final int MOST_ROWS = Integer.MAX_VALUE / Feature.COUNT;

    /// Samples approached together: what they touch fits into a first-level cache.
    private static final int AHEAD = 128;

    private static final Feature[] FEATURES = Feature.values();

    private final double[] values;
    private final BitSet clicked;
    private final int size;
    private final int recomputed;
    private final List<ColumnDifference> differences;

    private TrainingData(
            double[] values, BitSet clicked, int size, int recomputed, List<ColumnDifference> differences) {
        this.values = values;
        this.clicked = clicked;
        this.size = size;
        this.recomputed = recomputed;
        this.differences = List.copyOf(differences);
    }

    /// Takes samples as they are, nothing recomputed.
    ///
    /// @param rows one array of [Feature#COUNT] values a sample
    /// @param clicked the labels
    static TrainingData of(double[][] rows, BitSet clicked) {
        double[] values = new double[rows.length * Feature.COUNT];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * Feature.COUNT, Feature.COUNT);
        }
        requireUsable(values, firstUnusable(values, 0, values.length));
        return new TrainingData(values, (BitSet) clicked.clone(), rows.length, 0, List.of());
    }

    /// Recomputes what can be recomputed and compares it with the file's columns. A million samples take about 0.2 s of
    /// two processors.
    ///
    /// @throws InputException when a feature that must be taken from the file is not a finite number
    public static TrainingData of(Samples samples, Catalog catalog, Progress progress) {
        int size = samples.size();
        if (size > MOST_ROWS) {
            throw new InputException(
                    "samples",
                    size + " are more than the " + MOST_ROWS + " that can be trained on",
                    "Train on a part of them.");
        }
        progress.phase("preparing samples", size);
        SamplePlaces places = SamplePlaces.of(samples, catalog, progress);
        double[] values = new double[size * Feature.COUNT];
        Tally[] tallies = new Tally[RowChunks.count(size)];
        RowChunks.forEach(size, progress, 0, (chunk, from, to) -> {
            Tally tally = new Tally();
            double[] row = new double[Feature.COUNT];
            for (int sample = from; sample < to; sample++) {
                if ((sample - from) % AHEAD == 0) {
                    tally.approached += places.approach(sample, Math.min(sample + AHEAD, to));
                }
                if (places.features(sample, row)) {
                    tally.compare(samples, sample, row);
                } else {
                    fromFile(samples, sample, row);
                }
                System.arraycopy(row, 0, values, sample * Feature.COUNT, Feature.COUNT);
            }
            tally.firstUnusable = firstUnusable(values, from * Feature.COUNT, to * Feature.COUNT);
            tallies[chunk] = tally;
        });
        BitSet clicked = new BitSet(size);
        for (int sample = 0; sample < size; sample++) {
            clicked.set(sample, samples.clicked(sample));
        }
        Tally all = new Tally();
        for (Tally tally : tallies) {
            all.add(tally);
        }
        requireUsable(values, all.firstUnusable);
        return new TrainingData(values, clicked, size, all.compared, all.differences());
    }

    private static void fromFile(Samples samples, int sample, double[] row) {
        for (Feature feature : FEATURES) {
            row[feature.ordinal()] = samples.feature(sample, feature);
        }
    }

    /// The place of the first value that is not a finite number, or [Tally#NONE].
    private static int firstUnusable(double[] values, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Double.isFinite(values[at])) {
                return at;
            }
        }
        return Tally.NONE;
    }

    private static void requireUsable(double[] values, int firstUnusable) {
        if (firstUnusable != Tally.NONE) {
            throw new InputException(
                    "samples, row " + (firstUnusable / Feature.COUNT + 1) + ", column "
                            + Feature.columns().get(firstUnusable % Feature.COUNT),
                    values[firstUnusable] + " is not a finite number",
                    "Mend or leave out the row, or load the users and streams it names.");
        }
    }

    /// How many samples there are.
    public int size() {
        return size;
    }

    /// How many of them have recomputed features.
    public int recomputed() {
        return recomputed;
    }

    /// The columns of the file that did not fit, in feature order.
    public List<ColumnDifference> differences() {
        return differences;
    }

    /// Whether a sample was clicked.
    public boolean clicked(int sample) {
        return clicked.get(sample);
    }

    /// A feature of a sample.
    public double feature(int sample, Feature feature) {
        return values[sample * Feature.COUNT + feature.ordinal()];
    }

    /// Copies the features of a sample.
    ///
    /// @param features filled; [Feature#COUNT] long
    public void features(int sample, double[] features) {
        System.arraycopy(values, sample * Feature.COUNT, features, 0, Feature.COUNT);
    }

    /// Counts of one chunk, so that chunks can be compared side by side and added up in order.
    private static final class Tally {
        private static final int NONE = Integer.MAX_VALUE;

        private int compared;
        private int firstUnusable = NONE;

        @SuppressWarnings("UnusedVariable") // see SamplePlaces.approach
        private long approached;

        private final int[] different = new int[Feature.COUNT];
        private final double[] largest = new double[Feature.COUNT];
        private final double[] sum = new double[Feature.COUNT];

        void compare(Samples samples, int sample, double[] row) {
            compared++;
            for (Feature feature : FEATURES) {
                int column = feature.ordinal();
                double difference = Math.abs(samples.feature(sample, feature) - row[column]);
                if (!(difference <= SAME_ABSOLUTE + SAME_RELATIVE * Math.abs(row[column]))) {
                    different[column]++;
                    largest[column] = Math.max(largest[column], difference);
                    sum[column] += difference;
                }
            }
        }

        void add(Tally other) {
            compared += other.compared;
            firstUnusable = Math.min(firstUnusable, other.firstUnusable);
            for (int column = 0; column < Feature.COUNT; column++) {
                different[column] += other.different[column];
                largest[column] = Math.max(largest[column], other.largest[column]);
                sum[column] += other.sum[column];
            }
        }

        List<ColumnDifference> differences() {
            List<ColumnDifference> found = new ArrayList<>();
            for (Feature feature : Feature.values()) {
                int column = feature.ordinal();
                if (different[column] > 0) {
                    found.add(new ColumnDifference(
                            feature, compared, different[column], largest[column], sum[column] / different[column]));
                }
            }
            return found;
        }
    }
}
