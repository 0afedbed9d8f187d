// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import java.util.function.IntFunction;

/// A column of a table over rows.
///
/// @param key the key of its heading
/// @param text what a row shows
/// @param order how rows compare by it, ascending
/// @param figures whether it holds numbers, which stand to the right
/// @param searched whether the filter looks into it
/// @param width preferred width
public record RowColumn(
        String key, IntFunction<String> text, RowOrder order, boolean figures, boolean searched, double width) {
    /// A column of text, which the filter searches.
    public static RowColumn text(String key, double width, IntFunction<String> text, RowOrder order) {
        return new RowColumn(key, text, order, false, true, width);
    }

    /// A column of numbers.
    public static RowColumn figures(String key, double width, IntFunction<String> text, RowOrder order) {
        return new RowColumn(key, text, order, true, false, width);
    }
}
