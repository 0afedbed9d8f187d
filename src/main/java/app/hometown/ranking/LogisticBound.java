// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Feature;
import app.hometown.ranking.BoundedClickModel.Match;

/// The bound of a logistic regression: P = 1 / (1 + e^-(intercept + Σ coefficient · feature)).
///
/// The features that a stream has by itself are summed once, into the stream term. What depends on the distance,
/// `c₀ d + c₁ / (1 + d) + c₂ [d < 100] + c₃ [d < 1000]`, is convex or concave between its jumps, so its greatest value
/// over a range of distances is at an end, at a jump or at one place between; the rest is yes or no.
public final class LogisticBound implements BoundedClickModel.PairBound {
    /// The model may add its 15 terms in another order than the bound; 15 roundings of each are below this share of
    /// the terms' sizes.
    private static final double ROUNDING = 1e-14;

    private final double[] coefficients;
    private final double userTerm;
    private final double userSize;
    private final double turnKm;

    /// @param coefficients one a feature in [Feature]'s order; not changed
    /// @param intercept the log-odds where all features are 0
    public LogisticBound(
            double[] coefficients, double intercept, double localPreferenceStrength, double totalWatchHours) {
        this.coefficients = coefficients;
        double local = coefficients[Feature.USER_LOCAL_PREFERENCE.ordinal()] * localPreferenceStrength;
        double hours = coefficients[Feature.USER_TOTAL_WATCH_HOURS.ordinal()] * totalWatchHours;
        userTerm = intercept + local + hours;
        userSize = Math.abs(intercept) + Math.abs(local) + Math.abs(hours);
        // Where c₀ d + c₁ / (1 + d) turns from rising to falling, if it does.
        double slope = coefficients[Feature.DISTANCE_KM.ordinal()];
        double nearness = coefficients[Feature.PROXIMITY_BOOST.ordinal()];
        turnKm = slope < 0 && nearness < 0 ? Math.sqrt(nearness / slope) - 1 : Double.NaN;
    }

    /// The stream term of a logistic regression: an upper bound of what the stream's own features add to the log-odds.
    public static double streamTerm(
            double[] coefficients,
            double qualityScore,
            double avgViewerCount,
            double creatorFollowers,
            boolean partnered,
            boolean mature) {
        double quality = coefficients[Feature.STREAM_QUALITY_SCORE.ordinal()] * qualityScore;
        double viewers = coefficients[Feature.STREAM_AVG_VIEWERS.ordinal()] * avgViewerCount;
        double followers = coefficients[Feature.CREATOR_FOLLOWERS.ordinal()] * creatorFollowers;
        double partner = partnered ? coefficients[Feature.IS_PARTNERED.ordinal()] : 0;
        double maturity = mature ? coefficients[Feature.MATURE_CONTENT.ordinal()] : 0;
        double size =
                Math.abs(quality) + Math.abs(viewers) + Math.abs(followers) + Math.abs(partner) + Math.abs(maturity);
        return quality + viewers + followers + partner + maturity + 2 * ROUNDING * size;
    }

    @Override
    public double atMost(double leastKm, double mostKm, Match city, Match language, Match category, double streamTerm) {
        double distance = distanceTerm(leastKm, mostKm);
        double cityTerm = term(Feature.SAME_CITY, city);
        double languageTerm = term(Feature.SAME_LANGUAGE, language);
        double categoryTerm = term(Feature.CATEGORY_MATCH, category);
        double size = userSize
                + Math.abs(streamTerm)
                + distanceSize(mostKm)
                + Math.abs(cityTerm)
                + Math.abs(languageTerm)
                + Math.abs(categoryTerm);
        double logOdds =
                userTerm + distance + cityTerm + languageTerm + categoryTerm + streamTerm + 2 * ROUNDING * size;
        // The exponential is within one unit in the last place and keeps order, the sum and the quotient are rounded.
        return Math.min(1, 1 / (1 + Math.exp(-logOdds)) * (1 + 1e-15));
    }

    private double term(Feature feature, Match match) {
        double coefficient = coefficients[feature.ordinal()];
        return switch (match) {
            case NO -> 0;
            case YES -> coefficient;
            case EITHER -> Math.max(0, coefficient);
        };
    }

    private double distanceSize(double mostKm) {
        return Math.abs(coefficients[Feature.DISTANCE_KM.ordinal()]) * mostKm
                + Math.abs(coefficients[Feature.PROXIMITY_BOOST.ordinal()])
                + Math.abs(coefficients[Feature.IS_LOCAL_MATCH.ordinal()])
                + Math.abs(coefficients[Feature.IS_REGIONAL_MATCH.ordinal()]);
    }

    private double distanceTerm(double leastKm, double mostKm) {
        double local = coefficients[Feature.IS_LOCAL_MATCH.ordinal()];
        double regional = coefficients[Feature.IS_REGIONAL_MATCH.ordinal()];
        double greatest = Double.NEGATIVE_INFINITY;
        if (leastKm < Features.LOCAL_KM) {
            greatest = smoothTerm(leastKm, Math.min(mostKm, Features.LOCAL_KM)) + local + regional;
        }
        if (leastKm < Features.REGIONAL_KM && mostKm >= Features.LOCAL_KM) {
            double from = Math.max(leastKm, Features.LOCAL_KM);
            greatest = Math.max(greatest, smoothTerm(from, Math.min(mostKm, Features.REGIONAL_KM)) + regional);
        }
        if (mostKm >= Features.REGIONAL_KM) {
            greatest = Math.max(greatest, smoothTerm(Math.max(leastKm, Features.REGIONAL_KM), mostKm));
        }
        return greatest;
    }

    private double smoothTerm(double fromKm, double toKm) {
        double greatest = Math.max(smoothTerm(fromKm), smoothTerm(toKm));
        return turnKm > fromKm && turnKm < toKm ? Math.max(greatest, smoothTerm(turnKm)) : greatest;
    }

    private double smoothTerm(double km) {
        return coefficients[Feature.DISTANCE_KM.ordinal()] * km
                + coefficients[Feature.PROXIMITY_BOOST.ordinal()] * Features.proximity(km);
    }
}
