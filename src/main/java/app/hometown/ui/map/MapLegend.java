// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.List;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// What the legend says of the points: which there are, how many, what their colours mean. Immutable.
///
/// @param lines from top to bottom
public record MapLegend(List<Line> lines) {
    /// What stands before a line.
    public enum Sign {
        USERS,
        STREAMS,
        BOTH,
        /// Nothing: a heading.
        NONE
    }

    /// A line.
    ///
    /// @param sign the symbol before it
    /// @param colour of the symbol; null for that of all users or all streams
    /// @param text what it means
    public record Line(Sign sign, @Nullable Color colour, String text) {}

    /// Users and live streams, without counts.
    static final MapLegend PLAIN = new MapLegend(List.of(
            new Line(Sign.USERS, null, MapFurniture.TEXTS.getString("legend.users")),
            new Line(Sign.STREAMS, null, MapFurniture.TEXTS.getString("legend.streams"))));

    public MapLegend {
        lines = List.copyOf(lines);
    }
}
