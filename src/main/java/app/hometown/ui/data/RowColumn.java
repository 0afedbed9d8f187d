// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import java.util.function.IntFunction;

/// A column of a table over rows.
///
/// @param key the key of its heading
/// @param text what a row shows
/// @param order how rows compare by it, ascending
/// @param figures whether it holds numbers, which stand to the right
/// @param searched whether the filter looks into it
/// @param width preferred width
record RowColumn(
        String key, IntFunction<String> text, RowOrder order, boolean figures, boolean searched, double width) {
    static RowColumn text(String key, double width, IntFunction<String> text, RowOrder order) {
        return new RowColumn(key, text, order, false, true, width);
    }

    static RowColumn figures(String key, double width, IntFunction<String> text, RowOrder order) {
        return new RowColumn(key, text, order, true, false, width);
    }
}
