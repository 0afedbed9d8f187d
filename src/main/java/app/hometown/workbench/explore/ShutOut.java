// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// By which conditions of a filter each row is shut out. Immutable; 2 bytes a row, none when nothing is shut out.
final class ShutOut {
    private static final int SLICE = 1 << 16;

    private final List<String> keys;
    private final short[] bits;
    private final int size;

    /// @param keys what each bit is about, from the lowest on
    /// @param bits by row; kept, not copied; empty when no row is shut out
    ShutOut(List<String> keys, short[] bits, int size) {
        this.keys = List.copyOf(keys);
        this.bits = bits;
        this.size = size;
    }

    /// The rows that all conditions leave but those on some columns. Half a nanosecond a row.
    BitSet but(Collection<String> free) {
        if (bits.length == 0) {
            BitSet every = new BitSet(size);
            every.set(0, size);
            return every;
        }
        int counted = 0;
        for (int bit = 0; bit < keys.size(); bit++) {
            counted |= free.contains(keys.get(bit)) ? 0 : 1 << bit;
        }
        int mask = counted;
        long[] words = new long[Math.ceilDiv(size, 64)];
        IntStream.range(0, Math.ceilDiv(size, SLICE)).parallel().forEach(slice -> {
            int end = Math.min(size, (slice + 1) * SLICE);
            for (int row = slice * SLICE; row < end; row++) {
                if ((bits[row] & mask) == 0) {
                    words[row >> 6] |= 1L << row;
                }
            }
        });
        return BitSet.valueOf(words);
    }
}
