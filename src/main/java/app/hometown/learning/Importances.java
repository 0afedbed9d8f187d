// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.ranking.ClickModel;
import app.hometown.statistics.FixedRandom;
import java.util.EnumMap;
import java.util.Map;

/// How much each feature moves a model's prediction, in one unit for all algorithms: the change of the log-odds of a
/// click when the feature changes by one standard deviation, the others held.
///
/// For a logistic regression that is |coefficient| · standard deviation. For the others it is measured: on some of the
/// rows the feature is exchanged for that of another row, and the change of the log-odds has √2 times the wanted size,
/// as the difference of two values has √2 times the deviation of one.
final class Importances {
    private static final int MOST_ROWS = 4_000;

    /// Keeps the log-odds of a forest that is certain finite.
    private static final double LEAST_PROBABILITY = 1e-6;

    private Importances() {}

    /// One importance a feature, at least 0, in feature order. Costs 15 predictions for each of at most 4,000 rows, but
    /// nothing for a logistic regression.
    static Map<Feature, Double> of(
            ClickModel model, SampleRows train, FeatureSpread spread, long seed, Progress progress) {
        Map<Feature, Double> importances = new EnumMap<>(Feature.class);
        if (model instanceof LogisticModel logistic) {
            for (Feature feature : Feature.values()) {
                importances.put(feature, Math.abs(logistic.coefficient(feature)) * spread.deviation(feature));
            }
            return importances;
        }
        SampleRows some = train.sampled(MOST_ROWS, seed);
        int size = some.size();
        progress.phase("weighing features", (long) size * Feature.COUNT);
        double[] whole = some.probabilities(model, (row, features) -> {}, progress, 0);
        FixedRandom random = new FixedRandom(seed, 5);
        int[] partners = new int[size];
        for (int i = 0; i < size; i++) {
            partners[i] = some.sample(random.below(size));
        }
        for (Feature feature : Feature.values()) {
            double[] exchanged = some.probabilities(
                    model,
                    (row, features) -> features[feature.ordinal()] = some.data().feature(partners[row], feature),
                    progress,
                    (long) size * feature.ordinal());
            double squares = 0;
            for (int i = 0; i < size; i++) {
                double change = logOdds(exchanged[i]) - logOdds(whole[i]);
                squares += change * change;
            }
            importances.put(feature, Math.sqrt(squares / size / 2));
        }
        return importances;
    }

    private static double logOdds(double probability) {
        double p = Math.clamp(probability, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY);
        return Math.log(p / (1 - p));
    }
}
