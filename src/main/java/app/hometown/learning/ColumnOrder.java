// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

/// The order of numbers from least to greatest, equal ones as they come.
final class ColumnOrder {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private ColumnOrder() {}

    /// The places of the numbers in their order. A radix sort: linear, some 50 ns a number.
    ///
    /// @param values finite; −0 counts as less than 0
    static int[] of(double[] values) {
        long[] keys = new long[values.length];
        int[] order = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            long bits = Double.doubleToLongBits(values[i]);
            // In the order of unsigned numbers.
            keys[i] = bits ^ ((bits >> 63) | Long.MIN_VALUE);
            order[i] = i;
        }
        int[] next = new int[values.length];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int[] ends = ends(keys, shift);
            if (ends == null) {
                continue;
            }
            for (int i = values.length - 1; i >= 0; i--) {
                next[--ends[bucket(keys[order[i]], shift)]] = order[i];
            }
            int[] swap = order;
            order = next;
            next = swap;
        }
        return order;
    }

    /// Where each bucket ends; null where all are in one.
    private static int @org.jspecify.annotations.Nullable [] ends(long[] keys, int shift) {
        int[] counts = new int[BUCKETS];
        for (long key : keys) {
            counts[bucket(key, shift)]++;
        }
        int sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            if (counts[i] == keys.length) {
                return null;
            }
            sum += counts[i];
            counts[i] = sum;
        }
        return counts;
    }

    private static int bucket(long key, int shift) {
        return (int) (key >>> shift) & (BUCKETS - 1);
    }
}
