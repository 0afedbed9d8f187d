// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Palette;
import java.util.Arrays;
import java.util.BitSet;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Draws points into pixels: how many symbols cover a pixel is added up first and turned into colour afterwards, so
/// that single points are crisp, crowds show where they are densest, and there is no jump between the two.
///
/// Users are discs, streams are diamonds. Keeps its buffers between calls; for one thread at a time.
final class PointPainter {
    /// Places within a pixel, each way, at which a symbol is drawn apart.
    private static final int STEPS = 4;

    /// What one whole symbol adds to a pixel.
    private static final int FULL = 255;

    /// Symbols upon each other beyond which a pixel grows no denser.
    private static final int MOST = 160;

    private static final int RAMP_SHIFT = 4;

    private int[] users = new int[0];
    private int[] streams = new int[0];

    /// What to draw.
    ///
    /// @param camera the view
    /// @param margin logical pixels beyond the pane that are drawn as well
    /// @param scale device pixels a logical pixel
    /// @param users discs
    /// @param streams diamonds
    /// @param userMarks which of the users
    /// @param streamMarks which of the streams
    /// @param dark whether the ground is dark
    record Scene(
            MapCamera camera,
            double margin,
            double scale,
            PointIndex users,
            PointIndex streams,
            Marks userMarks,
            Marks streamMarks,
            boolean dark) {
        int pixelWidth() {
            return (int) Math.ceil((camera.width() + 2 * margin) * scale);
        }

        int pixelHeight() {
            return (int) Math.ceil((camera.height() + 2 * margin) * scale);
        }
    }

    /// The radius of a symbol in logical pixels: smaller the more points there are in all, larger the closer the view.
    static double radius(double zoom, int points) {
        double crowd = Math.log10(Math.max(1_000, points) / 1_000.0);
        return Math.clamp(3.0 - 0.6 * crowd + 0.28 * (zoom - 3), 1.1, 4.5);
    }

    /// Fills the first width × height of `argb` with premultiplied colours; transparent where there is nothing.
    void paint(Scene scene, int[] argb) {
        int width = scene.pixelWidth();
        int height = scene.pixelHeight();
        int size = width * height;
        if (users.length < size) {
            users = new int[size];
            streams = new int[size];
        } else {
            Arrays.fill(users, 0, size, 0);
            Arrays.fill(streams, 0, size, 0);
        }
        int points = scene.users().size() + scene.streams().size();
        double radius = radius(scene.camera().zoom(), points) * scene.scale();
        count(scene, scene.users(), scene.userMarks().shown(), new Symbol(radius, false), users, width, height);
        count(
                scene,
                scene.streams(),
                scene.streamMarks().shown(),
                new Symbol(radius * 1.25, true),
                streams,
                width,
                height);
        double single = Math.clamp(
                0.85
                        - 0.16 * Math.log10(Math.max(1_000, points) / 1_000.0)
                        + 0.06 * (scene.camera().zoom() - 3),
                0.3,
                0.85);
        int[] userRamp = ramp(Palette.USERS.on(scene.dark()), single, scene.dark());
        int[] streamRamp = ramp(Palette.STREAMS.on(scene.dark()), single, scene.dark());
        for (int i = 0; i < size; i++) {
            int user = users[i];
            int stream = streams[i];
            if ((user | stream) == 0) {
                argb[i] = 0;
            } else {
                int below = userRamp[Math.min(user >> RAMP_SHIFT, userRamp.length - 1)];
                int above = streamRamp[Math.min(stream >> RAMP_SHIFT, streamRamp.length - 1)];
                argb[i] = over(above, below);
            }
        }
    }

    private static void count(
            Scene scene,
            PointIndex points,
            @Nullable BitSet shown,
            Symbol symbol,
            int[] counts,
            int width,
            int height) {
        MapCamera camera = scene.camera();
        double reach = scene.margin() + symbol.half / scene.scale() + 1;
        double minY = camera.unitY(-reach);
        double maxY = camera.unitY(camera.height() + reach);
        double perUnit = camera.worldSize() * scene.scale();
        double top = (camera.screenY(0) + scene.margin()) * scene.scale();
        for (int copy = camera.firstCopy(reach); copy <= camera.lastCopy(reach); copy++) {
            double left = (camera.screenX(copy) + scene.margin()) * scene.scale();
            points.runs(
                    camera.unitX(-reach) - copy,
                    minY,
                    camera.unitX(camera.width() + reach) - copy,
                    maxY,
                    (from, to) -> {
                        for (int i = from; i < to; i++) {
                            if (shown == null || shown.get(points.row(i))) {
                                symbol.add(
                                        points.x(i) * perUnit + left,
                                        points.y(i) * perUnit + top,
                                        counts,
                                        width,
                                        height);
                            }
                        }
                    });
        }
    }

