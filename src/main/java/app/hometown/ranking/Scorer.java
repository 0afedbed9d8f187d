// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Feature;
import app.hometown.domain.Streams;
import app.hometown.geo.Geodesic;
import org.jspecify.annotations.Nullable;

/// The formula: scores the streams of a catalog for one user under one ranker.
///
/// ```
/// proximity = 1 / (1 + distance_km)
/// base      = quality + viewers + followers + partnered + language match + category match
/// score     = w.proximity · proximity · (1 + local preference) + w.base · base + w.ml · P(click)
/// ```
///
/// Everything that needs a score, a candidate's distance or its breakdown asks here, so that the same pair has the
/// same score to the bit wherever it is shown. An instance serves one thread.
public final class Scorer {
    private final Viewer viewer;
    private final Streams streams;
    private final Scoring.Base base;
    private final double proximityWeight;
    private final double baseWeight;
    private final double mlWeight;
    private final double preference;
    private final @Nullable ClickModel clickModel;
    private final double[] features = new double[Feature.COUNT];

    /// @param viewer the user
    /// @param streams the streams of the viewer's catalog
    /// @param ranker scoring and click model
    public Scorer(Viewer viewer, Streams streams, Ranker ranker) {
        this.viewer = viewer;
        this.streams = streams;
        this.base = ranker.scoring().base();
        Scoring.Weights weights = ranker.scoring().weights();
        proximityWeight = weights.proximity();
        baseWeight = weights.base();
        mlWeight = weights.ml();
        preference = 1.0 + viewer.localPreferenceStrength();
        this.clickModel = ranker.clickModel().orElse(null);
    }

    /// WGS-84 geodesic distance between the user and a stream.
    public double distanceKm(int row) {
        return Geodesic.distanceKm(
                viewer.latitude(), viewer.longitude(), streams.latitude(row), streams.longitude(row));
    }

    /// P(click), 0..1; 0 when the ranker has no click model.
    public double clickProbability(int row, double distanceKm) {
        if (clickModel == null) {
            return 0.0;
        }
        Features.compute(viewer, streams, row, distanceKm, features);
        return clickModel.probability(features);
    }

    /// The score of a stream, from its distance.
    public double score(int row, double distanceKm) {
        return score(row, distanceKm, clickModel == null ? 0.0 : clickProbability(row, distanceKm));
    }

    /// The score that a stream would have with other numbers of its own, all else as it is.
    double score(int row, double distanceKm, double qualityScore, double avgViewerCount) {
        double staticPoints = staticPoints(
                base.quality() * qualityScore,
                viewers(base, avgViewerCount),
                followers(base, streams.creatorFollowers(row)),
                streams.partnered(row) ? base.partnered() : 0.0);
        double probability = 0.0;
        if (clickModel != null) {
            Features.compute(viewer, streams, row, distanceKm, features);
            features[Feature.STREAM_QUALITY_SCORE.ordinal()] = qualityScore;
            features[Feature.STREAM_AVG_VIEWERS.ordinal()] = avgViewerCount;
            probability = clickModel.probability(features);
        }
        return score(distanceKm, points(staticPoints, language(row), category(row)), probability);
    }

    /// The scores of several streams. All are touched before the first is scored, so that the processor waits for their
    /// places in memory together and not for one after the other.
    ///
    /// @param rows the streams; the first `count` are read
    /// @param distancesKm their distances
    double[] scores(int[] rows, double[] distancesKm, int count) {
        double[] scores = new double[count];
        for (int i = 0; i < count; i++) {
            scores[i] = streams.qualityScore(rows[i]);
        }
        for (int i = 0; i < count; i++) {
            scores[i] = score(rows[i], distancesKm[i]);
        }
        return scores;
    }

    /// The score of a stream from its distance and P(click).
    double score(int row, double distanceKm, double probability) {
        return score(distanceKm, points(staticPoints(row), language(row), category(row)), probability);
    }

    /// The score from its parts. Rounding keeps order: while the weights are not negative it never falls when the
    /// distance falls, nor when the points or the probability rise, to the last bit; with a negative weight it is
    /// the other way round for that part. So parts that are each too favourable give an upper bound of the score.
    ///
    /// @param points the base part
    double score(double distanceKm, double points, double probability) {
        return sum(proximityTerm(distanceKm), points, probability);
    }

    /// The same from the proximity's term.
    double sum(double proximityTerm, double points, double probability) {
        double score = proximityTerm + baseWeight * points;
        return clickModel == null ? score : score + mlWeight * probability;
    }

    /// What nearness adds to the score.
    double proximityTerm(double distanceKm) {
        return termOf(Features.proximity(distanceKm));
    }

    /// The same from the proximity.
    double termOf(double proximity) {
        return proximityWeight * proximity * preference;
    }

    /// The base part from its three parts, in the order in which it is always added up.
    static double points(double staticPoints, double language, double category) {
        return staticPoints + language + category;
    }

    /// The part of the base that is the stream's own, whoever the user is.
    double staticPoints(int row) {
        return staticPoints(streams, base, row);
    }

    /// The same without a user.
    static double staticPoints(Streams streams, Scoring.Base base, int row) {
        return staticPoints(
                base.quality() * streams.qualityScore(row),
                viewers(base, streams.avgViewerCount(row)),
                followers(base, streams.creatorFollowers(row)),
                streams.partnered(row) ? base.partnered() : 0.0);
    }

    /// The same from its parts, in the order in which they are always added up.
    static double staticPoints(double quality, double viewers, double followers, double partnered) {
        return quality + viewers + followers + partnered;
    }

    /// Points for viewers.
    static double viewers(Scoring.Base base, double avgViewerCount) {
        return Math.min(avgViewerCount / base.viewersPerPoint(), base.viewersCap());
    }

    /// Points for followers.
    static double followers(Scoring.Base base, double creatorFollowers) {
        return Math.min(creatorFollowers / base.followersPerPoint(), base.followersCap());
    }

    /// The terms of the score of a stream.
    public Breakdown breakdown(int row, double distanceKm) {
        return new Breakdown(
                proximityTerm(distanceKm),
                baseWeight * (base.quality() * streams.qualityScore(row)),
                baseWeight * language(row),
                baseWeight * category(row),
                baseWeight * viewers(base, streams.avgViewerCount(row)),
                baseWeight * followers(base, streams.creatorFollowers(row)),
                baseWeight * (streams.partnered(row) ? base.partnered() : 0.0),
                clickModel == null ? 0.0 : mlWeight * clickProbability(row, distanceKm));
    }

    private double language(int row) {
        return viewer.language() == streams.language(row) ? base.languageMatch() : 0.0;
    }

    private double category(int row) {
        return viewer.prefers(streams.category(row)) ? base.categoryMatch() : 0.0;
    }
}
