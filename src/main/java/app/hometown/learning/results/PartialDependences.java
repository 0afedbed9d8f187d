// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.learning.SampleRows;
import app.hometown.ranking.ClickModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Works out partial dependences.
///
/// Source: J. H. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29, 2001,
/// section 8.2; single rows as in A. Goldstein and others, "Peeking inside the black box", 2015.
final class PartialDependences {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_VALUES = 25;
    private static final int LINES = 12;

    private PartialDependences() {}

    /// All features. Costs about 200 predictions for each of at most 1,000 rows.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    static List<PartialDependence> of(ClickModel model, SampleRows rows, long seed, Progress progress) {
        SampleRows asked = rows.sampled(MOST_ROWS, seed);
        // Values come from more rows than are asked about: ends and deciles should be those of the data.
        SampleRows seen = rows.sampled(PermutationImportance.MOST_ROWS, seed);
        progress.phase("varying features", Feature.COUNT);
        List<PartialDependence> all = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            all.add(of(feature, model, asked, seen, progress));
            progress.done(all.size());
        }
        return all;
    }

    private static PartialDependence of(
            Feature feature, ClickModel model, SampleRows asked, SampleRows seen, Progress progress) {
        int column = feature.ordinal();
        double[] ascending = new double[seen.size()];
        double[] row = new double[Feature.COUNT];
        for (int i = 0; i < ascending.length; i++) {
            seen.features(i, row);
            ascending[i] = row[column];
        }
        Arrays.sort(ascending);
        List<Double> values = values(ascending);
        List<Double> means = new ArrayList<>();
        List<List<Double>> lines = new ArrayList<>();
        for (int line = 0; line < Math.min(LINES, asked.size()); line++) {
            lines.add(new ArrayList<>());
        }
        for (double value : values) {
            double[] probabilities = asked.probabilities(
                    model, (i, features) -> features[column] = value, new Quiet(progress, column), 0);
            means.add(Arrays.stream(probabilities).average().orElse(0));
            for (int line = 0; line < lines.size(); line++) {
                // Spread over all rows, which may be in the order of users.
                lines.get(line).add(probabilities[(int) ((long) line * asked.size() / lines.size())]);
            }
        }
        List<Double> deciles = new ArrayList<>();
        for (int decile = 1; decile < 10; decile++) {
            deciles.add(quantile(ascending, decile / 10.0));
        }
        return new PartialDependence(feature, values, means, lines, deciles);
    }

    /// The values that there are, or, where they are many, quantiles from the least to the greatest.
    private static List<Double> values(double[] ascending) {
        double[] distinct =
                Arrays.stream(ascending).distinct().limit(MOST_VALUES + 1L).toArray();
        if (distinct.length <= MOST_VALUES) {
            return Arrays.stream(distinct).boxed().toList();
        }
        return java.util.stream.IntStream.range(0, MOST_VALUES)
                .mapToDouble(i -> quantile(ascending, i / (MOST_VALUES - 1.0)))
                .distinct()
                .boxed()
                .toList();
    }

    private static double quantile(double[] ascending, double share) {
        return ascending[(int) Math.round(share * (ascending.length - 1))];
    }

    /// Passes a cancel on, and counts features instead of rows.
    private record Quiet(Progress progress, long done) implements Progress {
        @Override
        public void phase(String name, long total) {}

        @Override
        public void done(long count) {
            progress.done(done);
        }
    }
}
