// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Palette;
import java.util.Arrays;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Draws how dense points are as a smooth surface: points are counted in cells of some pixels, blurred, and coloured by
/// the logarithm of the density, on a scale that is the same wherever the map is moved at one zoom.
///
/// For one thread at a time.
final class DensityPainter {
    /// Device pixels of a cell, and how many cells the blur reaches.
    private static final int CELL = 4;

    private static final int REACH = 8;
    private static final int CELLS = Blocks.SIDE / CELL;

    /// A cell more on each side, so that pixels at the edge lie between two cells.
    private static final int BLURRED = CELLS + 2;

    private static final int COUNTED = BLURRED + 2 * REACH;
    private static final int SHADES = 256;

    /// How many times denser than the faintest shade the deepest is.
    private static final double RANGE = 300;
    private static final float[] KERNEL = kernel();

    private final float[] counted = new float[COUNTED * COUNTED];
    private final float[] half = new float[COUNTED * BLURRED];
    private final float[] blurred = new float[BLURRED * BLURRED];
    private final @Nullable Scale[] scales = new @Nullable Scale[2];

    /// What squares of one surface have in common.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Scale(Blocks blocks, PointContent content, double lowest, double highest, int[] shades) {}

    private static float[] kernel() {
        float[] kernel = new float[2 * REACH + 1];
        double sigma = REACH / 3.2;
        for (int i = 0; i < kernel.length; i++) {
            double away = (i - REACH) / sigma;
            kernel[i] = (float) (Math.exp(-away * away / 2) / (sigma * Math.sqrt(2 * Math.PI)));
        }
        return kernel;
    }

    /// Draws over what is there.
    ///
    /// @return whether there was anything to draw
    boolean paint(Blocks blocks, Blocks.Place place, PointContent content, MapLayer layer, int[] argb) {
        PointView points = content.points(layer);
        Arrays.fill(counted, 0);
        if (!count(blocks, place, points)) {
            return false;
        }
        blur();
        Scale scale = scale(blocks, content, layer);
        double perLog = (SHADES - 1) / (scale.highest - scale.lowest);
        for (int row = 0; row < Blocks.SIDE; row++) {
            double y = (row + 0.5) / CELL + 0.5;
            int cellRow = (int) y;
            double down = y - cellRow;
            for (int column = 0; column < Blocks.SIDE; column++) {
                double x = (column + 0.5) / CELL + 0.5;
                int cell = cellRow * BLURRED + (int) x;
                double right = x - (int) x;
                double upper = blurred[cell] * (1 - right) + blurred[cell + 1] * right;
                double lower = blurred[cell + BLURRED] * (1 - right) + blurred[cell + BLURRED + 1] * right;
                double value = upper * (1 - down) + lower * down;
                if (value > 0) {
                    int shade = (int) ((Math.log(value) - scale.lowest) * perLog);
                    if (shade > 0) {
                        int at = row * Blocks.SIDE + column;
                        argb[at] = Ramp.over(scale.shades[Math.min(shade, SHADES - 1)], argb[at]);
                    }
                }
            }
        }
        return true;
    }

    private boolean count(Blocks blocks, Blocks.Place place, PointView points) {
        double world = blocks.worldPixels();
        int reach = (REACH + 1) * CELL;
        double left = (double) place.column() * Blocks.SIDE - reach;
        double top = (double) place.row() * Blocks.SIDE - reach;
        double side = Blocks.SIDE + 2.0 * reach;
        double perUnit = world / (1L << PointCloud.BITS);
        int level = Math.clamp((int) Math.ceil(Math.log(world) / Math.log(2)), 0, PointCloud.SORTED_LEVEL);
        boolean[] any = {false};
        for (int copy = (int) Math.floor(left / world); copy <= Math.floor((left + side) / world); copy++) {
            double shift = copy * world - left;
            points.cloud()
                    .runs(
                            PointCloud.coordinate(left / world - copy),
                            PointCloud.coordinate(top / world),
                            PointCloud.coordinate((left + side) / world - copy),
                            PointCloud.coordinate((top + side) / world),
                            level,
                            (from, to) -> {
                                int column = (int) ((points.cloud().x(from) * perUnit + shift) / CELL);
                                int row = (int) ((points.cloud().y(from) * perUnit - top) / CELL);
                                if (column >= 0 && row >= 0 && column < COUNTED && row < COUNTED) {
                                    int count = points.count(from, to);
                                    counted[row * COUNTED + column] += count;
                                    any[0] |= count > 0;
                                }
                            });
        }
        return any[0];
    }

    private void blur() {
        for (int row = 0; row < COUNTED; row++) {
            for (int column = 0; column < BLURRED; column++) {
                float sum = 0;
                for (int i = 0; i < KERNEL.length; i++) {
                    sum += KERNEL[i] * counted[row * COUNTED + column + i];
                }
                half[row * BLURRED + column] = sum;
            }
        }
        for (int row = 0; row < BLURRED; row++) {
            for (int column = 0; column < BLURRED; column++) {
                float sum = 0;
                for (int i = 0; i < KERNEL.length; i++) {
                    sum += KERNEL[i] * half[(row + i) * BLURRED + column];
                }
                blurred[row * BLURRED + column] = sum;
            }
        }
    }

    private Scale scale(Blocks blocks, PointContent content, MapLayer layer) {
        int slot = layer.isOfUsers() ? 0 : 1;
        Scale kept = scales[slot];
        if (kept == null || !kept.blocks.equals(blocks) || !kept.content.equals(content)) {
            // The blur spreads what is in a square of its own width.
            double cells = blocks.worldPixels() / (CELL * REACH);
            int level = Math.clamp((int) Math.floor(Math.log(cells) / Math.log(2)), 0, 13);
            double densest = content.points(layer).densest(level) / (double) (REACH * REACH);
            double highest = Math.log(Math.max(densest, 1));
            // A wider range would show where the blur ends.
            double lowest = highest - Math.log(RANGE);
            kept = new Scale(blocks, content, lowest, highest, shades(layer, content.dark()));
            scales[slot] = kept;
        }
        return kept;
    }

    /// From transparent through the layer's colour to nearly white (on dark ground) or a deep shade (on light).
    private static int[] shades(MapLayer layer, boolean dark) {
        Color colour = (layer.isOfUsers() ? Palette.USERS : Palette.STREAMS).on(dark);
        Color end = dark ? colour.interpolate(Color.WHITE, 0.8) : colour.interpolate(Color.web("#10131f"), 0.62);
        int[] shades = new int[SHADES];
        for (int i = 1; i < SHADES; i++) {
            double part = i / (double) (SHADES - 1);
            Color shade = part < 0.5 ? colour : colour.interpolate(end, (part - 0.5) * 2);
            double alpha = 0.78 * Math.min(1, part * 1.5) * Math.min(1, part * 1.5);
            int a = (int) Math.round(alpha * 255);
            shades[i] = a << 24
                    | (int) Math.round(shade.getRed() * a) << 16
                    | (int) Math.round(shade.getGreen() * a) << 8
                    | (int) Math.round(shade.getBlue() * a);
        }
        return shades;
    }
}
