// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import app.hometown.domain.Progress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Counts and sums of rows, group by group, on all cores; the same whatever number of cores, because parts are added up
/// in order.
///
/// A group is a place in each of several dimensions, the last one running fastest.
final class Totals {
    /// Rows that a core takes at a time.
    private static final int SLICE = 1 << 14;

    /// Numbers that all parts together may hold, of which there are fewer when there are very many groups.
    private static final int ROOM = 1 << 23;

    private static final int MOST_PARTS = 64;

    private final List<Dimension> dimensions;
    private final @Nullable DataColumn value;
    private final int groups;
    private final int parts;
    private final int size;
    private final BitSet rows;
    private final Progress progress;
    private final int[][] partCounts;
    private final double[][] partSums;
    private final double[][] partSquares;
    private final long[] partLost;
    private final double pivot;

    /// Prepares; [#count] does the work.
    ///
    /// @param rows which rows
    /// @param size how many rows there are in all
    /// @param value what is measured: numbers, or yes and no as 1 and 0; null to count only
    /// @param pivot a number in the middle of the values: sums of squares are taken from it, to lose no digits
    Totals(
            BitSet rows,
            int size,
            List<Dimension> dimensions,
            @Nullable DataColumn value,
            double pivot,
            Progress progress) {
        this.rows = rows;
        this.size = size;
        this.dimensions = dimensions;
        this.value = value;
        this.pivot = pivot;
        this.progress = progress;
        groups = dimensions.stream().mapToInt(Dimension::size).reduce(1, Math::multiplyExact);
        int slices = Math.max(1, Math.ceilDiv(size, SLICE));
        parts = Math.clamp(ROOM / Math.max(1, groups), 2, Math.min(MOST_PARTS, Math.max(2, slices)));
        partCounts = new int[parts][];
        partSums = new double[parts][];
        partSquares = new double[parts][];
        partLost = new long[parts];
        // What is copied at first use is copied here, not in the middle of parallel work.
        for (Dimension dimension : dimensions) {
            warm(dimension.column());
        }
        if (value != null) {
            warm(value);
        }
    }

    private static void warm(DataColumn column) {
        switch (column) {
            case NumberColumn numbers -> numbers.read(new int[0], 0, new double[0]);
            case WordColumn words -> {
                if (!words.several()) {
                    words.read(new int[0], 0, new int[0]);
                }
            }
        }
    }

    /// What came of it.
    ///
    /// @param counts rows by group
    /// @param sums of values by group
    /// @param squares of the values' distances from the pivot by group
    /// @param lost rows that are in no group, or whose value is not known
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Sums(long[] counts, double[] sums, double[] squares, double pivot, long lost) {
        /// The variance of a group's values; NaN of fewer than two.
        double variance(int group) {
            long n = counts[group];
            double away = sums[group] - n * pivot;
            return n < 2 ? Double.NaN : Math.max(0, (squares[group] - away * away / n) / (n - 1));
        }
    }

