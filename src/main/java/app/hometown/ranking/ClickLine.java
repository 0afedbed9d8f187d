// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.geo.Geodesic;
import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.BoundedClickModel.PairBound;

/// A straight line above P(click), for one user: P is at most the base, plus what a language match and a category match
/// add, plus slope · (stream term − least term). A scan can add it up for many streams at once, whatever the model is.
///
/// @param base P where nothing matches and the stream term is the least
/// @param language what a language match adds, at least 0
/// @param category what a category match adds, at least 0
/// @param slope what the stream term adds for each of its units, at least 0
record ClickLine(double base, double language, double category, double slope) {
    /// Nothing is known but that it is a probability.
    static final ClickLine TRIVIAL = new ClickLine(1, 0, 0, 0);

    /// There is no model.
    static final ClickLine NONE = new ClickLine(0, 0, 0, 0);

    /// Places where the probability is asked for; between them it is taken to be that of the next.
    private static final int PLACES = 64;

    private static final int SLOPES = 48;

    /// The line that is lowest in the middle of the terms.
    ///
    /// @param bound the user's
    /// @param terms what terms there are; finite
    /// @param radiusKm no stream farther off is asked for
    static ClickLine of(PairBound bound, ScanColumns.Range terms, double radiusKm) {
        double mostKm = Math.min(radiusKm, Geodesic.FARTHEST_KM);
        double length = terms.hi() - terms.lo();
        double[] both = curve(bound, terms, mostKm, Match.YES, Match.YES);
        double slope = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= SLOPES && length > 0; i++) {
            // From flat to eight times the slope that would take the line from 0 to 1.
            double tried = 8.0 * i / SLOPES / length;
            double middle = least(both, tried, length) + tried * length / 2;
            if (middle < lowest) {
                lowest = middle;
                slope = tried;
            }
        }
        double none = least(curve(bound, terms, mostKm, Match.NO, Match.NO), slope, length);
        double language = Math.max(0, least(curve(bound, terms, mostKm, Match.YES, Match.NO), slope, length) - none);
        double category = Math.max(0, least(curve(bound, terms, mostKm, Match.NO, Match.YES), slope, length) - none);
        double base = Math.max(none, least(both, slope, length) - language - category);
        return new ClickLine(base, language, category, slope);
    }

    private static double[] curve(
            PairBound bound, ScanColumns.Range terms, double mostKm, Match language, Match category) {
        double[] curve = new double[PLACES + 1];
        for (int i = 0; i <= PLACES; i++) {
            double term = i == PLACES ? Math.nextUp(terms.hi()) : terms.lo() + (terms.hi() - terms.lo()) * i / PLACES;
            curve[i] = bound.atMost(0, mostKm, Match.EITHER, language, category, term);
        }
        return curve;
    }

    /// Where a line of a slope must begin to be nowhere below the curve.
    private static double least(double[] curve, double slope, double length) {
        double least = curve[0];
        for (int i = 1; i <= PLACES; i++) {
            least = Math.max(least, curve[i] - slope * length * (i - 1) / PLACES);
        }
        return least;
    }
}
