// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;

/// Leaves out candidates that cannot matter to who is among the best k, however far a number is moved.
///
/// Each candidate has a level, where it starts, and a lift, how fast it rises. One that has k others above its level
/// with at least its lift never gets past them, nor level with them: wherever it stands above a stream, so do these k.
/// What is left is the *k-skyband*, a few hundred of a million, found in one pass from the highest level down.
final class Skyband {
    private final double[] levels;
    private final int[] order;
    private final int k;

    private Skyband(double[] levels, int[] order, int k) {
        this.levels = levels;
        this.order = order;
        this.k = k;
    }

    /// Of candidates on these levels.
    ///
    /// @param k at least 1
    static Skyband of(double[] levels, int k) {
        return new Skyband(levels, ScoreOrder.descending(levels), k);
    }

    /// The candidates that fewer than k others dominate.
    ///
    /// @param lifts of the candidates
    int[] band(double[] lifts) {
        double[] best = new double[k];
        int known = 0;
        int[] kept = new int[16];
        int count = 0;
        int to = 0;
        for (int from = 0; from < order.length; from = to) {
            double floor = known < k ? Double.NEGATIVE_INFINITY : best[0];
            to = from;
            // Which of those on one level is first may be a matter of ids: they do not dominate one another.
            do {
                if (known < k || lifts[order[to]] > floor) {
                    if (count == kept.length) {
                        kept = Arrays.copyOf(kept, 2 * count);
                    }
                    kept[count++] = order[to];
                }
                to++;
            } while (to < order.length && levels[order[to]] == levels[order[from]]);
            for (int i = from; i < to; i++) {
                if (known < k) {
                    best[known++] = lifts[order[i]];
                    Arrays.sort(best, 0, known);
                } else if (lifts[order[i]] > best[0]) {
                    replaceLeast(best, lifts[order[i]]);
                }
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /// Puts a greater number in place of the least of ascending ones.
    private static void replaceLeast(double[] ascending, double number) {
        int at = 0;
        while (at + 1 < ascending.length && ascending[at + 1] < number) {
            ascending[at] = ascending[at + 1];
            at++;
        }
        ascending[at] = number;
    }
}
