// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Feature;
import app.hometown.domain.Streams;

/// How the score of one stream follows one of its own numbers, and the nearest place where it passes a mark.
///
/// The score need not rise or fall throughout: nearness may be worth points and yet make a click less likely. So
/// stretches are bounded: each part is at its best at one end of a stretch, or, of a contribution to the log-odds,
/// where
/// the model says ([AdditiveClickModel]). Stretches that cannot pass the mark are passed over, the others
/// cut in half, the nearer half first, down to two neighbouring numbers.
final class StreamCurve {
    /// Stretches shorter than this share of their place are not cut further: within, the curve counts as straight.
    private static final double FINEST = 1e-13;

    /// More than all roundings of a score, as a share of its parts' sizes.
    private static final double ROUNDING = 1e-14;

    /// Cuts after which a curve that touches the mark without passing it counts as not passing.
    private static final int MOST_CUTS = 200_000;

    private final Streams streams;
    private final Ranker ranker;
    private final Scorer scorer;
    private final int row;
    private final StreamNumber number;
    private final double distanceKm;
    private final double[] features = new double[Feature.COUNT];
    private final double rest;
    private final double restSize;
    private int cuts;

    /// A score to pass.
    ///
    /// @param rival the score of another stream
    /// @param winsTies whether the stream stands above the other where their scores are the same
    /// @param over whether it should stand above the other, or below
    record Mark(double rival, boolean winsTies, boolean over) {
        /// Whether a score suits.
        boolean suits(double score) {
            return over == (score > rival || (score == rival && winsTies));
        }

        /// Whether scores may suit of which this is a bound on the better side.
        boolean maySuit(double best) {
            return over ? best >= rival : best <= rival;
        }
    }

    /// Which end of a stretch is best.
    private enum End {
        NEAR,
        FAR,
        /// Both are the same, and all between.
        ANY,
        /// It cannot be said: parts of the score differ.
        UNKNOWN;

        End and(End other) {
            return this == ANY || this == other ? other : other == ANY ? this : UNKNOWN;
        }

        static End of(double near, double far, boolean most) {
            return near == far ? ANY : (near < far) == most ? FAR : NEAR;
        }
    }

    StreamCurve(Viewer viewer, Streams streams, Ranker ranker, int row, StreamNumber number) {
        this.streams = streams;
        this.ranker = ranker;
        this.row = row;
        this.number = number;
        scorer = new Scorer(viewer, streams, ranker);
        distanceKm = scorer.distanceKm(row);
        Features.compute(viewer, streams, row, distanceKm, features);
        Breakdown breakdown = scorer.breakdown(row, distanceKm);
        double sum = 0;
        double size = 0;
        for (ScoreTerm term : ScoreTerm.values()) {
            if (term != ScoreTerm.CLICK && term != moved()) {
                sum += term.points(breakdown);
                size += Math.abs(term.points(breakdown));
            }
        }
        rest = sum;
        restSize = size;
    }

    /// The term that follows the number, beside the click term.
    private ScoreTerm moved() {
        return switch (number) {
            case DISTANCE_KM -> ScoreTerm.PROXIMITY;
            case AVG_VIEWER_COUNT -> ScoreTerm.VIEWERS;
            case QUALITY_SCORE -> ScoreTerm.QUALITY;
        };
    }

    /// That term at a value.
    private double term(double value) {
        Scoring.Base base = ranker.scoring().base();
        double weight = ranker.scoring().weights().base();
        return switch (number) {
            case DISTANCE_KM -> scorer.proximityTerm(value);
            case AVG_VIEWER_COUNT -> weight * Scorer.viewers(base, value);
            case QUALITY_SCORE -> weight * (base.quality() * value);
        };
    }

    /// Whether the score can be followed: there is no click term, or its model says how it comes about.
    boolean followable() {
        return !clicks() || ranker.clickModel().orElse(null) instanceof AdditiveClickModel;
    }

    private boolean clicks() {
        return ranker.clickModel().isPresent() && ranker.scoring().weights().ml() != 0;
    }

    /// The number as it is.
    double now() {
        return switch (number) {
            case DISTANCE_KM -> distanceKm;
            case AVG_VIEWER_COUNT -> streams.avgViewerCount(row);
            case QUALITY_SCORE -> streams.qualityScore(row);
        };
    }

    /// The score at a value of the number.
    double score(double value) {
        return scorer.score(
                row,
                number == StreamNumber.DISTANCE_KM ? value : distanceKm,
                number == StreamNumber.QUALITY_SCORE ? value : streams.qualityScore(row),
                number == StreamNumber.AVG_VIEWER_COUNT ? value : streams.avgViewerCount(row));
    }

    /// The value nearest to one end of a stretch at which the score suits.
    ///
    /// @param near an end, itself looked at too
    /// @param far the other end
    /// @return not a number when none does
    double nearest(double near, double far, Mark mark) {
        if (mark.suits(score(near))) {
            return near;
        }
        cuts = 0;
        return search(near, far, mark);
    }

