// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.util.ArrayList;
import java.util.List;

/// Pearson's correlations. Two passes over the samples, so that large numbers with small differences keep their digits:
/// means, then products of the differences from them.
final class CorrelationSums {
    private static final int SIZE = Answer.Correlations.SIZE;
    private static final Feature[] FEATURES = Feature.values();

    private CorrelationSums() {}

    static Answer correlations(Subject subject, Progress progress) {
        Samples samples = subject.samples().orElseThrow();
        long count = subject.pairs().cardinality();
        double[] means = Scan.sums(subject.pairs(), progress, "means of the features", SIZE, (sum, row) -> {
            for (Feature feature : FEATURES) {
                sum[feature.ordinal()] += samples.feature(row, feature);
            }
            sum[Feature.COUNT] += samples.clicked(row) ? 1 : 0;
        });
        for (int i = 0; i < SIZE; i++) {
            means[i] /= count;
        }
        // The last row holds the differences of one sample, apart for each thread.
        double[] products = Scan.sums(subject.pairs(), progress, "correlating", SIZE * (SIZE + 1), (sum, row) -> {
            int spare = SIZE * SIZE;
            for (Feature feature : FEATURES) {
                int i = feature.ordinal();
                sum[spare + i] = samples.feature(row, feature) - means[i];
            }
            sum[spare + Feature.COUNT] = (samples.clicked(row) ? 1 : 0) - means[Feature.COUNT];
            for (int i = 0; i < SIZE; i++) {
                double difference = sum[spare + i];
                for (int j = i; j < SIZE; j++) {
                    sum[i * SIZE + j] += difference * sum[spare + j];
                }
            }
        });
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                double product = products[Math.min(i, j) * SIZE + Math.max(i, j)];
                double scale = spread(products, means, count, i) * spread(products, means, count, j);
                values.add(scale > 0 ? Math.clamp(product / scale, -1, 1) : Double.NaN);
            }
        }
        return new Answer.Correlations(values, count);
    }

    /// The root of a column's squares; 0 where they are nothing but rounding.
    private static double spread(double[] products, double[] means, long count, int i) {
        double squares = products[i * SIZE + i];
        double rounding = 1e-24 * means[i] * means[i] * count;
        return squares > rounding ? Math.sqrt(squares) : 0;
    }
}
