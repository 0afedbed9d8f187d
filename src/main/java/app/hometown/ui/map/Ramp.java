// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import javafx.scene.paint.Color;

/// From how many symbols lie on a pixel to its colour. One symbol has a certain opacity; more make it more opaque and
/// then deeper (on light ground) or brighter (on dark), by the logarithm of their number up to a given most. So single
/// symbols are crisp, crowds show where they are densest, and there is no jump between the two.
final class Ramp {
    /// Entries per doubling, as a power of two, and the smallest number told from none.
    private static final int MANTISSA_SHIFT = 17;

    private static final int FIRST = Float.floatToRawIntBits(1f / 512) >> MANTISSA_SHIFT;
    private static final int LAST = Float.floatToRawIntBits(1f * (1 << 25)) >> MANTISSA_SHIFT;
    private static final double MOST_OPAQUE = 0.96;

    /// Colours of classes stand for something, so they are changed less.
    private static final float OF_CLASSES = 0.4f;

    private final int[] alphas = new int[LAST - FIRST + 1];
    private final float[] depths = new float[LAST - FIRST + 1];
    private final int[] colours = new int[LAST - FIRST + 1];
    private final boolean dark;

    /// @param colour of one symbol
    /// @param single opacity of one symbol, 0..1
    /// @param most symbols upon each other beyond which a pixel grows no deeper
    Ramp(Color colour, double single, double most, boolean dark) {
        this.dark = dark;
        for (int i = 0; i < alphas.length; i++) {
            double symbols = i == 0 ? 0 : Float.intBitsToFloat((FIRST + i) << MANTISSA_SHIFT);
            double alpha = symbols < 1 ? symbols * single : 1 - Math.pow(1 - single, Math.sqrt(symbols));
            alphas[i] = (int) Math.round(Math.min(alpha, MOST_OPAQUE) * 255);
            depths[i] = symbols <= 1 ? 0 : (float) Math.min(1, Math.log(symbols) / Math.log(Math.max(2, most)));
            colours[i] = colour(i, (float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), 1);
        }
    }

    private static int entry(float symbols) {
        return Math.clamp((Float.floatToRawIntBits(symbols) >> MANTISSA_SHIFT) - FIRST, 0, LAST - FIRST);
    }

    /// The premultiplied colour of a pixel.
    int colour(float symbols) {
        return colours[entry(symbols)];
    }

    /// The premultiplied colour of a pixel whose symbols have another colour, channels 0..1.
    int colour(float symbols, float red, float green, float blue) {
        return colour(entry(symbols), red, green, blue, OF_CLASSES);
    }

    private int colour(int entry, float red, float green, float blue, float part) {
        int alpha = alphas[entry];
        float depth = depths[entry] * part * (dark ? 0.5f : 0.4f);
        float toward = dark ? depth : 0;
        float rest = 1 - depth;
        int r = Math.round((red * rest + toward) * alpha);
        int g = Math.round((green * rest + toward) * alpha);
        int b = Math.round((blue * rest + toward) * alpha);
        return alpha << 24 | Math.min(r, alpha) << 16 | Math.min(g, alpha) << 8 | Math.min(b, alpha);
    }

    /// One premultiplied colour over another, two channels at a time.
    static int over(int above, int below) {
        int rest = 256 - (above >>> 24);
        int odd = ((below >>> 8) & 0x00FF00FF) * rest & 0xFF00FF00;
        int even = (((below & 0x00FF00FF) * rest) >>> 8) & 0x00FF00FF;
        return above + (odd | even);
    }
}
