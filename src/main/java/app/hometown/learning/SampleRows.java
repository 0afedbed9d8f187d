// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.ranking.ClickModel;

/// Some rows of samples, with their features made ready: those to train on, or those to test on. Immutable.
public final class SampleRows {
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
        double[] probabilities = new double[rows.length];
        RowChunks.forEach(rows.length, progress, 0, (chunk, from, to) -> {
            double[] row = new double[Feature.COUNT];
            for (int i = from; i < to; i++) {
                data.features(rows[i], row);
                probabilities[i] = model.probability(row);
            }
        });
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
