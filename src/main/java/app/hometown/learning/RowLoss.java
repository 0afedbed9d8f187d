// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;

/// The mean loss of rows, on all processors, the same to the bit however many there are.
final class RowLoss {
    private RowLoss() {}

    /// What a row loses.
    @FunctionalInterface
    interface Of {
        /// The loss of a row.
        ///
        /// @param i the row's place among the rows
        /// @param features its features; not to be kept
        double row(int i, double[] features);
    }

    /// The mean over some rows; not a number where there are none.
    ///
    /// @param done what the progress is told meanwhile
    static double of(TrainingData data, int[] rows, FitProgress progress, long done, Of loss) {
        double[] sums = new double[RowChunks.count(rows.length)];
        RowChunks.forEach(
                rows.length,
                new app.hometown.domain.Progress() {
                    @Override
                    public void phase(String name, long total) {}

                    @Override
                    public void done(long count) {
                        progress.done(done);
                    }
                },
                0,
                (chunk, from, to) -> {
                    double[] features = new double[Feature.COUNT];
                    double sum = 0.0;
                    for (int i = from; i < to; i++) {
                        data.features(rows[i], features);
                        sum += loss.row(i, features);
                    }
                    sums[chunk] = sum;
                });
        double sum = 0.0;
        for (double part : sums) {
            sum += part;
        }
        return sum / rows.length;
    }
}
