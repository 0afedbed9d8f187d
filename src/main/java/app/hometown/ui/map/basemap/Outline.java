// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A chain of points on unit Mercator that can be cut to a small rectangle without looking at all of it. Safe for
/// several
/// threads; the points are made when they are first needed.
///
/// The points are grouped in blocks with their bounds. A block that lies wholly on one outer side of the rectangle
/// counts as one straight step, which cannot change what is inside.
final class Outline {
    private static final int BLOCK = 32;

    private final Supplier<float[]> making;
    private volatile @Nullable Chain chain;
    private final Bounds bounds;

    /// The points, and the bounds of their blocks: least x, least y, most x, most y of each.
    private static final class Chain {
        final float[] points;
        final float[] blocks;

        Chain(float[] points) {
            this.points = points;
            int count = points.length / 2;
            int blockCount = Math.max(1, (count - 2) / BLOCK + 1);
            blocks = new float[4 * blockCount];
            for (int block = 0; block < blockCount; block++) {
                float[] box = none();
                // A block reaches to the first point of the next, so that no step is outside every block.
                for (int i = block * BLOCK; i <= Math.min(count - 1, (block + 1) * BLOCK); i++) {
                    extend(box, points[2 * i], points[2 * i + 1]);
                }
                System.arraycopy(box, 0, blocks, 4 * block, 4);
            }
        }
    }

    /// @param points x, y, x, y, …; kept, not copied
    Outline(float[] points) {
        this(Bounds.of(points), () -> points);
    }

    /// @param bounds of all points
    /// @param making gives the points, x, y, x, y, …, when they are first needed; the same each time
    Outline(Bounds bounds, Supplier<float[]> making) {
        this.making = making;
        this.bounds = bounds;
    }

    /// Two threads may make it at once, which does no harm.
    private Chain chain() {
        Chain made = chain;
        if (made == null) {
            made = new Chain(making.get());
            chain = made;
        }
        return made;
    }

    /// The rectangle round points.
    record Bounds(float minX, float minY, float maxX, float maxY) {
        static Bounds of(float[] points) {
            float[] all = none();
            for (int i = 0; i < points.length; i += 2) {
                extend(all, points[i], points[i + 1]);
            }
            return new Bounds(all[0], all[1], all[2], all[3]);
        }
    }

    private static float[] none() {
        return new float[] {
            Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY
        };
    }