    /// @param near does not suit
    private double search(double near, double far, Mark mark) {
        double middle = middle(near, far);
        boolean fine = Math.abs(far - near) <= FINEST * Math.max(Math.abs(near), Math.abs(far));
        if (fine || middle == near || middle == far) {
            return mark.suits(score(far)) ? bisected(near, far, mark) : Double.NaN;
        }
        switch (best(near, far, mark.over())) {
            case NEAR, ANY -> {
                return Double.NaN;
            }
            case FAR -> {
                if (!mark.suits(score(far))) {
                    return Double.NaN;
                }
            }
            case UNKNOWN -> {
                double best = bound(near, far, mark.over());
                if (cuts++ > MOST_CUTS || !mark.maySuit(best)) {
                    return Double.NaN;
                }
                if (Math.abs(best - bound(near, far, !mark.over())) <= 4 * rounding(near, far)) {
                    // All between is the same but for rounding.
                    return mark.suits(score(far)) ? bisected(near, far, mark) : Double.NaN;
                }
            }
        }
        if (mark.suits(score(middle))) {
            return search(near, middle, mark);
        }
        double first = search(near, middle, mark);
        return Double.isNaN(first) ? search(middle, far, mark) : first;
    }

    /// Where on a stretch the score is greatest, or least. Rounding keeps order, so what is said here holds for rounded
    /// scores.
    private End best(double near, double far, boolean most) {
        End best = End.of(term(near), term(far), most);
        if (clicks() && ranker.clickModel().orElse(null) instanceof AdditiveClickModel model) {
            boolean likelier = most == ranker.scoring().weights().ml() > 0;
            for (Feature feature : Feature.values()) {
                if (follows(feature)) {
                    best = best.and(best(model, feature, at(feature, near), at(feature, far), likelier));
                }
            }
        }
        return best;
    }

    private static End best(AdditiveClickModel model, Feature feature, double near, double far, boolean most) {
        double atNear = model.contribution(feature, near);
        double atFar = model.contribution(feature, far);
        double least = model.leastContribution(feature, Math.min(near, far), Math.max(near, far));
        double greatest = model.mostContribution(feature, Math.min(near, far), Math.max(near, far));
        boolean atAnEnd = least == Math.min(atNear, atFar) && greatest == Math.max(atNear, atFar);
        return atAnEnd ? End.of(atNear, atFar, most) : End.UNKNOWN;
    }

    private double bisected(double near, double far, Mark mark) {
        double out = near;
        double in = far;
        while (true) {
            double middle = middle(out, in);
            if (middle == out || middle == in) {
                return in;
            }
            if (mark.suits(score(middle))) {
                in = middle;
            } else {
                out = middle;
            }
        }
    }

    private double middle(double one, double other) {
        double middle = one + (other - one) / 2;
        return number == StreamNumber.AVG_VIEWER_COUNT ? Math.rint(middle) : middle;
    }

    /// Not less than the scores of a stretch, or not more.
    private double bound(double near, double far, boolean most) {
        double atNear = term(near);
        double atFar = term(far);
        double weight = ranker.scoring().weights().ml();
        double click = 0;
        if (clicks() && ranker.clickModel().orElse(null) instanceof AdditiveClickModel model) {
            click = weight * probability(model, near, far, most == weight > 0);
        }
        double bound = rest + (most ? Math.max(atNear, atFar) : Math.min(atNear, atFar)) + click;
        return most ? bound + rounding(near, far) : bound - rounding(near, far);
    }

    /// More than scores of a stretch are rounded by.
    private double rounding(double near, double far) {
        double weight = ranker.scoring().weights().ml();
        return ROUNDING * (restSize + Math.abs(term(near)) + Math.abs(term(far)) + Math.abs(weight));
    }

    /// Not less than P(click) on a stretch, or not more.
    private double probability(AdditiveClickModel model, double from, double to, boolean most) {
        double logOdds = model.intercept();
        double size = Math.abs(logOdds);
        for (Feature feature : Feature.values()) {
            double least = least(feature, from, to);
            double greatest = greatest(feature, from, to);
            double contribution = most
                    ? model.mostContribution(feature, least, greatest)
                    : model.leastContribution(feature, least, greatest);
            logOdds += contribution;
            size += Math.abs(contribution);
        }
        return 1 / (1 + Math.exp(-(logOdds + (most ? ROUNDING : -ROUNDING) * size)));
    }

    private double least(Feature feature, double from, double to) {
        return follows(feature) ? Math.min(at(feature, from), at(feature, to)) : features[feature.ordinal()];
    }

    private double greatest(Feature feature, double from, double to) {
        return follows(feature) ? Math.max(at(feature, from), at(feature, to)) : features[feature.ordinal()];
    }

    /// Whether a feature moves with the number; each then rises or falls throughout.
    private boolean follows(Feature feature) {
        return switch (feature) {
            case DISTANCE_KM, PROXIMITY_BOOST, IS_LOCAL_MATCH, IS_REGIONAL_MATCH -> number == StreamNumber.DISTANCE_KM;
            case STREAM_AVG_VIEWERS -> number == StreamNumber.AVG_VIEWER_COUNT;
            case STREAM_QUALITY_SCORE -> number == StreamNumber.QUALITY_SCORE;
            default -> false;
        };
    }

    private static double at(Feature feature, double value) {
        return switch (feature) {
            case PROXIMITY_BOOST -> Features.proximity(value);
            case IS_LOCAL_MATCH -> value < Features.LOCAL_KM ? 1 : 0;
            case IS_REGIONAL_MATCH -> value < Features.REGIONAL_KM ? 1 : 0;
            default -> value;
        };
    }
}
