// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

/// A set of non-negative numbers, open-addressed, made for a known number of them.
final class PairSet {
    private final long[] table;
    private int size;

    PairSet(int expected) {
        table = new long[Integer.highestOneBit(Math.clamp(expected * 2L, 8, 1 << 29)) * 2];
    }

    int size() {
        return size;
    }

    /// Adds a number.
    ///
    /// @return whether it was new
    boolean add(long pair) {
        int mask = table.length - 1;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (table[slot] != 0) {
            if (table[slot] == pair + 1) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = pair + 1;
        size++;
        return true;
    }
}
