// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.additive;

import app.hometown.domain.Feature;
import app.hometown.ranking.AdditiveClickModel;
import app.hometown.ranking.BoundedClickModel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// A sum of curves, a generalised additive model: P(click) = 1 / (1 + e^-(intercept + Σ curve(feature))).
///
/// Asking allocates nothing; terms are added in feature order. Between two points of its curve a feature's
/// contribution rises or falls throughout and stays between theirs, to the last bit. Immutable.
public final class AdditiveModel implements BoundedClickModel, AdditiveClickModel {
    private final double intercept;
    private final Map<Feature, Curve> curves;
    private final Pieces[] pieces = new Pieces[Feature.COUNT];
    private final DistanceTerm distance;

    /// @param intercept what the log-odds start from, finite
    /// @param curves one a feature
    public AdditiveModel(double intercept, Map<Feature, Curve> curves) {
        if (!Double.isFinite(intercept)) {
            throw new IllegalArgumentException("intercept " + intercept);
        }
        this.intercept = intercept;
        this.curves = Collections.unmodifiableMap(new EnumMap<>(curves));
        for (Feature feature : Feature.values()) {
            Curve curve = this.curves.get(feature);
            if (curve == null) {
                throw new IllegalArgumentException("no curve of " + feature.column());
            }
            pieces[feature.ordinal()] = new Pieces(curve);
        }
        distance = new DistanceTerm(pieces);
    }

    /// One curve a feature, in feature order.
    public Map<Feature, Curve> curves() {
        return curves;
    }

    @Override
    public double probability(double[] features) {
        double sum = intercept;
        for (int i = 0; i < pieces.length; i++) {
            sum += pieces[i].at(features[i]);
        }
        return 1.0 / (1.0 + Math.exp(-sum));
    }

    @Override
    public double intercept() {
        return intercept;
    }

    @Override
    public double contribution(Feature feature, double value) {
        return pieces[feature.ordinal()].at(value);
    }

    @Override
    public double mostContribution(Feature feature, double from, double to) {
        return pieces[feature.ordinal()].most(from, to);
    }

    @Override
    public double leastContribution(Feature feature, double from, double to) {
        return pieces[feature.ordinal()].least(from, to);
    }

    @Override
    public double streamTerm(
            double qualityScore, double avgViewerCount, double creatorFollowers, boolean partnered, boolean mature) {
        double quality = contribution(Feature.STREAM_QUALITY_SCORE, qualityScore);
        double viewers = contribution(Feature.STREAM_AVG_VIEWERS, avgViewerCount);
        double followers = contribution(Feature.CREATOR_FOLLOWERS, creatorFollowers);
        double partner = contribution(Feature.IS_PARTNERED, partnered ? 1 : 0);
        double maturity = contribution(Feature.MATURE_CONTENT, mature ? 1 : 0);
        double size =
                Math.abs(quality) + Math.abs(viewers) + Math.abs(followers) + Math.abs(partner) + Math.abs(maturity);
        return quality + viewers + followers + partner + maturity + AdditiveBound.ROUNDING * size;
    }

    @Override
    public PairBound boundFor(double localPreferenceStrength, double totalWatchHours) {
        double preference = contribution(Feature.USER_LOCAL_PREFERENCE, localPreferenceStrength);
        double hours = contribution(Feature.USER_TOTAL_WATCH_HOURS, totalWatchHours);
        return new AdditiveBound(this, distance, intercept, preference, hours);
    }
}
