// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /// Stands for all conditions on the users of samples.
    static final String USER = "(user)";

    /// Stands for all conditions on the streams of samples.
    static final String STREAM = "(stream)";

    /// Both.
    static final Set<String> PAIR = Set.of(USER, STREAM);

    /// Stands for the text that is looked for, and for the selection within which rows must be.
    private static final List<String> OTHERS = List.of("(text)", "(within)", USER, STREAM);

    private @Nullable Facets known;
    private short[] fails = new short[0];
    private @Nullable Object[] applied = new Object[0];

    /// The rows that a filter leaves, and the counts.
    ///
    /// @param progress asked whether to stop, from all cores
    /// @throws CancellationException when it says so; the next call is right nonetheless
    public Left left(Facets facets, Filter filter, Progress progress) {
        begin(facets, filter, progress);
        return counted(facets, filter, progress);
    }

    /// The samples that a filter leaves, and the counts. [Chosen] says what is left.
    ///
    /// @param facets of samples
    /// @param users the users that are left
    /// @param streams the streams that are left
    /// @param progress asked whether to stop, from all cores
    /// @throws CancellationException when it says so; the next call is right nonetheless
    public Left left(Facets facets, Filter filter, Left users, Left streams, Progress progress) {
        LinkedSamples linked = facets.linked().orElseThrow();
        int place = begin(facets, filter, progress);
        BitSet userRows = users.rows();
        BitSet streamRows = streams.but(Set.of(Facets.LIVE));
        boolean everyUser = userRows.cardinality() == users.size();
        boolean everyStream = streamRows.cardinality() == streams.size();
        int size = facets.size();
        apply(place, everyUser ? null : userRows, false, size, progress, (bit, from, to) -> {
            for (int row = from; row < to; row++) {
                int user = linked.userRow(row);
                fails[row] = Facet.with(fails[row], bit, user < 0 || !userRows.get(user));
            }
        });
        apply(place + 1, everyStream ? null : streamRows, false, size, progress, (bit, from, to) -> {
            for (int row = from; row < to; row++) {
                int stream = linked.streamRow(row);
                fails[row] = Facet.with(fails[row], bit, stream < 0 || !streamRows.get(stream));
            }
        });
        return counted(facets, filter, progress);
    }

    /// Applies the filter itself.
    ///
    /// @return the place behind its conditions
    private int begin(Facets facets, Filter filter, Progress progress) {
        List<Facet> columns = facets.columns();
        int size = facets.size();
        Facets before = known;
        if (before == null
                || before.kind() != facets.kind()
                || !before.linked().equals(facets.linked())
                || !before.catalog().hasRowsOf(facets.catalog())) {
            fails = new short[size];
            applied = new Object[columns.size() + OTHERS.size()];
            before = facets;
        }
        known = facets;
        for (int column = 0; column < columns.size(); column++) {
            Facet facet = columns.get(column);
            apply(
                    column,
                    facet.condition(filter),
                    facet != before.columns().get(column),
                    size,
                    progress,
                    (bit, from, to) -> facet.mark(filter, fails, bit, from, to));
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
        return columns.size() + 2;
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

    private Left counted(Facets facets, Filter filter, Progress progress) {
        int size = facets.size();
        List<Facet> columns = facets.columns();
        long[] words = new long[Math.ceilDiv(size, 64)];
        int slices = Math.ceilDiv(size, SLICE);
        List<int[]> counts = new ArrayList<>();
        columns.forEach(column -> counts.add(new int[column.bins()]));
        IntStream.range(0, slices).parallel().forEach(slice -> {
            Counting counting = new Counting(columns);
            int end = Math.min(size, (slice + 1) * SLICE);
            for (int from = slice * SLICE; from < end; from += STEP) {
                progress.done(from);
                counting.count(fails, from, Math.min(end, from + STEP), words);
            }
            synchronized (counts) {
                for (int column = 0; column < counts.size(); column++) {
                    add(counting.counts.get(column), counts.get(column));
                }
            }
        });
        BitSet rows = BitSet.valueOf(words);
        int count = rows.cardinality();
        List<String> bits =
                Stream.concat(columns.stream().map(Facet::key), OTHERS.stream()).toList();
        // What is remembered changes with the next filter, so what is told is a copy.
        ShutOut shutOut = new ShutOut(bits, count == size ? new short[0] : fails.clone(), size);
        return new Left(facets, filter, rows, count, counts, shutOut);
    }

    /// What one core counts.
    private static final class Counting {
        private final List<Facet> columns;
        private final List<int[]> counts = new ArrayList<>();
        private final int[] left = new int[STEP];
        private final int[][] shutByOne;
        private final int[] shut;

        Counting(List<Facet> columns) {
            this.columns = columns;
            columns.forEach(column -> counts.add(new int[column.bins()]));
            shutByOne = new int[columns.size()][STEP];
            shut = new int[columns.size()];
        }

        /// A row that is left counts for every column, one that a single column shuts out for that one.
        void count(short[] fails, int from, int to, long[] words) {
            int number = 0;
            Arrays.fill(shut, 0);
            for (int row = from; row < to; row++) {
                int bits = fails[row];
                if (bits == 0) {
                    words[row >> 6] |= 1L << row;
                    left[number++] = row;
                } else if ((bits & (bits - 1)) == 0 && bits < 1 << shut.length) {
                    int column = Integer.numberOfTrailingZeros(bits);
                    shutByOne[column][shut[column]++] = row;
                }
            }
            for (int column = 0; column < shut.length; column++) {
                columns.get(column).count(left, number, counts.get(column));
                columns.get(column).count(shutByOne[column], shut[column], counts.get(column));
            }
        }
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
        if (!kind.placed() || contains(kind.id(catalog, row), text)) {
            return true;
        }
        if (kind == Kind.USERS) {
            return false;
        }
        Streams streams = catalog.streams();
        if (contains(streams.title(row), text) || contains(streams.creatorId(row), text)) {
            return true;
        }
        for (String tag : streams.tags(row)) {
            if (contains(tag, text)) {
                return true;
            }
        }
        return false;
    }

    /// Without making a string in lower case for each of a million rows.
    ///
    /// @param part in lower case, not empty
    private static boolean contains(String whole, String part) {
        char first = part.charAt(0);
        char capital = Character.toUpperCase(first);
        for (int at = whole.length() - part.length(); at >= 0; at--) {
            char c = whole.charAt(at);
            if ((c == first || c == capital) && whole.regionMatches(true, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
