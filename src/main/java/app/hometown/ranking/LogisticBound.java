// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Feature;
import app.hometown.geo.Geodesic;
import app.hometown.ranking.BoundedClickModel.Match;

/// The bound of a logistic regression: P = 1 / (1 + e^-(intercept + Σ coefficient · feature)).
///
/// The features that a stream has by itself are summed once, into the stream term. What depends on the distance,
/// `c₀ d + c₁ / (1 + d) + c₂ [d < 100] + c₃ [d < 1000]`, is convex or concave between its jumps, so its greatest value
/// over a range of distances is at an end, at a jump or at one place between; the rest is yes or no.
public final class LogisticBound implements LogOddsBound {
    /// The model may add its 15 terms in another order than the bound; 15 roundings of each are below this share of
    /// the terms' sizes.
    private static final double ROUNDING = 1e-14;

    /// More than a float differs from its neighbours.
    private static final double FLOAT_ROUNDING = 0x1p-22;

    private final double slope;
    private final double nearness;
    private final double local;
    private final double regional;
    private final double[] city;
    private final double[] language;
    private final double[] category;
    private final double userTerm;
    private final double size;
    private final boolean nearIsLikelier;
    private final double turnKm;

    /// @param coefficients one a feature in [Feature]'s order
    /// @param intercept the log-odds where all features are 0
    public LogisticBound(
            double[] coefficients, double intercept, double localPreferenceStrength, double totalWatchHours) {
        slope = coefficients[Feature.DISTANCE_KM.ordinal()];
        nearness = coefficients[Feature.PROXIMITY_BOOST.ordinal()];
        local = coefficients[Feature.IS_LOCAL_MATCH.ordinal()];
        regional = coefficients[Feature.IS_REGIONAL_MATCH.ordinal()];
        city = terms(coefficients[Feature.SAME_CITY.ordinal()]);
        language = terms(coefficients[Feature.SAME_LANGUAGE.ordinal()]);
        category = terms(coefficients[Feature.CATEGORY_MATCH.ordinal()]);
        double preference = coefficients[Feature.USER_LOCAL_PREFERENCE.ordinal()] * localPreferenceStrength;
        double hours = coefficients[Feature.USER_TOTAL_WATCH_HOURS.ordinal()] * totalWatchHours;
        userTerm = intercept + preference + hours;
        size = Math.abs(intercept)
                + Math.abs(preference)
                + Math.abs(hours)
                + Math.abs(slope) * Geodesic.FARTHEST_KM
                + Math.abs(nearness)
                + Math.abs(local)
                + Math.abs(regional)
                + Math.abs(coefficients[Feature.SAME_CITY.ordinal()])
                + Math.abs(coefficients[Feature.SAME_LANGUAGE.ordinal()])
                + Math.abs(coefficients[Feature.CATEGORY_MATCH.ordinal()]);
        nearIsLikelier = slope <= 0 && nearness >= 0 && local >= 0 && regional >= 0;
        // Where slope d + nearness / (1 + d) turns from rising to falling, if it does.
        turnKm = slope < 0 && nearness < 0 ? Math.sqrt(nearness / slope) - 1 : Double.NaN;
    }

    private static double[] terms(double coefficient) {
        double[] terms = new double[Match.values().length];
        terms[Match.YES.ordinal()] = coefficient;
        terms[Match.EITHER.ordinal()] = Math.max(0, coefficient);
        return terms;
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
    public double constant() {
        return userTerm + 4 * ROUNDING * size;
    }

    @Override
    public double distance(double leastKm) {
        return nearIsLikelier ? distanceTerm(leastKm) : distanceTerm(leastKm, Geodesic.FARTHEST_KM);
    }

    @Override
    public double city(Match match) {
        return city[match.ordinal()];
    }

    @Override
    public double language(Match match) {
        return language[match.ordinal()];
    }

    @Override
    public double category(Match match) {
        return category[match.ordinal()];
    }

    @Override
    public boolean needsMostKm() {
        return !nearIsLikelier;
    }

    @Override
    public double atMost(double leastKm, double mostKm, Match city, Match language, Match category, double streamTerm) {
        double logOdds = userTerm
                + (nearIsLikelier ? distanceTerm(leastKm) : distanceTerm(leastKm, mostKm))
                + this.city[city.ordinal()]
                + this.language[language.ordinal()]
                + this.category[category.ordinal()]
                + streamTerm
                + 2 * ROUNDING * (size + Math.abs(streamTerm));
        // The exponential is within one unit in the last place and keeps order, the sum and the quotient are rounded.
        return Math.min(1, 1 / (1 + Math.exp(-logOdds)) * (1 + 1e-15));
    }

    /// The slope of the logistic function is 1/4 at most.
    @Override
    public double looseness(double streamTerm) {
        double logOdds = Math.abs(streamTerm) * FLOAT_ROUNDING + 4 * ROUNDING * (size + Math.abs(streamTerm));
        return 0.25 * logOdds + 1e-14;
    }

    private double distanceTerm(double km) {
        return smoothTerm(km) + (km < Features.LOCAL_KM ? local : 0) + (km < Features.REGIONAL_KM ? regional : 0);
    }

    private double distanceTerm(double leastKm, double mostKm) {
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
        return slope * km + nearness * Features.proximity(km);
    }
}
