// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import app.hometown.domain.Progress;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /// By a text as it is.
    static RowOrder byText(IntFunction<String> text) {
        return (a, b) -> text.apply(a).compareTo(text.apply(b));
    }

    /// One that is made when rows are first compared, off the JavaFX thread: for those that take a while to make.
    static RowOrder lazily(Supplier<RowOrder> maker) {
        return new RowOrder() {
            private volatile @Nullable RowOrder made;

            @Override
            public int compare(int a, int b) {
                RowOrder order = made;
                return (order == null ? make() : order).compare(a, b);
            }

            private synchronized RowOrder make() {
                RowOrder order = made;
                if (order == null) {
                    order = maker.get();
                    made = order;
                }
                return order;
            }
        };
    }

    /// The other way round.
    default RowOrder reversed() {
        return (a, b) -> compare(b, a);
    }

    /// By this, and where it tells no difference by another.
    default RowOrder then(RowOrder other) {
        return (a, b) -> {
            int difference = compare(a, b);
            return difference == 0 ? other.compare(a, b) : difference;
        };
    }

    /// Sorts rows; equal ones keep their order.
    default void sort(int[] rows) {
        sort(rows, Progress.NONE);
    }

    /// Sorts rows on all cores; equal ones keep their order. A million rows take about a second of a core.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so; the rows are in no order then
    default void sort(int[] rows, Progress progress) {
        RowSort.sort(rows, this, progress);
    }
}
