// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import java.util.function.IntFunction;

/// A column of a table over rows.
///
/// @param key the key of its heading
/// @param text what a row shows, in the user's locale; "" where there is no value
/// @param order how rows compare by it, ascending
/// @param figures whether it holds numbers, which stand to the right
/// @param searched whether the filter looks into it
/// @param width preferred width
/// @param file what files call it
/// @param plain what files and the clipboard get of a row: neutral, unrounded; "" where there is no value
public record RowColumn(
        String key,
        IntFunction<String> text,
        RowOrder order,
        boolean figures,
        boolean searched,
        double width,
        String file,
        IntFunction<String> plain) {
    /// One that goes to files as it is shown.
    public RowColumn(
            String key, IntFunction<String> text, RowOrder order, boolean figures, boolean searched, double width) {
        this(key, text, order, figures, searched, width, key.substring(key.lastIndexOf('.') + 1), text);
    }

    /// A column of text, which the filter searches.
    public static RowColumn text(String key, double width, IntFunction<String> text, RowOrder order) {
        return new RowColumn(key, text, order, false, true, width);
    }

    /// A column of numbers.
    public static RowColumn figures(String key, double width, IntFunction<String> text, RowOrder order) {
        return new RowColumn(key, text, order, true, false, width);
    }

    /// The same under another name and with other values in files.
    public RowColumn inFiles(String name, IntFunction<String> values) {
        return new RowColumn(key, text, order, figures, searched, width, name, values);
    }
}
