// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.Arrays;
import java.util.List;

/// The features of the click model, in the order in which models take them.
public enum Feature {
    DISTANCE_KM("distance_km"),
    PROXIMITY_BOOST("proximity_boost"),
    IS_LOCAL_MATCH("is_local_match"),
    IS_REGIONAL_MATCH("is_regional_match"),
    SAME_CITY("same_city"),
    SAME_LANGUAGE("same_language"),
    USER_LOCAL_PREFERENCE("user_local_preference"),
    USER_TOTAL_WATCH_HOURS("user_total_watch_hours"),
    STREAM_QUALITY_SCORE("stream_quality_score"),
    STREAM_AVG_VIEWERS("stream_avg_viewers"),
    CREATOR_FOLLOWERS("creator_followers"),
    IS_PARTNERED("is_partnered"),
    MATURE_CONTENT("mature_content"),
    CATEGORY_MATCH("category_match");

    /// How many features there are.
    public static final int COUNT = values().length;

    private static final List<String> COLUMNS =
            Arrays.stream(values()).map(Feature::column).toList();

    private final String column;

    Feature(String column) {
        this.column = column;
    }

    /// Its name in files and model files.
    public String column() {
        return column;
    }

    /// All names in order, unmodifiable.
    public static List<String> columns() {
        return COLUMNS;
    }
}
