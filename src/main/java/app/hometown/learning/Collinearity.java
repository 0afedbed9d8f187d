// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds features that a model cannot tell apart or cannot use.
public final class Collinearity {
    /// Features that repeat each other more than this are worth a note.
    public static final double LIMIT = 0.95;

    /// Enough rows to see a correlation of 0.95 to two digits.
    private static final int ROWS = 20_000;

    private Collinearity() {}

    /// Two features that say nearly the same.
    ///
    /// @param correlation Pearson's, -1..1
    public record Pair(Feature a, Feature b, double correlation) {
        /// The finding as a sentence.
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "%s and %s say nearly the same (correlation %.3f): read their coefficients together, how "
                            + "the effect is divided between them means little.",
                    a.column(),
                    b.column(),
                    correlation);
        }
    }

    /// What is to be said of a feature that has one value only.
    public static String constant(Feature feature) {
        return feature.column() + " is the same in all training samples, so nothing was learned from it.";
    }

    /// Sentences about constant features and about pairs whose correlation reaches [#LIMIT].
    static List<String> notes(TrainingData data, int[] rows, FeatureSpread spread) {
        List<Pair> pairs = pairs(data, rows);
        List<String> notes = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            if (spread.deviation(feature) == 0.0) {
                notes.add(constant(feature));
            }
            pairs.stream()
                    .filter(pair -> pair.a() == feature)
                    .map(Pair::sentence)
                    .forEach(notes::add);
        }
        return notes;
    }

    /// Pairs whose correlation reaches [#LIMIT], in feature order. Looks at most at 20,000 rows, evenly spaced.
    public static List<Pair> pairs(TrainingData data, int[] rows) {
        List<Pair> pairs = new ArrayList<>();
        double[][] correlations = correlations(data, rows);
        for (Feature a : Feature.values()) {
            for (Feature b : Feature.values()) {
                double correlation = correlations[a.ordinal()][b.ordinal()];
                if (a.compareTo(b) < 0 && Math.abs(correlation) >= LIMIT) {
                    pairs.add(new Pair(a, b, correlation));
                }
            }
        }
        return pairs;
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
