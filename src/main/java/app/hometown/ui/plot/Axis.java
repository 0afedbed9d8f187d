// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.workbench.explore.Brushable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is measured along one side of a figure.
///
/// @param label what it is, for people
/// @param unit of its numbers, or ""
/// @param scale how numbers become places
/// @param style how numbers are written
/// @param from the first number shown, or NaN: as the data have it
/// @param to the last number shown, or NaN: as the data have it
/// @param names what stands at 0, 1, 2 and so on; empty unless the scale is that of names
/// @param column the column of the data that is measured, when what is brushed along the axis is to filter by it; null
///   when the axis cannot be brushed
public record Axis(
        String label,
        String unit,
        Scale scale,
        NumberStyle style,
        double from,
        double to,
        List<String> names,
        @Nullable Brushable column) {
    /// How numbers become places.
    public enum Scale {
        LINEAR,
        /// Logarithmic; numbers that are not above 0 are not shown.
        LOG,
        /// Names side by side; along the vertical axis the first is on top.
        NAMES
    }

    public Axis {
        names = List.copyOf(names);
        if (scale == Scale.NAMES != !names.isEmpty()) {
            throw new IllegalArgumentException("names belong to a scale of names: " + label);
        }
        if (column != null && column.places() != names.size()) {
            throw new IllegalArgumentException(label + ": " + column.places() + " places, " + names.size() + " names");
        }
        if (from >= to || (scale == Scale.LOG && from <= 0)) {
            throw new IllegalArgumentException(label + " from " + from + " to " + to);
        }
    }

    /// A linear axis over what the data have.
    public static Axis of(String label) {
        return new Axis(label, "", Scale.LINEAR, NumberStyle.NUMBER, Double.NaN, Double.NaN, List.of(), null);
    }

    /// An axis of names.
    ///
    /// @param label may be "" where the names speak for themselves
    public static Axis names(String label, List<String> names) {
        return new Axis(label, "", Scale.NAMES, NumberStyle.NUMBER, Double.NaN, Double.NaN, names, null);
    }

    /// The same in a unit.
    public Axis in(String other) {
        return new Axis(label, other, scale, style, from, to, names, column);
    }

    /// The same with numbers written otherwise.
    public Axis as(NumberStyle other) {
        return new Axis(label, unit, scale, other, from, to, names, column);
    }

    /// The same over a range.
    public Axis over(double first, double last) {
        return new Axis(label, unit, scale, style, first, last, names, column);
    }

    /// The same, logarithmic.
    public Axis log() {
        return new Axis(label, unit, Scale.LOG, style, from, to, names, column);
    }

    /// The same, to be brushed as a column: what is brushed along it becomes a condition on that column.
    ///
    /// @param measured with as many places as there are names, with none along numbers
    public Axis brushes(@Nullable Brushable measured) {
        return new Axis(label, unit, scale, style, from, to, names, measured);
    }

    /// Whether names stand along it.
    boolean named() {
        return scale == Scale.NAMES;
    }

    /// A number or name of the axis for people, with its unit.
    String words(double value) {
        if (named()) {
            int place = (int) Math.round(value);
            return place >= 0 && place < names.size() ? names.get(place) : "";
        }
        String text = style.value(value);
        return unit.isEmpty() ? text : text + "\u202f" + unit;
    }

    /// The label with the unit.
    String title() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }
}
