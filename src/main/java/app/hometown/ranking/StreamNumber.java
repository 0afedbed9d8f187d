// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// The numbers of a stream that its score depends on and that may change.
public enum StreamNumber implements Lever {
    /// Distance to the user, km, from 0 to half a meridian.
    DISTANCE_KM("distance_km"),

    /// Viewers on average, a whole number from 0.
    AVG_VIEWER_COUNT("avg_viewer_count"),

    /// Quality score, 0..10.
    QUALITY_SCORE("stream_quality_score");

    private final String key;

    StreamNumber(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
