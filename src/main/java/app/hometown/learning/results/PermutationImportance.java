// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.learning.SampleRows;
import app.hometown.ranking.ClickModel;
import app.hometown.statistics.FixedRandom;
import app.hometown.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/// Finds out how much a model needs each feature, by dealing the feature's values out anew among the rows.
///
/// Source: L. Breiman, "Random forests", Machine Learning 45, 2001, section 10. Intervals: each row's rise of the
/// log-loss is averaged over the deals, and the interval is that of the mean over rows; the AUC's by DeLong's method
/// from placements averaged over the deals. So they tell what other test rows would do, not only other deals.
final class PermutationImportance {
    /// Enough for intervals of some thousandths; more would only take longer.
    static final int MOST_ROWS = 10_000;

    static final int DEALS = 5;

    private PermutationImportance() {}

    /// Costs 70 predictions a row, on all processors.
    ///
    /// @param rows at least one of either label; at most 10,000 of them are looked at
    /// @throws java.util.concurrent.CancellationException when the progress says so
    static List<FeatureImportance> of(ClickModel model, SampleRows rows, long seed, Progress progress) {
        SampleRows some = rows.sampled(MOST_ROWS, seed);
        int size = some.size();
        boolean[] labels = some.labels();
        progress.phase("shuffling features", (long) size * DEALS * Feature.COUNT);
        double[] whole = some.probabilities(model, (row, features) -> {}, progress, 0);
        Placements before = Placements.of(whole, labels);
        List<FeatureImportance> importances = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            int column = feature.ordinal();
            double[] values = new double[size];
            double[] row = new double[Feature.COUNT];
            for (int i = 0; i < size; i++) {
                some.features(i, row);
                values[i] = row[column];
            }
            double[] rises = new double[size];
            List<Placements> drops = new ArrayList<>();
            for (int deal = 0; deal < DEALS; deal++) {
                shuffle(values, seed, column * DEALS + deal);
                double[] shuffled = some.probabilities(
                        model,
                        (i, features) -> features[column] = values[i],
                        progress,
                        (long) size * (column * DEALS + deal));
                for (int i = 0; i < size; i++) {
                    rises[i] += (ClickCurves.rowLoss(shuffled[i], labels[i]) - ClickCurves.rowLoss(whole[i], labels[i]))
                            / DEALS;
                }
                drops.add(before.minus(Placements.of(shuffled, labels)));
            }
            importances.add(
                    new FeatureImportance(feature, Placements.mean(drops).interval(), mean(rises)));
        }
        return importances;
    }

    private static void shuffle(double[] values, long seed, int deal) {
        FixedRandom random = new FixedRandom(seed, 1);
        random.at(deal);
        for (int last = values.length - 1; last > 0; last--) {
            int other = random.below(last + 1);
            double swap = values[last];
            values[last] = values[other];
            values[other] = swap;
        }
    }

    /// The mean of independent values with its interval.
    static Interval mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1.0) / values.length);
        return Interval.normal(mean, error);
    }
}
