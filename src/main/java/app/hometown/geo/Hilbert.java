// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.locationtech.jts.shape.fractal.HilbertCode;

/// The order of places along a Hilbert curve over longitude and latitude: places that follow one another are near each
/// other, so work that goes by it finds in the processor's caches what it needs.
public final class Hilbert {
    /// The curve's level: cells of 0.6 km at the equator.
    private static final int LEVEL = 16;

    private static final int CELLS = 1 << LEVEL;

    private Hilbert() {}

    /// The numbers from 0 to `count` less one in the order of their places.
    ///
    /// @param latitude degrees of a number
    /// @param longitude degrees
    public static int[] order(int count, IntToDoubleFunction latitude, IntToDoubleFunction longitude) {
        long[] keys = new long[count];
        Arrays.parallelSetAll(keys, i -> {
            int x = cell((longitude.applyAsDouble(i) + 180) / 360);
            int y = cell((latitude.applyAsDouble(i) + 90) / 180);
            return Integer.toUnsignedLong(HilbertCode.encode(LEVEL, x, y)) << 31 | i;
        });
        Arrays.parallelSort(keys);
        int[] order = new int[count];
        Arrays.setAll(order, i -> (int) (keys[i] & Integer.MAX_VALUE));
        return order;
    }

    private static int cell(double share) {
        return Math.clamp((int) (share * CELLS), 0, CELLS - 1);
    }
}
