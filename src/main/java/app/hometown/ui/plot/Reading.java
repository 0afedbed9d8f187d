// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.List;

/// The values at a place of a figure.
///
/// @param title the number or name of the axis that is read along
/// @param lines what each mark has there
/// @param x where the place is, in pixels
/// @param y where the place is
record Reading(String title, List<Line> lines, double x, double y) {
    /// A value of a mark.
    ///
    /// @param x where it is drawn, or NaN: no single point
    /// @param y where it is drawn
    record Line(Tone tone, String name, String value, double x, double y) {}

    Reading {
        lines = List.copyOf(lines);
    }

    /// As a screen reader says it.
    String spoken() {
        StringBuilder text = new StringBuilder(title);
        for (Line line : lines) {
            text.append(text.isEmpty() ? "" : "; ");
            text.append(line.name().isEmpty() ? line.value() : line.name() + " " + line.value());
        }
        return text.toString();
    }
}