    private static void extend(float[] box, float x, float y) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
    }

    double minX() {
        return bounds.minX;
    }

    double minY() {
        return bounds.minY;
    }

    double maxX() {
        return bounds.maxX;
    }

    double maxY() {
        return bounds.maxY;
    }

    /// Whether this ring goes round a place on unit Mercator.
    boolean holds(double x, double y) {
        boolean inside = false;
        float[] points = chain().points;
        int before = points.length - 2;
        for (int i = 0; i < points.length; i += 2) {
            if (points[i + 1] > y != points[before + 1] > y
                    && x
                            < points[i]
                                    + (y - points[i + 1])
                                            * (points[before] - points[i])
                                            / (points[before + 1] - points[i + 1])) {
                inside = !inside;
            }
            before = i;
        }
        return inside;
    }

    /// A place on the way from unit Mercator to the pixels of a tile, with the rectangle that is worth drawing and the
    /// buffers for cutting; for one thread.
    static final class Window {
        private final double scale;
        private final double originX;
        private final double originY;
        private final double low;
        private final double high;
        private final double tolerance;
        private float[] chain = new float[1024];
        private float[] other = new float[1024];
        private int size;

        /// @param scale pixels of the whole world
        /// @param originX unit x of the tile's left edge
        /// @param originY unit y of the tile's upper edge
        /// @param pixels along a side of the tile
        /// @param margin pixels beyond the tile that are drawn as well
        /// @param tolerance steps shorter than this many pixels are left out
        Window(double scale, double originX, double originY, double pixels, double margin, double tolerance) {
            this.scale = scale;
            this.originX = originX;
            this.originY = originY;
            this.low = -margin;
            this.high = pixels + margin;
            this.tolerance = tolerance;
        }

        private void add(double x, double y) {
            if (size + 2 > chain.length) {
                chain = Arrays.copyOf(chain, chain.length * 2);
            }
            chain[size++] = (float) x;
            chain[size++] = (float) y;
        }
    }

    /// Adds this ring, cut to the window, to a path in pixels. `shift` moves it by whole worlds.
    void addRing(Window window, double shift, Path2D.Float path) {
        window.size = 0;
        collect(window, shift, null);
        cut(window, 0, window.low, 1);
        cut(window, 0, window.high, -1);
        cut(window, 1, window.low, 1);
        cut(window, 1, window.high, -1);
        if (window.size >= 6) {
            append(window, path);
            path.closePath();
        }
    }

    /// Adds the parts of this line near the window to a path in pixels. `shift` moves it by whole worlds.
    void addLine(Window window, double shift, Path2D.Float path) {
        window.size = 0;
        collect(window, shift, path);
        append(window, path);
    }

    /// Walks the blocks. With a path, a block outside ends the piece collected so far; without one it counts as one
    /// step.
    private void collect(Window window, double shift, Path2D.@Nullable Float pieces) {
        double offsetX = shift - window.originX;
        Chain made = chain();
        float[] points = made.points;
        float[] blocks = made.blocks;
        int count = points.length / 2;
        double tolerance = window.tolerance;
        for (int block = 0; 4 * block < blocks.length; block++) {
            int from = block * BLOCK;
            int to = Math.min(count - 1, from + BLOCK);
            boolean outside = (blocks[4 * block + 2] + offsetX) * window.scale < window.low
                    || (blocks[4 * block] + offsetX) * window.scale > window.high
                    || (blocks[4 * block + 3] - window.originY) * window.scale < window.low
                    || (blocks[4 * block + 1] - window.originY) * window.scale > window.high;
            double keptX = (points[2 * from] + offsetX) * window.scale;
            double keptY = (points[2 * from + 1] - window.originY) * window.scale;
            if (outside && pieces != null) {
                if (window.size > 0) {
                    window.add(keptX, keptY);
                    append(window, pieces);
                    window.size = 0;
                }
                continue;
            }
            window.add(keptX, keptY);
            if (outside) {
                continue;
            }
            for (int i = from + 1; i < to; i++) {
                double x = (points[2 * i] + offsetX) * window.scale;
                double y = (points[2 * i + 1] - window.originY) * window.scale;
                if (Math.abs(x - keptX) + Math.abs(y - keptY) >= tolerance) {
                    window.add(x, y);
                    keptX = x;
                    keptY = y;
                }
            }
        }
        if (pieces == null || window.size > 0) {
            window.add(
                    (points[2 * count - 2] + offsetX) * window.scale,
                    (points[2 * count - 1] - window.originY) * window.scale);
        }
    }

    /// Sutherland and Hodgman's cut of a ring by one edge.
    private static void cut(Window window, int axis, double edge, int sign) {
        float[] from = window.chain;
        int count = window.size;
        if (count < 6) {
            window.size = 0;
            return;
        }
        window.chain = window.other;
        window.other = from;
        window.size = 0;
        float beforeX = from[count - 2];
        float beforeY = from[count - 1];
        double beforeSide = sign * ((axis == 0 ? beforeX : beforeY) - edge);
        for (int i = 0; i < count; i += 2) {
            float x = from[i];
            float y = from[i + 1];
            double side = sign * ((axis == 0 ? x : y) - edge);
            if (side >= 0 != beforeSide >= 0) {
                double part = beforeSide / (beforeSide - side);
                window.add(beforeX + part * (x - beforeX), beforeY + part * (y - beforeY));
            }
            if (side >= 0) {
                window.add(x, y);
            }
            beforeX = x;
            beforeY = y;
            beforeSide = side;
        }
    }

    private static void append(Window window, Path2D.Float path) {
        if (window.size < 4) {
            return;
        }
        path.moveTo(window.chain[0], window.chain[1]);
        for (int i = 2; i < window.size; i += 2) {
            path.lineTo(window.chain[i], window.chain[i + 1]);
        }
    }
}
