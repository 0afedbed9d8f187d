// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.questions.Question;
import java.util.List;

/// The columns whose conditions a question does not heed: those along which its figures can be brushed, as their axes
/// say, known before there is a figure.
final class BrushedColumns {
    private BrushedColumns() {}

    static List<Brushable> of(Question question) {
        return switch (question) {
            case USER_CITIES, DIVERSITY -> column(Kind.USERS, Facets.CITY);
            case STREAM_CITIES -> column(Kind.STREAMS, Facets.CITY);
            case DISTANCE, CLICKS_BY_DISTANCE, CLICKS_BY_BAND -> column(Kind.SAMPLES, Facets.DISTANCE);
            case QUALITY, QUALITY_TAIL, CLICKS_BY_QUALITY -> column(Kind.STREAMS, Facets.QUALITY);
            case VIEWERS_TAIL -> column(Kind.STREAMS, Facets.VIEWERS);
            case FOLLOWERS_TAIL -> column(Kind.STREAMS, Facets.FOLLOWERS);
            case PREFERENCE, CLICKS_BY_PREFERENCE -> column(Kind.USERS, Facets.PREFERENCE);
            case HOURS, CLICKS_BY_HOURS -> column(Kind.USERS, Facets.HOURS);
            // How many are live is asked of those that are not live too.
            case FLAGS -> column(Kind.STREAMS, Facets.LIVE);
            default -> List.of();
        };
    }

    private static List<Brushable> column(Kind kind, String key) {
        return List.of(Brushable.numbers(kind, key));
    }
}
