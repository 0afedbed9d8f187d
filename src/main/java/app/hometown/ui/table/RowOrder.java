// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Compares rows without boxing them.
@FunctionalInterface
public interface RowOrder {
    /// Negative, zero or positive, as comparators have it.
    int compare(int a, int b);

    /// By a number.
    static RowOrder by(IntToDoubleFunction value) {
        return (a, b) -> Double.compare(value.applyAsDouble(a), value.applyAsDouble(b));
    }

    /// By the names of codes, as the user's language sorts them.
    static RowOrder byName(IntUnaryOperator code, List<String> names) {
        Integer[] sorted = IntStream.range(0, names.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparing(names::get, Collator.getInstance()));
        int[] places = new int[names.size()];
        for (int place = 0; place < sorted.length; place++) {
            places[sorted[place]] = place;
        }
        return (a, b) -> Integer.compare(places[code.applyAsInt(a)], places[code.applyAsInt(b)]);
    }

    /// The other way round.
    default RowOrder reversed() {
        return (a, b) -> compare(b, a);
    }

    /// Sorts rows; equal ones keep their order.
    default void sort(int[] rows) {
        sort(rows.clone(), rows, 0, rows.length);
    }

    private void sort(int[] from, int[] to, int start, int end) {
        if (end - start < 2) {
            return;
        }
        int middle = (start + end) >>> 1;
        sort(to, from, start, middle);
        sort(to, from, middle, end);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end || (left < middle && compare(from[left], from[right]) <= 0);
            to[i] = from[takeLeft ? left++ : right++];
        }
    }
}
