// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the rows that a filter leaves and counts them over every column.
///
/// It remembers which conditions shut out each row, a bit a condition: when one condition changes, only that one is
/// tested anew, and the counts "by all other conditions" of all columns come out of one pass, because a row that a
/// single condition shuts out counts for that condition's column alone. This is how Crossfilter (M. Bostock, 2012) is
/// made. Rows are taken in slices on all cores.
///
/// For one thread at a time; it may be another one each time.
public final class Sieve {
    /// Rows that a core takes at a time: a multiple of 64, so that cores never share a word of the result.
    private static final int SLICE = 1 << 16;

    /// Rows between two looks at whether to stop.
    private static final int STEP = 1 << 12;

    private @Nullable Facets known;
    private short[] fails = new short[0];
    private @Nullable Object[] applied = new Object[0];

    /// The rows that a filter leaves, and the counts.
    ///
    /// @param progress asked whether to stop, from all cores
    /// @throws CancellationException when it says so; the next call is right nonetheless
    public Left left(Facets facets, Filter filter, Progress progress) {
        List<Facet> columns = facets.columns();
        int size = facets.kind().size(facets.catalog());
        Facets before = known;
        if (before == null
                || before.kind() != facets.kind()
                || !before.catalog().hasRowsOf(facets.catalog())) {
            fails = new short[size];
            applied = new Object[columns.size() + 2];
            before = facets;
        }
        known = facets;
        for (int column = 0; column < columns.size(); column++) {
            Facet facet = columns.get(column);
            apply(column, facet.condition(filter), facet != before.columns().get(column), size, progress, (bit, from, to) ->
                    facet.mark(filter, fails, bit, from, to));
        }
        String text = filter.text().strip().toLowerCase(Locale.ROOT);
        Selection within = filter.within();
        apply(columns.size(), text.isEmpty() ? null : text, false, size, progress, (bit, from, to) -> {
            for (int row = from; row < to; row++) {
                fails[row] = Facet.with(fails[row], bit, !hasText(facets.kind(), facets.catalog(), row, text));
            }
        });
        apply(columns.size() + 1, within, false, size, progress, (bit, from, to) -> {
            for (int row = from; row < to; row++) {
                fails[row] = Facet.with(fails[row], bit, within != null && !within.holds(row));
            }
        });
        return counted(facets, filter, size, progress);
    }

    /// Tests rows `from` to `to` less one and sets or clears their bit.
    private interface Test {
        void mark(int bit, int from, int to);
    }

    private void apply(
            int place, @Nullable Object condition, boolean otherValues, int size, Progress progress, Test test) {
        boolean same = Objects.equals(condition, applied[place]);
        if (same && (condition == null || !otherValues)) {
            return;
        }
        // Half tested is equal to no condition.
        applied[place] = this;
        inSlices(size, progress, (from, to) -> {
            if (condition == null) {
                for (int row = from; row < to; row++) {
                    fails[row] = Facet.with(fails[row], 1 << place, false);
                }
            } else {
                test.mark(1 << place, from, to);
            }
        });
        applied[place] = condition;
    }

    private Left counted(Facets facets, Filter filter, int size, Progress progress) {
        List<Facet> columns = facets.columns();
        long[] words = new long[Math.ceilDiv(size, 64)];
        int slices = Math.ceilDiv(size, SLICE);
        List<int[]> counts = new ArrayList<>();
        columns.forEach(column -> counts.add(new int[column.bins()]));
        IntStream.range(0, slices).parallel().forEach(slice -> {
            List<int[]> own = new ArrayList<>();
            columns.forEach(column -> own.add(new int[column.bins()]));
            int end = Math.min(size, (slice + 1) * SLICE);
            for (int from = slice * SLICE; from < end; from += STEP) {
                progress.done(from);
                int to = Math.min(end, from + STEP);
                for (int row = from; row < to; row++) {
                    if (fails[row] == 0) {
                        words[row >> 6] |= 1L << row;
                    }
                }
                for (int column = 0; column < own.size(); column++) {
                    columns.get(column).count(fails, ~(1 << column), from, to, own.get(column));
                }
            }
            synchronized (counts) {
                for (int column = 0; column < own.size(); column++) {
                    add(own.get(column), counts.get(column));
                }
            }
        });
        BitSet rows = BitSet.valueOf(words);
        return new Left(facets, filter, rows, rows.cardinality(), counts);
    }

    private static void add(int[] from, int[] to) {
        for (int bin = 0; bin < to.length; bin++) {
            to[bin] += from[bin];
        }
    }

    /// Takes rows `from` to `to` less one.
    private interface Rows {
        void take(int from, int to);
    }

    private static void inSlices(int size, Progress progress, Rows rows) {
        IntStream.range(0, Math.ceilDiv(size, SLICE)).parallel().forEach(slice -> {
            int end = Math.min(size, (slice + 1) * SLICE);
            for (int from = slice * SLICE; from < end; from += STEP) {
                progress.done(from);
                rows.take(from, Math.min(end, from + STEP));
            }
        });
    }

    private static boolean hasText(Kind kind, Catalog catalog, int row, String text) {
        if (contains(kind.id(catalog, row), text)) {
            return true;
        }
        if (kind == Kind.USERS) {
            return false;
        }
        Streams streams = catalog.streams();
        return contains(streams.title(row), text)
                || contains(streams.creatorId(row), text)
                || streams.tags(row).stream().anyMatch(tag -> contains(tag, text));
    }

    private static boolean contains(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part);
    }
}
