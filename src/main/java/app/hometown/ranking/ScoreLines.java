// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Streams;

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
        int size = candidates.size();
        double[] slopes = new double[size];
        double[] knees = new double[size];
        Streams streams = candidates.streams();
        Viewer viewer = candidates.viewer();
        Scoring.Base base = candidates.ranker().scoring().base();
        double weight = candidates.ranker().scoring().weights().base();
        Scorer points = new Scorer(viewer, streams, Ranker.basic(unit(candidates.ranker().scoring())));
        boolean model = candidates.ranker().clickModel().isPresent();
        for (int i = 0; i < size; i++) {
            int row = candidates.rows()[i];
            double knee =
                    switch (number) {
                        case VIEWERS_CAP -> streams.avgViewerCount(row) / base.viewersPerPoint();
                        case FOLLOWERS_CAP -> streams.creatorFollowers(row) / base.followersPerPoint();
                        case VIEWERS_PER_POINT -> knee(base.viewersCap(), streams.avgViewerCount(row));
                        case FOLLOWERS_PER_POINT -> knee(base.followersCap(), streams.creatorFollowers(row));
                        default -> Double.POSITIVE_INFINITY;
                    };
            double slope =
                    switch (number) {
                        case WEIGHT_PROXIMITY ->
                            Features.proximity(candidates.distancesKm()[i]) * (1.0 + viewer.localPreferenceStrength());
                        case WEIGHT_BASE -> points.score(row, candidates.distancesKm()[i]);
                        case WEIGHT_ML -> model ? candidates.probabilities()[i] : 0;
                        case QUALITY -> weight * streams.qualityScore(row);
                        case LANGUAGE_MATCH -> viewer.language() == streams.language(row) ? weight : 0;
                        case CATEGORY_MATCH -> viewer.prefers(streams.category(row)) ? weight : 0;
                        case PARTNERED -> streams.partnered(row) ? weight : 0;
                        case VIEWERS_CAP, FOLLOWERS_CAP -> weight;
                        case VIEWERS_PER_POINT -> base.viewersCap() > 0 ? weight * streams.avgViewerCount(row) : 0;
                        case FOLLOWERS_PER_POINT ->
                            base.followersCap() > 0 ? weight * streams.creatorFollowers(row) : 0;
                    };
            slopes[i] = slope;
            knees[i] = knee;
        }
        return new ScoreLines(number, slopes, knees);
    }

    /// Scores that are nothing but the base part.
    private static Scoring unit(Scoring scoring) {
        return new Scoring(new Scoring.Weights(0, 1, 0), scoring.base(), scoring.radiusKm(), scoring.expand());
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

    /// Levels for [Skyband]: of two candidates the one with the higher level and as much lift stays above the other.
    double[] levels(Candidates candidates) {
        if (!number.mustBePositive()) {
            return candidates.scores();
        }
        // Lines in 1 / number rise from what the score is without these points, which a cap of 0 takes away.
        ScoringNumber cap = number == ScoringNumber.VIEWERS_PER_POINT
                ? ScoringNumber.VIEWERS_CAP
                : ScoringNumber.FOLLOWERS_CAP;
        Ranker ranker = candidates.ranker();
        Scorer without = new Scorer(
                candidates.viewer(),
                candidates.streams(),
                new Ranker(ranker.name(), cap.in(ranker.scoring(), 0), ranker.clickModel()));
        double[] levels = new double[candidates.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = candidates.score(i, without);
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
