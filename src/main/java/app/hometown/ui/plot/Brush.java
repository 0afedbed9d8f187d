// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Range;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// What is brushed in a figure: along either axis a range of its numbers or some of its places, along both a box.
/// Immutable.
///
/// @param x along the horizontal axis, where that has a column
/// @param y along the vertical axis, where that has a column
public record Brush(Optional<Part> x, Optional<Part> y) {
    /// Nothing is brushed.
    public static final Brush NONE = new Brush(Optional.empty(), Optional.empty());

    /// What is brushed along an axis.
    public sealed interface Part {
        /// Numbers, the ends included.
        record Numbers(Range range) implements Part {}

        /// Places of names; never none.
        record Places(SortedSet<Integer> places) implements Part {
            public Places {
                places = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(places));
                if (places.isEmpty()) {
                    throw new IllegalArgumentException("no place");
                }
            }
        }
    }

    /// What filters choose along the axes of a figure.
    ///
    /// @param filter by kind
    public static Brush of(Figure figure, java.util.function.Function<Brushable, Filter> filter) {
        return new Brush(part(figure.x(), filter), part(figure.y(), filter));
    }

    private static Optional<Part> part(Axis axis, java.util.function.Function<Brushable, Filter> filters) {
        Brushable column = axis.column();
        if (column == null) {
            return Optional.empty();
        }
        Filter filter = filters.apply(column);
        if (column.named()) {
            SortedSet<Integer> places = new TreeSet<>(column.chosen(filter));
            return places.isEmpty() ? Optional.empty() : Optional.of(new Part.Places(places));
        }
        Range range = filter.range(column.key());
        return range.equals(Range.ALL) ? Optional.empty() : Optional.of(new Part.Numbers(range));
    }

    /// What it changes in the filter of the horizontal axis' column.
    public UnaryOperator<Filter> onX(Axis axis) {
        return change(axis, x);
    }

    /// What it changes in the filter of the vertical axis' column.
    public UnaryOperator<Filter> onY(Axis axis) {
        return change(axis, y);
    }

    private static UnaryOperator<Filter> change(Axis axis, Optional<Part> part) {
        Brushable column = axis.column();
        if (column == null) {
            return UnaryOperator.identity();
        }
        return before -> switch (part.orElse(null)) {
            case null -> column.brushed(column.brushed(before, new TreeSet<>()), Range.ALL);
            case Part.Numbers numbers -> column.brushed(before, numbers.range());
            case Part.Places places -> column.brushed(before, places.places());
        };
    }
}