    /// Counts and adds up.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    Sums count() {
        AtomicLong done = new AtomicLong();
        IntStream.range(0, parts).parallel().forEach(part -> {
            int[] counts = new int[groups];
            double[] sums = new double[value == null ? 0 : groups];
            double[] squares = new double[sums.length];
            Blocks blocks = new Blocks();
            long lost = 0;
            for (int from = first(part); from < first(part + 1); from += SLICE) {
                progress.done(done.get());
                int to = Math.min(first(part + 1), from + SLICE);
                for (int row = blocks.fill(rows.nextSetBit(from), to); blocks.count > 0; row = blocks.fill(row, to)) {
                    for (int n = 0; n < blocks.count; n++) {
                        int group = blocks.group[n];
                        if (group < 0) {
                            lost++;
                            continue;
                        }
                        counts[group]++;
                        if (sums.length > 0) {
                            double number = blocks.numbers[n];
                            sums[group] += number;
                            squares[group] += (number - pivot) * (number - pivot);
                        }
                    }
                }
                done.addAndGet(to - from);
            }
            partCounts[part] = counts;
            partSums[part] = sums;
            partSquares[part] = squares;
            partLost[part] = lost;
        });
        long[] counts = new long[groups];
        double[] sums = new double[value == null ? 0 : groups];
        double[] squares = new double[sums.length];
        for (int part = 0; part < parts; part++) {
            for (int group = 0; group < groups; group++) {
                counts[group] += partCounts[part][group];
            }
            for (int group = 0; group < sums.length; group++) {
                sums[group] += partSums[part][group];
                squares[group] += partSquares[part][group];
            }
        }
        return new Sums(counts, sums, squares, pivot, Arrays.stream(partLost).sum());
    }

    /// The values of every group, ascending, after [#count]. 8 bytes a row.
    ///
    /// @return by group
    double[][] sorted() {
        double[][] values = new double[groups][];
        int[][] at = new int[parts][groups];
        for (int group = 0; group < groups; group++) {
            int length = 0;
            for (int part = 0; part < parts; part++) {
                at[part][group] = length;
                length += partCounts[part][group];
            }
            values[group] = new double[length];
        }
        AtomicLong done = new AtomicLong();
        progress.phase("sorting", size);
        IntStream.range(0, parts).parallel().forEach(part -> {
            Blocks blocks = new Blocks();
            for (int from = first(part); from < first(part + 1); from += SLICE) {
                progress.done(done.get());
                int to = Math.min(first(part + 1), from + SLICE);
                for (int row = blocks.fill(rows.nextSetBit(from), to); blocks.count > 0; row = blocks.fill(row, to)) {
                    for (int n = 0; n < blocks.count; n++) {
                        int group = blocks.group[n];
                        if (group >= 0) {
                            values[group][at[part][group]++] = blocks.numbers[n];
                        }
                    }
                }
                done.addAndGet(to - from);
            }
        });
        IntStream.range(0, groups).parallel().forEach(group -> {
            progress.done(size);
            Arrays.sort(values[group]);
        });
        return values;
    }

    /// The group of each of some rows, -1 for none.
    static int[] groups(List<Dimension> dimensions, int[] some) {
        int[] groups = new int[some.length];
        int[] codes = new int[some.length];
        double[] numbers = new double[some.length];
        for (Dimension dimension : dimensions) {
            switch (dimension) {
                case Dimension.OfWords words -> words.places(some, codes);
                case Dimension.OfNumbers ranges -> {
                    ranges.column().read(some, some.length, numbers);
                    Arrays.setAll(codes, n -> ranges.of(numbers[n]));
                }
            }
            int size = dimension.size();
            Arrays.setAll(groups, n -> groups[n] < 0 || codes[n] < 0 ? -1 : groups[n] * size + codes[n]);
        }
        return groups;
    }

    /// The first row of a part.
    private int first(int part) {
        return (int) ((long) size * part / parts);
    }

    /// Some rows of one part: their groups and values.
    private final class Blocks {
        private static final int BLOCK = 1 << 11;

        private int[] row = new int[BLOCK];
        private int[] group = new int[BLOCK];
        private int[] codes = new int[BLOCK];
        private double[] numbers = new double[BLOCK];
        private int[] repeated = new int[BLOCK];
        private int count;

        /// Takes the next rows.
        ///
        /// @param from the first one, or -1 when there is none
        /// @param to behind the last one that may be taken
        /// @return the first one for the next call, or -1
        int fill(int from, int to) {
            int next = from;
            count = 0;
            while (next >= 0 && next < to && count < BLOCK) {
                row[count++] = next;
                next = rows.nextSetBit(next + 1);
            }
            if (count > 0) {
                spread();
                sort();
            }
            return next;
        }

        /// Rows that have several words become several, each with one of them.
        private void spread() {
            for (Dimension dimension : dimensions) {
                if (!(dimension instanceof Dimension.OfWords(WordColumn column, var words, int rest, int[] place))
                        || column.severalWords() == null) {
                    continue;
                }
                WordColumn.Several several = column.severalWords();
                int total = 0;
                for (int n = 0; n < count; n++) {
                    total += several.count().applyAsInt(row[n]);
                }
                int[] rowsOf = new int[Math.max(BLOCK, total)];
                int[] wordOf = new int[rowsOf.length];
                int at = 0;
                for (int n = 0; n < count; n++) {
                    for (int word = several.count().applyAsInt(row[n]) - 1; word >= 0; word--) {
                        rowsOf[at] = row[n];
                        wordOf[at++] = place[several.code().of(row[n], word)];
                    }
                }
                row = rowsOf;
                repeated = wordOf;
                count = total;
                if (group.length < rowsOf.length) {
                    group = new int[rowsOf.length];
                    codes = new int[rowsOf.length];
                    numbers = new double[rowsOf.length];
                }
                return;
            }
        }

        private void sort() {
            Arrays.fill(group, 0, count, 0);
            for (Dimension dimension : dimensions) {
                int size = dimension.size();
                switch (dimension) {
                    case Dimension.OfWords(WordColumn column, var words, int rest, int[] place) -> {
                        boolean several = column.several();
                        if (!several) {
                            column.read(row, count, codes);
                        }
                        for (int n = 0; n < count; n++) {
                            int code = several ? repeated[n] : codes[n] < 0 ? -1 : place[codes[n]];
                            group[n] = group[n] < 0 || code < 0 || code >= size ? -1 : group[n] * size + code;
                        }
                    }
                    case Dimension.OfNumbers ranges -> {
                        ranges.column().read(row, count, numbers);
                        for (int n = 0; n < count; n++) {
                            int code = ranges.of(numbers[n]);
                            group[n] = group[n] < 0 || code < 0 ? -1 : group[n] * size + code;
                        }
                    }
                }
            }
            switch (value) {
                case null -> {}
                case NumberColumn column -> {
                    column.read(row, count, numbers);
                    for (int n = 0; n < count; n++) {
                        group[n] = Double.isNaN(numbers[n]) ? -1 : group[n];
                    }
                }
                case WordColumn flag -> {
                    flag.read(row, count, codes);
                    for (int n = 0; n < count; n++) {
                        numbers[n] = codes[n] == 0 ? 1 : 0;
                        group[n] = codes[n] < 0 ? -1 : group[n];
                    }
                }
            }
        }
    }
}
