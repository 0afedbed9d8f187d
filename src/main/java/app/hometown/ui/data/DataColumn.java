// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import app.hometown.ui.table.RowColumn;
import app.hometown.workbench.explore.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/// A column of the tables of users, streams and samples.
///
/// @param column what it shows
/// @param condition what its values can be a condition of
record DataColumn(RowColumn column, Optional<Condition> condition) {
    /// What the value of a row can be made a condition of the one selection by.
    sealed interface Condition {
        /// What the condition is on.
        Kind kind();

        /// The key of the column in filters.
        String key();

        /// One that rows have words of.
        ///
        /// @param words of a row
        record OfWords(Kind kind, String key, IntFunction<List<String>> words) implements Condition {}

        /// One that rows have a number of.
        ///
        /// @param number of a row; NaN where it is not known
        record OfNumber(Kind kind, String key, IntToDoubleFunction number) implements Condition {}
    }

    static DataColumn plain(RowColumn column) {
        return new DataColumn(column, Optional.empty());
    }

    static DataColumn words(RowColumn column, Kind kind, String key, IntFunction<List<String>> words) {
        return new DataColumn(column, Optional.of(new Condition.OfWords(kind, key, words)));
    }

    static DataColumn number(RowColumn column, Kind kind, String key, IntToDoubleFunction number) {
        return new DataColumn(column, Optional.of(new Condition.OfNumber(kind, key, number)));
    }
}
