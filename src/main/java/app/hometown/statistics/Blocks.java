// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

/// Many values as 10,000 sums, so that drawing them again and again costs the same however many there are. Which value
/// goes into which block is drawn, but always in the same way: were it by turns, values that repeat themselves in step
/// with the blocks would be mistaken for values that do not differ.
///
/// @param sums one a block
/// @param counts how many values each has: the same, or one more
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Blocks(double[] sums, int[] counts) {
    private static final int MOST = 10_000;

    /// The seed of the order; the same for all, so that equal values give equal blocks.
    private static final long ORDER = 0x686f6d65L;

    /// Puts values into blocks, each into its own where they are no more than blocks.
    static Blocks of(double[] values) {
        int blocks = Math.min(values.length, MOST);
        double[] sums = new double[blocks];
        int[] counts = new int[blocks];
        int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (values.length > MOST) {
            FixedRandom random = new FixedRandom(ORDER, 0);
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.below(i + 1);
                int swap = order[i];
                order[i] = order[other];
                order[other] = swap;
            }
        }
        for (int i = 0; i < order.length; i++) {
            sums[i % blocks] += values[order[i]];
            counts[i % blocks]++;
        }
        return new Blocks(sums, counts);
    }

    int size() {
        return sums.length;
    }
}
