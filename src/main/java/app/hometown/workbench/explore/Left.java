// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import java.util.BitSet;
import java.util.List;

/// What a filter leaves.
///
/// @param facets the columns that it was made with
/// @param filter the filter
/// @param rows the rows that are left; not to be changed
/// @param count how many they are
/// @param counts for each column, by bin, the rows that all *other* conditions leave: what choosing another range or
///   word of this column would show. Not to be changed
public record Left(Facets facets, Filter filter, BitSet rows, int count, List<int[]> counts) {
    public Left {
        counts = List.copyOf(counts);
    }

    /// What the rows are of.
    public Kind kind() {
        return facets.kind();
    }

    /// Of how many.
    public int size() {
        return kind().size(facets.catalog());
    }

    /// The counts of a column.
    ///
    /// @throws java.util.NoSuchElementException when there is no such column
    public int[] counts(String key) {
        for (int column = 0; column < counts.size(); column++) {
            if (facets.columns().get(column).key().equals(key)) {
                return counts.get(column);
            }
        }
        throw new java.util.NoSuchElementException(key);
    }
}
