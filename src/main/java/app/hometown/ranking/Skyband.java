// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Leaves out candidates that cannot matter to who is among the best k, however far a number is moved.
///
/// Each candidate has a level, where it starts, and a lift, how fast it rises. One that has k others above its level
/// with at least its lift never gets past them, nor level with them: wherever it stands above a stream, so do these k.
/// What is left is the *k-skyband*, a few hundred of a million.
final class Skyband {
    /// So many are sorted outright.
    private static final int FEW = 1 << 13;

    private Skyband() {}

    /// Candidates that may matter: at least the k-skyband, ascending.
    ///
    /// @param levels higher is better
    /// @param lifts likewise
    /// @param k at least 1
    static int[] of(double[] levels, double[] lifts, int k) {
        int size = levels.length;
        if (size <= FEW) {
            return band(IntStream.range(0, size).toArray(), levels, lifts, k);
        }
        // A sample's own band passes over nearly all of the others. The stride is prime, so that it does not fall into
        // step with the order of the data.
        int stride = Math.max(2, size / FEW) | 1;
        int[] sample = IntStream.range(0, size / stride).map(i -> i * stride).toArray();
        Stairs stairs = Stairs.of(sample, levels, lifts, k);
        int[] left = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (!stairs.cover(levels[i], lifts[i])) {
                left[count++] = i;
            }
        }
        return band(Arrays.copyOf(left, count), levels, lifts, k);
    }

    /// The candidates of some that fewer than k others of them dominate, ascending.
    private static int[] band(int[] some, double[] levels, double[] lifts, int k) {
        int[] sorted = byLevel(some, levels);
        Best best = new Best(k);
        int[] kept = new int[sorted.length];
        int count = 0;
        int to = 0;
        for (int from = 0; from < sorted.length; from = to) {
            double floor = best.floor();
            to = from;
            // Which of those on one level is first may be a matter of ids: they do not dominate one another.
            do {
                if (lifts[sorted[to]] > floor || floor == Double.NEGATIVE_INFINITY) {
                    kept[count++] = sorted[to];
                }
                to++;
            } while (to < sorted.length && levels[sorted[to]] == levels[sorted[from]]);
            for (int i = from; i < to; i++) {
                best.add(lifts[sorted[i]]);
            }
        }
        int[] band = Arrays.copyOf(kept, count);
        Arrays.sort(band);
        return band;
    }

    /// The k greatest numbers.
    private static final class Best {
        private final int k;
        private final PriorityQueue<Double> numbers = new PriorityQueue<>();

        Best(int k) {
            this.k = k;
        }

        void add(double number) {
            if (numbers.size() < k || number > floor()) {
                numbers.add(number);
                if (numbers.size() > k) {
                    numbers.remove();
                }
            }
        }

        /// The k-th greatest, or negative infinity.
        double floor() {
            Double least = numbers.size() < k ? null : numbers.peek();
            return least == null ? Double.NEGATIVE_INFINITY : least;
        }
    }

    private static int[] byLevel(int[] some, double[] levels) {
        return Arrays.stream(some)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -levels[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The k-th greatest lift of a sample's candidates down to a level: stairs that descend in level and ascend in
    /// lift.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stairs(double[] levels, double[] lifts) {
        static Stairs of(int[] sample, double[] levels, double[] lifts, int k) {
            double[] edges = new double[sample.length];
            double[] floors = new double[sample.length];
            int count = 0;
            Best best = new Best(k);
            for (int i : byLevel(sample, levels)) {
                best.add(lifts[i]);
                double floor = best.floor();
                if (floor > (count == 0 ? Double.NEGATIVE_INFINITY : floors[count - 1])) {
                    edges[count] = levels[i];
                    floors[count++] = floor;
                }
            }
            return new Stairs(Arrays.copyOf(edges, count), Arrays.copyOf(floors, count));
        }

        /// Whether k of the sample are above the level with at least the lift.
        boolean cover(double level, double lift) {
            int low = 0;
            int high = lifts.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (lifts[middle] >= lift) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low < lifts.length && levels[low] > level;
        }
    }
}
