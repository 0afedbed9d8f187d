// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import org.jspecify.annotations.Nullable;

/// A column that rows are filtered by and counted over. Immutable.
///
/// Marking and counting go through some thousand rows in one loop a column, over arrays of bytes: that is what makes a
/// million rows quick.
public abstract sealed class Facet permits NumberFacet, ChoiceFacet {
    private final String key;

    Facet(String key) {
        this.key = key;
    }

    /// The name of its column in filters and texts.
    public final String key() {
        return key;
    }

    /// How many bars or values rows are counted over.
    public abstract int bins();

    /// The part of a filter that concerns this column; null when it is free.
    abstract @Nullable Object condition(Filter filter);

    /// Sets a bit for the rows that a filter's condition on this column shuts out and clears it for the others.
    ///
    /// @param fails by row
    /// @param from first row
    /// @param to behind the last row
    abstract void mark(Filter filter, short[] fails, int bit, int from, int to);

    /// Counts rows.
    ///
    /// @param rows the first `number` of them count
    /// @param counts by bin, added to
    abstract void count(int[] rows, int number, int[] counts);

    /// Sets or clears a bit.
    static short with(short bits, int bit, boolean set) {
        return (short) (set ? bits | bit : bits & ~bit);
    }
}
