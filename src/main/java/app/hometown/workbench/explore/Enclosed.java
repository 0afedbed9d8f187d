// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.geo.Area;
import java.util.BitSet;
import java.util.stream.IntStream;

/// The rows whose places lie in an area.
public final class Enclosed {
    /// Rows that a core takes at a time: a multiple of 64, so that cores never share a word of the result.
    private static final int SLICE = 1 << 14;

    private Enclosed() {}

    /// Looks at every row of some, on all cores: a few nanoseconds a row away from the area, 0.2 µs a row near it.
    ///
    /// @param among the rows looked at
    /// @param progress asked whether to stop, from all cores
    /// @throws java.util.concurrent.CancellationException when it says so
    public static BitSet rows(Kind kind, Catalog catalog, BitSet among, Area area, Progress progress) {
        int size = kind.size(catalog);
        long[] words = new long[Math.ceilDiv(size, 64)];
        IntStream.range(0, Math.ceilDiv(size, SLICE)).parallel().forEach(slice -> {
            progress.done((long) slice * SLICE);
            int to = Math.min(size, (slice + 1) * SLICE);
            for (int row = among.nextSetBit(slice * SLICE); row >= 0 && row < to; row = among.nextSetBit(row + 1)) {
                if (area.contains(kind.latitude(catalog, row), kind.longitude(catalog, row))) {
                    words[row >> 6] |= 1L << row;
                }
            }
        });
        return BitSet.valueOf(words);
    }
}
