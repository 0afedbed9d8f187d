// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Whole numbers by row that may differ from a base column, in pages: a change copies the pages that it touches and
/// shares the others, so that a few hundred changes of millions of rows cost what they touch. Immutable.
final class CountPages {
    /// What [#get] says of a row whose page has not changed.
    static final int AS_BASE = Integer.MIN_VALUE;

    private static final int BITS = 9;
    private static final int ROWS = 1 << BITS;

    /// Null where nothing has changed; none at all when nothing has changed anywhere.
    private final int[] @Nullable [] pages;

    private CountPages(int[] @Nullable [] pages) {
        this.pages = pages;
    }

    /// No difference.
    static CountPages none() {
        return new CountPages(new int[0][]);
    }

    /// The number of a row, or [#AS_BASE].
    int get(int row) {
        int[] page = page(row >>> BITS);
        return page == null ? AS_BASE : page[row & (ROWS - 1)];
    }

    private int @Nullable [] page(int number) {
        return number < pages.length ? pages[number] : null;
    }

    /// Adds the rows whose numbers differ between the two.
    ///
    /// @param base of both
    /// @param size of the column
    @SuppressWarnings("ReferenceEquality") // shared pages are equal without looking
    void addDifferences(CountPages other, IntUnaryOperator base, int size, BitSet rows) {
        for (int number = 0; number << BITS < size; number++) {
            if (page(number) == other.page(number)) {
                continue;
            }
            int first = number << BITS;
            for (int row = first; row < Math.min(first + ROWS, size); row++) {
                if (value(row, base) != other.value(row, base)) {
                    rows.set(row);
                }
            }
        }
    }

    private int value(int row, IntUnaryOperator base) {
        int own = get(row);
        return own == AS_BASE ? base.applyAsInt(row) : own;
    }

    /// Collects changes of these.
    ///
    /// @param base of the column
    /// @param size of the column
    Editor edit(IntUnaryOperator base, int size) {
        return new Editor(base, size);
    }

    /// Changes being collected; for one thread.
    final class Editor {
        private final IntUnaryOperator base;
        private final int size;
        private final BitSet own = new BitSet();
        private int[] @Nullable [] edited = pages;

        private Editor(IntUnaryOperator base, int size) {
            this.base = base;
            this.size = size;
        }

        /// Sets the number of a row.
        void set(int row, int value) {
            int[] page = own.get(row >>> BITS) ? edited[row >>> BITS] : null;
            if (page == null) {
                if (CountPages.this.value(row, base) == value) {
                    return;
                }
                page = copy(row >>> BITS);
            }
            page[row & (ROWS - 1)] = value;
        }

        private int[] copy(int number) {
            if (own.isEmpty()) {
                edited = Arrays.copyOf(pages, (size + ROWS - 1) >>> BITS);
            }
            own.set(number);
            int first = number << BITS;
            int[] page = new int[ROWS];
            for (int row = first; row < Math.min(first + ROWS, size); row++) {
                page[row - first] = CountPages.this.value(row, base);
            }
            edited[number] = page;
            return page;
        }

        /// The numbers after the changes.
        CountPages done() {
            return own.isEmpty() ? CountPages.this : new CountPages(edited);
        }
    }
}
