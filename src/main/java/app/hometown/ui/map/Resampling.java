// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.Arrays;

/// Brings a row of pixels to another scale: each new pixel is the mean of what it covers of the old ones, or, where new
/// pixels are finer than old, lies between two. The weights of a pixel add up to 256.
final class Resampling {
    private static final int ONE = 256;

    private final int[] firsts;
    private final int[] weights;
    private final int taps;
    private final int length;

    /// @param length new pixels
    /// @param start where the first new pixel begins, in old pixels
    /// @param ratio old pixels a new pixel
    Resampling(int length, double start, double ratio) {
        this.length = length;
        taps = ratio <= 1 ? 2 : (int) Math.ceil(ratio) + 1;
        firsts = new int[length];
        weights = new int[length * taps];
        for (int i = 0; i < length; i++) {
            double from = start + i * ratio;
            if (ratio <= 1) {
                double middle = from + ratio / 2 - 0.5;
                firsts[i] = (int) Math.floor(middle);
                weights[i * taps + 1] = (int) Math.round((middle - firsts[i]) * ONE);
                weights[i * taps] = ONE - weights[i * taps + 1];
            } else {
                firsts[i] = (int) Math.floor(from);
                int left = ONE;
                double covered = 0;
                for (int tap = 0; tap < taps; tap++) {
                    double begin = Math.max(from, firsts[i] + tap);
                    covered += Math.clamp(from + ratio - begin, 0.0, firsts[i] + tap + 1 - begin);
                    int weight = (int) Math.round(covered / ratio * ONE) - (ONE - left);
                    weights[i * taps + tap] = weight;
                    left -= weight;
                }
            }
        }
    }

    /// The first old pixel that is needed.
    int first() {
        return firsts[0];
    }

    /// How many old pixels are needed, from the first.
    int span() {
        return firsts[length - 1] + taps - firsts[0];
    }

    /// Resamples a row of opaque pixels.
    ///
    /// @param from the old pixels from [#first] on
    /// @param at of the first of them
    /// @param to the new pixels
    /// @param toAt of the first of them
    void apply(int[] from, int at, int[] to, int toAt) {
        for (int i = 0; i < length; i++) {
            int redBlue = 0;
            int green = 0;
            int source = at + firsts[i] - firsts[0];
            for (int tap = 0; tap < taps; tap++) {
                int weight = weights[i * taps + tap];
                if (weight != 0) {
                    int pixel = from[source + tap];
                    redBlue += (pixel & 0xFF00FF) * weight;
                    green += (pixel >> 8 & 0xFF) * weight;
                }
            }
            to[toAt + i] = colour(redBlue, green);
        }
    }

    /// Resamples columns of opaque pixels, all at once.
    ///
    /// @param from the old rows from [#first] on
    /// @param width pixels of a row
    /// @param to the new rows
    void applyToRows(int[] from, int width, int[] to) {
        int[] redBlue = new int[width];
        int[] green = new int[width];
        for (int i = 0; i < length; i++) {
            Arrays.fill(redBlue, 0);
            Arrays.fill(green, 0);
            for (int tap = 0; tap < taps; tap++) {
                int weight = weights[i * taps + tap];
                if (weight != 0) {
                    add(from, (firsts[i] - firsts[0] + tap) * width, weight, redBlue, green);
                }
            }
            for (int x = 0; x < width; x++) {
                to[i * width + x] = colour(redBlue[x], green[x]);
            }
        }
    }

    private static void add(int[] from, int at, int weight, int[] redBlue, int[] green) {
        for (int x = 0; x < redBlue.length; x++) {
            int pixel = from[at + x];
            redBlue[x] += (pixel & 0xFF00FF) * weight;
            green[x] += (pixel >> 8 & 0xFF) * weight;
        }
    }

    private static int colour(int redBlue, int green) {
        return 0xFF000000 | ((redBlue >>> 8) & 0xFF00FF) | (green & 0xFF00);
    }
}
