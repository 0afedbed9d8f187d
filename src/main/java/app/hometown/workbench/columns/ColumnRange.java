// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What a column holds over all rows: axes and the order of words are made from it, so that they stay while the
/// selection changes.
///
/// @param least the smallest number; NaN when none is known, or for words
/// @param most the largest number
/// @param leastPositive the smallest above 0; NaN when there is none
/// @param without the part of the known numbers that a logarithmic axis has no place for, 0..1
/// @param counts rows by word; empty for numbers
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ColumnRange(double least, double most, double leastPositive, double without, int[] counts) {
    private static final int BLOCK = 1 << 13;

    static ColumnRange of(DataColumn column, int size) {
        return switch (column) {
            case NumberColumn numbers -> numbers(numbers, size);
            case WordColumn words -> words(words, size);
        };
    }

    private static ColumnRange numbers(NumberColumn column, int size) {
        column.read(new int[0], 0, new double[0]);
        double[] all = IntStream.range(0, Math.ceilDiv(size, BLOCK))
                .parallel()
                .mapToObj(block -> {
                    int from = block * BLOCK;
                    int count = Math.min(BLOCK, size - from);
                    double[] numbers = new double[count];
                    column.read(rows(from, count), count, numbers);
                    double[] found = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0
                    };
                    for (double number : numbers) {
                        if (Double.isFinite(number)) {
                            found[0] = Math.min(found[0], number);
                            found[1] = Math.max(found[1], number);
                            found[2] = number > 0 ? Math.min(found[2], number) : found[2];
                            found[3]++;
                            found[4] += number > 0 ? 0 : 1;
                        }
                    }
                    return found;
                })
                .reduce(
                        new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0
                        },
                        (a, b) -> new double[] {
                            Math.min(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), a[3] + b[3], a[4] + b[4]
                        });
        boolean none = all[0] > all[1];
        return new ColumnRange(
                none ? Double.NaN : all[0],
                none ? Double.NaN : all[1],
                Double.isInfinite(all[2]) ? Double.NaN : all[2],
                none ? 0 : all[4] / all[3],
                new int[0]);
    }

    private static ColumnRange words(WordColumn column, int size) {
        int words = column.words().size();
        WordColumn.Several several = column.severalWords();
        if (several == null) {
            column.read(new int[0], 0, new int[0]);
        }
        int[] counts = IntStream.range(0, Math.ceilDiv(size, BLOCK * 16))
                .parallel()
                .mapToObj(part -> {
                    int[] own = new int[words];
                    int end = Math.min(size, (part + 1) * BLOCK * 16);
                    int[] codes = new int[BLOCK];
                    for (int from = part * BLOCK * 16; from < end; from += BLOCK) {
                        int count = Math.min(BLOCK, end - from);
                        if (several == null) {
                            column.read(rows(from, count), count, codes);
                            for (int n = 0; n < count; n++) {
                                if (codes[n] >= 0) {
                                    own[codes[n]]++;
                                }
                            }
                        } else {
                            for (int row = from; row < from + count; row++) {
                                for (int n = several.count().applyAsInt(row) - 1; n >= 0; n--) {
                                    own[several.code().of(row, n)]++;
                                }
                            }
                        }
                    }
                    return own;
                })
                .reduce(new int[words], ColumnRange::sum);
        return new ColumnRange(Double.NaN, Double.NaN, Double.NaN, 0, counts);
    }

    private static int[] sum(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length);
        for (int i = 0; i < b.length; i++) {
            both[i] += b[i];
        }
        return both;
    }

    private static int[] rows(int from, int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, n -> from + n);
        return rows;
    }
}
