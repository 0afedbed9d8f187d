// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import org.jspecify.annotations.Nullable;

/// Where the values of a column come from: a column of the file, one value for all rows, or nowhere.
///
/// @param column the name of the file's column, or null
/// @param constant the value of all rows, as text, or null
/// @param times what numbers are multiplied by; 1 takes them as they are
/// @param separator what stands between the elements of a list that is text
public record Binding(@Nullable String column, @Nullable String constant, double times, String separator) {
    /// From nowhere.
    public static final Binding ABSENT = new Binding(null, null, 1, ";");

    /// From a column, as it is.
    public static Binding column(String name) {
        return new Binding(name, null, 1, ";");
    }

    /// The same value for all rows.
    public static Binding constant(String value) {
        return new Binding(null, value, 1, ";");
    }

    /// With numbers multiplied.
    public Binding times(double factor) {
        return new Binding(column, constant, factor, separator);
    }

    /// With something else between the elements of a list.
    public Binding separator(String other) {
        return new Binding(column, constant, times, other);
    }

    /// Whether it comes from nowhere.
    public boolean absent() {
        return column == null && constant == null;
    }
}
