// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/// What a filter leaves.
///
/// @param facets the columns that it was made with
/// @param filter the filter
/// @param rows the rows that are left; not to be changed
/// @param count how many they are
/// @param counts for each column, by bin, the rows that all *other* conditions leave: what choosing another range or
///   word of this column would show. Not to be changed
/// @param shutOut by which conditions each row is shut out
public record Left(Facets facets, Filter filter, BitSet rows, int count, List<int[]> counts, ShutOut shutOut) {
    public Left {
        counts = List.copyOf(counts);
    }

    /// What the rows are of.
    public Kind kind() {
        return facets.kind();
    }

    /// Of how many.
    public int size() {
        return facets.size();
    }

    /// The rows that all conditions leave but those on some columns; about half a nanosecond a row, nothing where none
    /// of
    /// them has a condition. Not to be changed.
    ///
    /// @param keys of columns; others do not matter
    public BitSet but(Collection<String> keys) {
        return keys.stream().allMatch(this::isFree) ? rows : shutOut.but(keys);
    }

    /// Whether the filter has no condition on a column, one of another kind included.
    public boolean isFree(String key) {
        return !filter.ranges().containsKey(key) && !filter.words().containsKey(key) && !Sieve.PAIR.contains(key);
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
