// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Identifiers;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.geo.Geodesic;
import app.hometown.ranking.Features;
import app.hometown.ranking.Viewer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Samples made ready for training: features as serving computes them, row by row in one array (112 bytes a sample),
/// and labels. Immutable.
///
/// Where both ids of a sample are in the catalog its features are recomputed; where not, the file's are taken.
public final class TrainingData {
    /// Values nearer than this, relative to the recomputed one, are the same: the tolerance of distances.
    private static final double SAME_RELATIVE = 1e-5;

    private static final double SAME_ABSOLUTE = 1e-9;
    private static final int MOST_ROWS = Integer.MAX_VALUE / Feature.COUNT;

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
        return new TrainingData(values, (BitSet) clicked.clone(), rows.length, 0, List.of()).checked();
    }

    /// Recomputes what can be recomputed and compares it with the file's columns. About 1 µs a sample.
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
        @Nullable Viewer[] viewers = viewers(samples, catalog, progress);
        int[] streamRows = rows(samples.streamIds(), catalog.streams().ids());
        Streams streams = catalog.streams();
        double[] values = new double[size * Feature.COUNT];
        BitSet clicked = new BitSet(size);
        Tally[] tallies = new Tally[RowChunks.count(size)];
        RowChunks.forEach(size, progress, 0, (chunk, from, to) -> {
            Tally tally = new Tally();
            double[] row = new double[Feature.COUNT];
            for (int sample = from; sample < to; sample++) {
                Viewer viewer = viewers[samples.user(sample)];
                int stream = streamRows[samples.stream(sample)];
                if (viewer == null || stream < 0) {
                    fromFile(samples, sample, row);
                } else {
                    double distanceKm = Geodesic.distanceKm(
                            viewer.latitude(), viewer.longitude(), streams.latitude(stream), streams.longitude(stream));
                    Features.compute(viewer, streams, stream, distanceKm, row);
                    tally.compare(samples, sample, row);
                }
                System.arraycopy(row, 0, values, sample * Feature.COUNT, Feature.COUNT);
            }
            tallies[chunk] = tally;
        });
        for (int sample = 0; sample < size; sample++) {
            clicked.set(sample, samples.clicked(sample));
        }
        Tally all = new Tally();
        for (Tally tally : tallies) {
            all.add(tally);
        }
        return new TrainingData(values, clicked, size, all.compared, all.differences()).checked();
    }

    private static @Nullable Viewer[] viewers(Samples samples, Catalog catalog, Progress progress) {
        Users users = catalog.users();
        int[] rows = rows(samples.userIds(), users.ids());
        @Nullable Viewer[] viewers = new Viewer[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (i % 4096 == 0) {
                progress.done(0);
            }
            viewers[i] = rows[i] < 0 ? null : Viewer.of(rows[i], catalog);
        }
        return viewers;
    }

    private static int[] rows(Identifiers wanted, Identifiers known) {
        int[] rows = new int[wanted.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = known.indexOf(wanted.get(i));
        }
        return rows;
    }

    private static void fromFile(Samples samples, int sample, double[] row) {
        for (Feature feature : Feature.values()) {
            row[feature.ordinal()] = samples.feature(sample, feature);
        }
    }

    private TrainingData checked() {
        for (int at = 0; at < values.length; at++) {
            if (!Double.isFinite(values[at])) {
                throw new InputException(
                        "samples, row " + (at / Feature.COUNT + 1) + ", column "
                                + Feature.columns().get(at % Feature.COUNT),
                        values[at] + " is not a finite number",
                        "Mend or leave out the row, or load the users and streams it names.");
            }
        }
        return this;
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
        private int compared;
        private final int[] different = new int[Feature.COUNT];
        private final double[] largest = new double[Feature.COUNT];
        private final double[] sum = new double[Feature.COUNT];

        void compare(Samples samples, int sample, double[] row) {
            compared++;
            for (Feature feature : Feature.values()) {
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
