// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A named set of users or streams. Immutable.
public final class Selection {
    private final String name;
    private final Kind kind;
    private final BitSet rows;

    /// @param name for people
    /// @param kind what the rows are of
    /// @param rows copied
    public Selection(String name, Kind kind, BitSet rows) {
        this(name, kind, rows, true);
    }

    private Selection(String name, Kind kind, BitSet rows, boolean copy) {
        this.name = name;
        this.kind = kind;
        this.rows = copy ? (BitSet) rows.clone() : rows;
    }

    /// The same rows under another name.
    public Selection named(String other) {
        return new Selection(other, kind, rows, false);
    }

    /// For people.
    public String name() {
        return name;
    }

    /// What the rows are of.
    public Kind kind() {
        return kind;
    }

    /// How many rows.
    public int count() {
        return rows.cardinality();
    }

    /// Whether a row is in it.
    public boolean holds(int row) {
        return rows.get(row);
    }

    /// The rows, as a copy.
    public BitSet rows() {
        return (BitSet) rows.clone();
    }

    /// Renamed ones share their rows, which need no comparing then.
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        return other instanceof Selection that
                && name.equals(that.name)
                && kind == that.kind
                && (rows == that.rows || rows.equals(that.rows));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kind);
    }

    @Override
    public String toString() {
        return name + " (" + count() + " " + kind + ")";
    }
}
