// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Feature;
import app.hometown.domain.Streams;

/// The features of a user-stream pair: the one place that computes them, for training data, serving and explanation.
public final class Features {
    /// A stream nearer than this is local.
    public static final double LOCAL_KM = 100;

    /// A stream nearer than this is regional.
    public static final double REGIONAL_KM = 1000;

    private Features() {}

    /// Nearness, 0..1: 1 / (1 + distance in km).
    public static double proximity(double distanceKm) {
        return 1.0 / (1.0 + distanceKm);
    }

    /// Writes the features of a pair in [Feature]'s order.
    ///
    /// @param viewer the user
    /// @param streams the streams of the viewer's catalog
    /// @param row the stream
    /// @param distanceKm the distance between them
    /// @param features filled; [Feature#COUNT] long
    public static void compute(Viewer viewer, Streams streams, int row, double distanceKm, double[] features) {
        features[Feature.DISTANCE_KM.ordinal()] = distanceKm;
        features[Feature.PROXIMITY_BOOST.ordinal()] = proximity(distanceKm);
        features[Feature.IS_LOCAL_MATCH.ordinal()] = flag(distanceKm < LOCAL_KM);
        features[Feature.IS_REGIONAL_MATCH.ordinal()] = flag(distanceKm < REGIONAL_KM);
        features[Feature.SAME_CITY.ordinal()] = flag(viewer.city() == streams.city(row));
        features[Feature.SAME_LANGUAGE.ordinal()] = flag(viewer.language() == streams.language(row));
        features[Feature.USER_LOCAL_PREFERENCE.ordinal()] = viewer.localPreferenceStrength();
        features[Feature.USER_TOTAL_WATCH_HOURS.ordinal()] = viewer.totalWatchHours();
        features[Feature.STREAM_QUALITY_SCORE.ordinal()] = streams.qualityScore(row);
        features[Feature.STREAM_AVG_VIEWERS.ordinal()] = streams.avgViewerCount(row);
        features[Feature.CREATOR_FOLLOWERS.ordinal()] = streams.creatorFollowers(row);
        features[Feature.IS_PARTNERED.ordinal()] = flag(streams.partnered(row));
        features[Feature.MATURE_CONTENT.ordinal()] = flag(streams.matureContent(row));
        features[Feature.CATEGORY_MATCH.ordinal()] = flag(viewer.prefers(streams.category(row)));
    }

    private static double flag(boolean value) {
        return value ? 1.0 : 0.0;
    }
}
