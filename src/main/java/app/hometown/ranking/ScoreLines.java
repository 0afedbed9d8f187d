// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;

/// How the scores of candidates follow one number of the scoring: each a straight line that may end in a plateau.
///
/// ```
/// score(c) = start + slope · c   below the knee,   level from there on
/// ```
///
/// The number itself is the coordinate c, but for what one point takes: points are viewers / number, a line in
/// 1 / number, so that is the coordinate there. Only caps make knees: of viewers and followers.
///
/// @param number which
/// @param slopes of the candidates below their knees
/// @param knees where the candidates' lines become level; infinite where they do not
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScoreLines(ScoringNumber number, double[] slopes, double[] knees) {
    static ScoreLines of(ScoringNumber number, Candidates candidates) {
        Scoring.Base base = candidates.ranker().scoring().base();
        double weight = candidates.ranker().scoring().weights().base();
        double[] slopes = new double[candidates.size()];
        double[] knees = new double[candidates.size()];
        Arrays.fill(knees, Double.POSITIVE_INFINITY);
        for (int i = 0; i < slopes.length; i++) {
            switch (number) {
                case WEIGHT_PROXIMITY -> slopes[i] = candidates.nearness(i);
                case WEIGHT_BASE -> slopes[i] = candidates.points(i, base);
                case WEIGHT_ML -> slopes[i] = candidates.probability(i);
                case QUALITY -> slopes[i] = weight * candidates.quality(i);
                case LANGUAGE_MATCH -> slopes[i] = candidates.language(i) ? weight : 0;
                case CATEGORY_MATCH -> slopes[i] = candidates.category(i) ? weight : 0;
                case PARTNERED -> slopes[i] = candidates.partnered(i) ? weight : 0;
                case VIEWERS_CAP -> {
                    slopes[i] = weight;
                    knees[i] = candidates.viewers(i) / base.viewersPerPoint();
                }
                case FOLLOWERS_CAP -> {
                    slopes[i] = weight;
                    knees[i] = candidates.followers(i) / base.followersPerPoint();
                }
                case VIEWERS_PER_POINT -> {
                    slopes[i] = base.viewersCap() > 0 ? weight * candidates.viewers(i) : 0;
                    knees[i] = knee(base.viewersCap(), candidates.viewers(i));
                }
                case FOLLOWERS_PER_POINT -> {
                    slopes[i] = base.followersCap() > 0 ? weight * candidates.followers(i) : 0;
                    knees[i] = knee(base.followersCap(), candidates.followers(i));
                }
            }
        }
        return new ScoreLines(number, slopes, knees);
    }

    /// Where min(count · c, cap) becomes level, c above 0; where the cap gives nothing it is level everywhere.
    private static double knee(double cap, double count) {
        return cap <= 0 || count == 0 ? Double.POSITIVE_INFINITY : cap / count;
    }

    /// The coordinate of a value of the number.
    double coordinate(double value) {
        return number.mustBePositive() ? 1 / value : value;
    }

    /// The value of the number at a coordinate.
    double value(double coordinate) {
        return number.mustBePositive() ? 1 / coordinate : coordinate;
    }

    /// The slope of a candidate just behind a coordinate.
    ///
    /// @param upwards whether behind means above
    double slope(int candidate, double coordinate, boolean upwards) {
        boolean below = upwards ? knees[candidate] > coordinate : knees[candidate] >= coordinate;
        return below ? slopes[candidate] : 0;
    }

    /// The next knee behind a coordinate, or infinity.
    double nextKnee(int candidate, double coordinate, boolean upwards) {
        double knee = knees[candidate];
        return upwards
                ? knee > coordinate ? knee : Double.POSITIVE_INFINITY
                : knee < coordinate ? knee : Double.NEGATIVE_INFINITY;
    }

    /// Whether moving the number changes the difference between any candidate and another.
    boolean matters(int candidate) {
        for (int i = 0; i < slopes.length; i++) {
            if (slopes[i] != slopes[candidate] || (slopes[i] != 0 && knees[i] != knees[candidate])) {
                return true;
            }
        }
        return false;
    }

    /// Whether the levels are the scores as they are.
    boolean startsFromScores() {
        return !number.mustBePositive();
    }

    /// Levels for [Skyband]: of two candidates the one with the higher level and as much lift stays above the other.
    double[] levels(Candidates candidates) {
        if (startsFromScores()) {
            return candidates.scores();
        }
        // Lines in 1 / number rise from what the score is without these points, which a cap of 0 takes away.
        ScoringNumber cap =
                number == ScoringNumber.VIEWERS_PER_POINT ? ScoringNumber.VIEWERS_CAP : ScoringNumber.FOLLOWERS_CAP;
        Candidates.Rescored without =
                candidates.under(cap.in(candidates.ranker().scoring(), 0));
        double[] levels = new double[candidates.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = without.score(i);
        }
        return levels;
    }

    /// Lifts for [Skyband], in a direction.
    double[] lifts(boolean upwards) {
        double[] lifts = new double[slopes.length];
        for (int i = 0; i < lifts.length; i++) {
            // Adding 0 makes one zero of both.
            lifts[i] = switch (number) {
                // One slope for all: how far it goes is what differs.
                case VIEWERS_CAP, FOLLOWERS_CAP -> (upwards == slopes[i] > 0 ? knees[i] : -knees[i]) + 0.0;
                case VIEWERS_PER_POINT, FOLLOWERS_PER_POINT -> slopes[i] + 0.0;
                default -> (upwards ? slopes[i] : -slopes[i]) + 0.0;
            };
        }
        return lifts;
    }
}
