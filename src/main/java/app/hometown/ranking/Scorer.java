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
    private final Scoring.Weights weights;
    private final Scoring.Base base;
    private final @Nullable ClickModel clickModel;
    private final double[] features = new double[Feature.COUNT];

    /// @param viewer the user
    /// @param streams the streams of the viewer's catalog
    /// @param ranker scoring and click model
    public Scorer(Viewer viewer, Streams streams, Ranker ranker) {
        this.viewer = viewer;
        this.streams = streams;
        this.weights = ranker.scoring().weights();
        this.base = ranker.scoring().base();
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

    /// The score of a stream from its distance and P(click). Never falls when the distance falls, nor when P rises,
    /// if their weights are not negative, and the other way round if they are: rounding keeps order. So a distance
    /// and a probability that are too favourable give an upper bound of the score.
    double score(int row, double distanceKm, double probability) {
        double score = proximityTerm(distanceKm) + weights.base() * base(row);
        return clickModel == null ? score : score + weights.ml() * probability;
    }

    /// The terms of the score of a stream.
    public Breakdown breakdown(int row, double distanceKm) {
        return new Breakdown(
                proximityTerm(distanceKm),
                weights.base() * quality(row),
                weights.base() * language(row),
                weights.base() * category(row),
                weights.base() * viewers(row),
                weights.base() * followers(row),
                weights.base() * partnered(row),
                clickModel == null ? 0.0 : weights.ml() * clickProbability(row, distanceKm));
    }

    private double proximityTerm(double distanceKm) {
        return weights.proximity() * Features.proximity(distanceKm) * (1.0 + viewer.localPreferenceStrength());
    }

    private double base(int row) {
        return quality(row) + viewers(row) + followers(row) + partnered(row) + language(row) + category(row);
    }

    private double quality(int row) {
        return base.quality() * streams.qualityScore(row);
    }

    private double language(int row) {
        return viewer.language() == streams.language(row) ? base.languageMatch() : 0.0;
    }

    private double category(int row) {
        return viewer.prefers(streams.category(row)) ? base.categoryMatch() : 0.0;
    }

    private double viewers(int row) {
        return Math.min(streams.avgViewerCount(row) / base.viewersPerPoint(), base.viewersCap());
    }

    private double followers(int row) {
        return Math.min(streams.creatorFollowers(row) / base.followersPerPoint(), base.followersCap());
    }

    private double partnered(int row) {
        return streams.partnered(row) ? base.partnered() : 0.0;
    }
}
