// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds features that a model cannot tell apart or cannot use.
final class Collinearity {
    /// Enough rows to see a correlation of 0.95 to two digits.
    private static final int ROWS = 20_000;

    private Collinearity() {}

    /// Sentences about constant features and about pairs whose correlation reaches a limit. Looks at most at 20,000
    /// rows, evenly spaced.
    static List<String> notes(TrainingData data, int[] rows, List<Double> deviations, double limit) {
        List<String> notes = new ArrayList<>();
        double[][] correlations = correlations(data, rows);
        for (Feature a : Feature.values()) {
            if (deviations.get(a.ordinal()) == 0.0) {
                notes.add(a.column() + " is the same in all training samples, so nothing was learned from it.");
            }
            for (Feature b : Feature.values()) {
                double correlation = correlations[a.ordinal()][b.ordinal()];
                if (a.compareTo(b) < 0 && Math.abs(correlation) >= limit) {
                    notes.add(String.format(
                            Locale.ROOT,
                            "%s and %s say nearly the same (correlation %.3f): read their coefficients together, how "
                                    + "the effect is divided between them means little.",
                            a.column(),
                            b.column(),
                            correlation));
                }
            }
        }
        return notes;
    }

    /// Pearson correlations; 0 where a feature is constant.
    private static double[][] correlations(TrainingData data, int[] rows) {
        int seen = Math.min(ROWS, rows.length);
        double[] row = new double[Feature.COUNT];
        double[] means = new double[Feature.COUNT];
        for (int i = 0; i < seen; i++) {
            data.features(rows[(int) ((long) i * rows.length / seen)], row);
            for (int a = 0; a < row.length; a++) {
                means[a] += row[a] / seen;
            }
        }
        double[][] products = new double[Feature.COUNT][Feature.COUNT];
        for (int i = 0; i < seen; i++) {
            data.features(rows[(int) ((long) i * rows.length / seen)], row);
            for (int a = 0; a < row.length; a++) {
                for (int b = 0; b <= a; b++) {
                    products[a][b] += (row[a] - means[a]) * (row[b] - means[b]);
                }
            }
        }
        double[][] correlations = new double[Feature.COUNT][Feature.COUNT];
        for (int a = 0; a < row.length; a++) {
            for (int b = 0; b < a; b++) {
                double scale = Math.sqrt(products[a][a] * products[b][b]);
                correlations[a][b] = scale > 0.0 ? products[a][b] / scale : 0.0;
                correlations[b][a] = correlations[a][b];
            }
        }
        return correlations;
    }
}
