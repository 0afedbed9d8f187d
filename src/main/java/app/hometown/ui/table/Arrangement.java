// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import app.hometown.domain.Progress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Puts rows into an order and leaves some out. All rows are sorted once for an order and remembered, four bytes a row:
/// when only what is left changes, as under a brush, nothing is sorted again. For one thread at a time; it may be
/// another one each time.
final class Arrangement {
    private static final int STEP = 1 << 16;

    private List<Key> sortedBy = List.of();
    private int[] sorted = new int[0];

    /// A column that rows are sorted by.
    record Key(RowColumn column, boolean descending) {
        RowOrder order() {
            return descending ? column.order().reversed() : column.order();
        }
    }

    /// What is asked for.
    ///
    /// @param size how many rows there are
    /// @param left the rows that are left; null for all
    /// @param admitted a further condition; null for none
    /// @param keys what rows are sorted by, the first above all
    record Request(
            int size, @Nullable BitSet left, @Nullable IntPredicate admitted, List<Key> keys) {}

    /// The rows asked for, in their order.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    int[] rows(Request request, Progress progress) {
        int size = request.size();
        if (request.keys().isEmpty()) {
            BitSet left = request.left();
            IntStream plain = left == null ? IntStream.range(0, size) : left.stream();
            return request.admitted() == null
                    ? plain.toArray()
                    : plain.filter(request.admitted()).toArray();
        }
        if (sorted.length != size || !sortedBy.equals(request.keys())) {
            int[] all = IntStream.range(0, size).toArray();
            RowOrder order = request.keys().stream()
                    .map(Key::order)
                    .reduce(RowOrder::then)
                    .orElseThrow();
            order.sort(all, progress);
            sorted = all;
            sortedBy = List.copyOf(request.keys());
        }
        return some(request, progress);
    }

    private int[] some(Request request, Progress progress) {
        BitSet left = request.left();
        IntPredicate admitted = request.admitted();
        if (left == null && admitted == null) {
            return sorted.clone();
        }
        int[] some = new int[left == null ? sorted.length : Math.min(left.cardinality(), sorted.length)];
        int count = 0;
        for (int place = 0; place < sorted.length; place++) {
            int row = sorted[place];
            if ((left == null || left.get(row)) && (admitted == null || admitted.test(row))) {
                some[count++] = row;
            }
            if (place % STEP == 0) {
                progress.done(0);
            }
        }
        return count == some.length ? some : Arrays.copyOf(some, count);
    }
}
