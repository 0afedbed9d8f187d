// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Feature;
import app.hometown.domain.Samples;
import app.hometown.ranking.BoundedClickModel;

/// The truth about made-up data as a click model: how likely a made-up user clicks on any stream ([ClickBehaviour]),
/// not only on those that the samples show. Immutable.
///
/// It is the truth of data that this program made up and of no other: ask [#explains] first.
public final class TrueClickModel implements BoundedClickModel {
    /// More than a float differs from its neighbours.
    private static final double FLOAT_ROUNDING = 0x1p-22;

    /// Probabilities that differ by less are the same, however they were stored.
    private static final double STORED = 1e-6;

    /// Whether it explains samples: whether their true click probabilities are known and are its own, each of them,
    /// computed from their own features.
    ///
    /// @param samples some or all of a file's
    public static boolean explains(Samples samples) {
        if (!samples.hasTrueClickProbabilities() || samples.size() == 0) {
            return false;
        }
        double[] features = new double[Feature.COUNT];
        for (int sample = 0; sample < samples.size(); sample++) {
            for (Feature feature : Feature.values()) {
                features[feature.ordinal()] = samples.feature(sample, feature);
            }
            if (!(Math.abs(ClickBehaviour.probability(features) - samples.trueClickProbability(sample)) < STORED)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double probability(double[] features) {
        return ClickBehaviour.probability(features);
    }

    @Override
    public double streamTerm(
            double qualityScore, double avgViewerCount, double creatorFollowers, boolean partnered, boolean mature) {
        return ClickBehaviour.engagement(qualityScore, partnered ? 1 : 0);
    }

    @Override
    public PairBound boundFor(double localPreferenceStrength, double totalWatchHours) {
        return new PairBound() {
            // Every step is a product of what is at its most and not negative, in the order of the formula.
            @Override
            public double atMost(
                    double leastKm, double mostKm, Match city, Match language, Match category, double streamTerm) {
                return Math.min(
                        1,
                        streamTerm
                                * ClickBehaviour.proximityFactor(localPreferenceStrength, leastKm)
                                * ClickBehaviour.preferenceMatch(language != Match.NO, category != Match.NO));
            }

            @Override
            public double looseness(double streamTerm) {
                return Math.abs(streamTerm) * FLOAT_ROUNDING;
            }

            @Override
            public boolean needsMostKm() {
                return false;
            }
        };
    }
}
