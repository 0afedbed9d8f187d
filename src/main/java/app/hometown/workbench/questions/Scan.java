// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.domain.Progress;
import app.hometown.learning.RowChunks;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/// Goes over the rows that are left, on all cores; sums are the same to the bit on any machine.
final class Scan {
    private Scan() {}

    /// Something that one row adds to.
    interface Add<T> {
        /// Adds a row; called on several threads, each with a sum of its own.
        void row(T sum, int row);
    }

    /// Adds up counts.
    ///
    /// @param phase what is done, for people
    /// @param size how many counts
    static long[] counts(BitSet rows, Progress progress, String phase, int size, Add<long[]> add) {
        progress.phase(phase, rows.length());
        return RowChunks.sum(rows.length(), progress, 0, new RowChunks.Sum<long[]>() {
            @Override
            public long[] zero() {
                return new long[size];
            }

            @Override
            public void add(long[] sum, int from, int to) {
                for (int row = rows.nextSetBit(from); row >= 0 && row < to; row = rows.nextSetBit(row + 1)) {
                    add.row(sum, row);
                }
            }

            @Override
            public void merge(long[] sum, long[] other) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += other[i];
                }
            }
        });
    }

    /// Adds up numbers.
    ///
    /// @param size how many sums
    static double[] sums(BitSet rows, Progress progress, String phase, int size, Add<double[]> add) {
        progress.phase(phase, rows.length());
        return RowChunks.sum(rows.length(), progress, 0, new RowChunks.Sum<double[]>() {
            @Override
            public double[] zero() {
                return new double[size];
            }

            @Override
            public void add(double[] sum, int from, int to) {
                for (int row = rows.nextSetBit(from); row >= 0 && row < to; row = rows.nextSetBit(row + 1)) {
                    add.row(sum, row);
                }
            }

            @Override
            public void merge(double[] sum, double[] other) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += other[i];
                }
            }
        });
    }

    /// The numbers of the rows, ascending. Takes 8 bytes a row and O(n log n).
    static double[] sorted(BitSet rows, Progress progress, String phase, IntToDoubleFunction value) {
        progress.phase(phase, rows.length());
        double[] values = new double[rows.cardinality()];
        int at = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if ((at & 0xffff) == 0) {
                progress.done(row);
            }
            values[at++] = value.applyAsDouble(row);
        }
        Arrays.parallelSort(values);
        progress.done(rows.length());
        return values;
    }

    /// A number that a share of sorted numbers is not above, linear between neighbours.
    ///
    /// @param share 0..1
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// The bin of a value: the last edge that is not above it.
    ///
    /// @param edges ascending, one more than bins
    /// @return 0 also below the first edge, the last bin also above the last edge
    static int bin(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        int bin = found >= 0 ? found : -found - 2;
        return Math.clamp(bin, 0, edges.length - 2);
    }
}
