// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.ranking.ClickModel;
import app.hometown.statistics.FixedRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Some rows of samples, with their features made ready: those to train on, or those to test on. Immutable.
public final class SampleRows {
    /// Rows done together on one processor.
    private static final int PIECE = 512;

    /// Pieces between two looks at the progress: 80 ms of the slowest models.
    private static final int PIECES_A_STEP = 16;

    private final Samples samples;
    private final TrainingData data;
    private final int[] rows;

    /// @param samples the samples
    /// @param data their features, as many
    /// @param rows sample numbers; belong to this from now on
    public SampleRows(Samples samples, TrainingData data, int[] rows) {
        this.samples = samples;
        this.data = data;
        this.rows = rows;
    }

    /// How many there are.
    public int size() {
        return rows.length;
    }

    /// The samples that the rows are of.
    public Samples samples() {
        return samples;
    }

    /// The features that the rows are of.
    public TrainingData data() {
        return data;
    }

    /// The sample number of a row.
    public int sample(int row) {
        return rows[row];
    }

    /// All sample numbers; a copy.
    public int[] sampleNumbers() {
        return rows.clone();
    }

    /// Whether a row was clicked.
    public boolean clicked(int row) {
        return data.clicked(rows[row]);
    }

    /// How many were clicked.
    public int clickedCount() {
        int count = 0;
        for (int row : rows) {
            count += data.clicked(row) ? 1 : 0;
        }
        return count;
    }

    /// The labels, in the order of the rows.
    public boolean[] labels() {
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = data.clicked(rows[i]);
        }
        return labels;
    }

    /// Copies the features of a row.
    ///
    /// @param features filled; [Feature#COUNT] long
    public void features(int row, double[] features) {
        data.features(rows[row], features);
    }

    /// What a model foretells of each row, on all processors.
    public double[] probabilities(ClickModel model, Progress progress) {
        return probabilities(model, (row, features) -> {}, progress, 0);
    }

    /// Changes the features of a row before a model sees them.
    @FunctionalInterface
    public interface Change {
        /// Changes the features in place.
        void of(int row, double[] features);
    }

    /// What a model foretells of each row when its features are changed.
    ///
    /// @param before steps of the progress's phase that were done before; each row is one more
    public double[] probabilities(ClickModel model, Change change, Progress progress, long before) {
        double[] probabilities = new double[rows.length];
        int pieces = Math.ceilDiv(rows.length, PIECE);
        for (int first = 0; first < pieces; first += PIECES_A_STEP) {
            int end = Math.min(first + PIECES_A_STEP, pieces);
            IntStream.range(first, end).parallel().forEach(piece -> {
                double[] features = new double[Feature.COUNT];
                for (int i = piece * PIECE; i < Math.min((piece + 1) * PIECE, rows.length); i++) {
                    data.features(rows[i], features);
                    change.of(i, features);
                    probabilities[i] = model.probability(features);
                }
            });
            progress.done(before + Math.min(end * PIECE, rows.length));
        }
        return probabilities;
    }

    /// The true click probability of each row.
    ///
    /// @throws IllegalStateException when they are not known
    public double[] trueClickProbabilities() {
        double[] probabilities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = samples.trueClickProbability(rows[i]);
        }
        return probabilities;
    }

    /// Some of the rows.
    ///
    /// @param places places of rows, in the order wanted
    public SampleRows at(int[] places) {
        return new SampleRows(
                samples, data, Arrays.stream(places).map(place -> rows[place]).toArray());
    }

    /// Some of the rows: at most so many, drawn at random, in their order.
    ///
    /// @return these rows themselves when they are no more than the limit
    public SampleRows sampled(int limit, long seed) {
        if (rows.length <= limit) {
            return this;
        }
        // Selection sampling (Knuth, TAOCP 2, 3.4.2, algorithm S): one pass, order kept.
        FixedRandom random = new FixedRandom(seed, 0);
        int[] chosen = new int[limit];
        int count = 0;
        for (int i = 0; count < limit; i++) {
            if ((rows.length - i) * random.uniform() < limit - count) {
                chosen[count++] = rows[i];
            }
        }
        return new SampleRows(samples, data, chosen);
    }
}