    /// Premultiplied colour by how many sixteenths of a symbol lie on a pixel: one symbol has the given opacity, more
    /// make it more opaque and then deeper (on light ground) or brighter (on dark).
    private static int[] ramp(Color colour, double single, boolean dark) {
        int[] ramp = new int[((MOST * FULL) >> RAMP_SHIFT) + 1];
        for (int i = 0; i < ramp.length; i++) {
            double symbols = (double) (i << RAMP_SHIFT) / FULL;
            double alpha = symbols < 1 ? symbols * single : 1 - Math.pow(1 - single, Math.sqrt(symbols));
            double depth = symbols <= 1 ? 0 : Math.min(1, Math.log(symbols) / Math.log(MOST));
            Color shade =
                    dark ? colour.interpolate(Color.WHITE, 0.6 * depth) : colour.interpolate(Color.BLACK, 0.32 * depth);
            ramp[i] = premultiplied(shade, Math.min(alpha, 0.96));
        }
        return ramp;
    }

    private static int premultiplied(Color colour, double alpha) {
        int a = (int) Math.round(alpha * 255);
        int r = (int) Math.round(colour.getRed() * alpha * 255);
        int g = (int) Math.round(colour.getGreen() * alpha * 255);
        int b = (int) Math.round(colour.getBlue() * alpha * 255);
        return (a << 24) | (r << 16) | (g << 8) | b;
    }

    /// One premultiplied colour over another, two channels at a time.
    private static int over(int above, int below) {
        int rest = 256 - (above >>> 24);
        int odd = ((below >>> 8) & 0x00FF00FF) * rest & 0xFF00FF00;
        int even = (((below & 0x00FF00FF) * rest) >>> 8) & 0x00FF00FF;
        return above + (odd | even);
    }

    /// The shape of a symbol as coverage per pixel, at each place within a pixel.
    private static final class Symbol {
        private final int half;
        private final int side;
        private final int[][] masks = new int[STEPS * STEPS][];

        Symbol(double radius, boolean diamond) {
            half = (int) Math.ceil(radius + 0.5);
            side = 2 * half + 1;
            for (int step = 0; step < masks.length; step++) {
                int stepRow = step / STEPS;
                double x = half + (step - stepRow * STEPS + 0.5) / STEPS;
                double y = half + (stepRow + 0.5) / STEPS;
                int[] mask = new int[side * side];
                for (int i = 0; i < mask.length; i++) {
                    int row = i / side;
                    double dx = Math.abs(i - row * side + 0.5 - x);
                    double dy = Math.abs(row + 0.5 - y);
                    double beyond = diamond ? (dx + dy - radius) * Math.sqrt(0.5) : Math.hypot(dx, dy) - radius;
                    mask[i] = (int) Math.round(Math.clamp(0.5 - beyond, 0.0, 1.0) * FULL);
                }
                masks[step] = mask;
            }
        }

        /// Adds a symbol whose middle is at pixel coordinates (x, y).
        void add(double x, double y, int[] counts, int width, int height) {
            int column = (int) Math.floor(x);
            int row = (int) Math.floor(y);
            int left = column - half;
            int top = row - half;
            if (left >= width || top >= height || left + side <= 0 || top + side <= 0) {
                return;
            }
            int stepX = (int) ((x - column) * STEPS);
            int stepY = (int) ((y - row) * STEPS);
            int[] mask = masks[stepY * STEPS + stepX];
            int fromColumn = Math.max(0, -left);
            int toColumn = Math.min(side, width - left);
            int toRow = Math.min(side, height - top);
            for (int maskRow = Math.max(0, -top); maskRow < toRow; maskRow++) {
                int at = (top + maskRow) * width + left;
                int from = maskRow * side;
                for (int maskColumn = fromColumn; maskColumn < toColumn; maskColumn++) {
                    counts[at + maskColumn] += mask[from + maskColumn];
                }
            }
        }
    }
}
