// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import java.util.function.IntUnaryOperator;

/// A column of numbers; NaN where one is not known.
public final class NumberColumn implements DataColumn {
    private final ColumnKey key;
    private final boolean filtered;
    private final Nature nature;
    private final Reader reader;

    /// What numbers are like.
    enum Nature {
        /// Any, spread evenly enough.
        PLAIN,
        /// Most are small and a few are large; none is negative.
        SKEWED,
        /// Likewise, and whole.
        SKEWED_COUNT,
        /// Whole, and few of them.
        COUNT
    }

    /// Reads the numbers of some rows.
    interface Reader {
        /// Reads them.
        ///
        /// @param rows the first `count` of them are read
        /// @param numbers filled
        void read(int[] rows, int count, double[] numbers);
    }

    NumberColumn(ColumnKey key, boolean filtered, Nature nature, Reader reader) {
        this.key = key;
        this.filtered = filtered;
        this.nature = nature;
        this.reader = reader;
    }

    @Override
    public ColumnKey key() {
        return key;
    }

    @Override
    public boolean filtered() {
        return filtered;
    }

    /// Whether a logarithmic axis shows it better.
    public boolean skewed() {
        return nature == Nature.SKEWED || nature == Nature.SKEWED_COUNT;
    }

    /// Whether its numbers are whole.
    public boolean whole() {
        return nature == Nature.COUNT || nature == Nature.SKEWED_COUNT;
    }

    /// Reads the numbers of some rows.
    ///
    /// @param rows the first `count` of them are read
    /// @param numbers filled
    void read(int[] rows, int count, double[] numbers) {
        reader.read(rows, count, numbers);
    }

    /// The same for the samples of a join.
    ///
    /// @param rowOf row of a sample's user or stream, negative where there is none
    NumberColumn joined(IntUnaryOperator rowOf) {
        return new NumberColumn(key, filtered, nature, (rows, count, numbers) -> {
            int[] theirs = new int[count];
            for (int n = 0; n < count; n++) {
                theirs[n] = Math.max(0, rowOf.applyAsInt(rows[n]));
            }
            reader.read(theirs, count, numbers);
            for (int n = 0; n < count; n++) {
                if (rowOf.applyAsInt(rows[n]) < 0) {
                    numbers[n] = Double.NaN;
                }
            }
        });
    }
}
