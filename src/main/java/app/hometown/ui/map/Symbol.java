// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import org.jspecify.annotations.Nullable;

/// The shape of a symbol as coverage of pixels, at each of some places within a pixel.
final class Symbol {
    /// Places within a pixel, each way, at which a symbol is drawn apart.
    static final int STEPS = 4;

    private static final float[][] NO_CHANNELS = {};

    private final int half;
    private final int side;
    private final float[][] masks = new float[STEPS * STEPS][];

    /// @param radius in device pixels
    /// @param diamond a diamond, else a disc
    Symbol(double radius, boolean diamond) {
        half = (int) Math.ceil(radius + 0.5);
        side = 2 * half + 1;
        for (int step = 0; step < masks.length; step++) {
            int stepRow = step / STEPS;
            double x = half + (step - stepRow * STEPS + 0.5) / STEPS;
            double y = half + (stepRow + 0.5) / STEPS;
            float[] mask = new float[side * side];
            for (int i = 0; i < mask.length; i++) {
                int row = i / side;
                double dx = Math.abs(i - row * side + 0.5 - x);
                double dy = Math.abs(row + 0.5 - y);
                double beyond = diamond ? (dx + dy - radius) * Math.sqrt(0.5) : Math.hypot(dx, dy) - radius;
                mask[i] = (float) Math.clamp(0.5 - beyond, 0.0, 1.0);
            }
            masks[step] = mask;
        }
    }

    /// How far it reaches from its pixel, in whole pixels.
    int reach() {
        return half;
    }

    /// Adds symbols whose middle is at pixel coordinates (x, y) of a square of [Blocks#SIDE].
    ///
    /// @param weight how many lie there
    /// @param cover per pixel, how many symbols lie on it
    /// @return whether any pixel was touched
    boolean add(double x, double y, float weight, float[] cover) {
        return add(x, y, weight, cover, null, NO_CHANNELS);
    }

    /// The same in a colour, unless it is null: adds to the sums of the channels as well.
    boolean add(double x, double y, float weight, float[] cover, float @Nullable [] colour, float[][] channels) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        int left = column - half;
        int top = row - half;
        if (left >= Blocks.SIDE || top >= Blocks.SIDE || left + side <= 0 || top + side <= 0) {
            return false;
        }
        float[] mask = masks[((int) ((y - row) * STEPS)) * STEPS + (int) ((x - column) * STEPS)];
        int fromColumn = Math.max(0, -left);
        int toColumn = Math.min(side, Blocks.SIDE - left);
        int toRow = Math.min(side, Blocks.SIDE - top);
        for (int maskRow = Math.max(0, -top); maskRow < toRow; maskRow++) {
            int at = (top + maskRow) * Blocks.SIDE + left;
            int from = maskRow * side;
            add(weight, mask, from + fromColumn, from + toColumn, cover, at - from);
            for (int channel = 0; colour != null && channel < channels.length; channel++) {
                add(weight * colour[channel], mask, from + fromColumn, from + toColumn, channels[channel], at - from);
            }
        }
        return true;
    }

    private static void add(float weight, float[] mask, int from, int to, float[] sums, int shift) {
        for (int i = from; i < to; i++) {
            sums[i + shift] += weight * mask[i];
        }
    }
}
