// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.Feature;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;

/// Values of features with their units.
final class FeatureFormat {
    private FeatureFormat() {}

    static String text(Feature feature, double value) {
        return switch (feature) {
            case DISTANCE_KM -> Formats.km(value);
            case PROXIMITY_BOOST -> Formats.decimals(value, 3);
            case USER_LOCAL_PREFERENCE -> Formats.decimals(value, 2);
            case USER_TOTAL_WATCH_HOURS -> Formats.hours(value);
            case STREAM_QUALITY_SCORE -> Formats.decimals(value, 1);
            case STREAM_AVG_VIEWERS, CREATOR_FOLLOWERS -> Formats.count(Math.round(value));
            case IS_LOCAL_MATCH,
                    IS_REGIONAL_MATCH,
                    SAME_CITY,
                    SAME_LANGUAGE,
                    IS_PARTNERED,
                    MATURE_CONTENT,
                    CATEGORY_MATCH -> KnobFormat.yes(value != 0);
        };
    }

    /// Its name for people.
    static String name(Feature feature) {
        return Texts.text("feature." + feature.column());
    }
}
