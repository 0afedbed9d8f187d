// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Palette;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Draws squares of points: how many symbols cover a pixel is added up first and turned into colour afterwards
/// ([Ramp]).
/// Points closer together than a quarter of a pixel are added as one.
///
/// Users are discs, streams are diamonds. Keeps its buffers between calls; for one thread at a time.
final class PointPainter implements BlockLayer.Painter<PointContent> {
    private static final int PIXELS = Blocks.SIDE * Blocks.SIDE;

    /// The finest squares that are counted for the densest, and the fewest symbols that make the deepest colour.
    private static final int FINEST_COUNTED = 13;

    private static final double LEAST_MOST = 6;
    private static final double[] SIZES = {0.72, 1, 1.45, 2.0};

    private final float[] cover = new float[PIXELS];
    private final float[][] channels = new float[3][PIXELS];
    private final int[] perClass = new int[256 * SIZES.length];
    private final int[] touched = new int[perClass.length];
    private final DensityPainter density = new DensityPainter();
    private final NamePainter names = new NamePainter();
    private final Plan[] plans = new Plan[MapLayer.values().length];

    /// What squares of one layer have in common.
    private record Plan(
            Blocks blocks, PointContent content, List<Symbol> symbols, Ramp ramp, List<float[]> colours, int level) {
        boolean fits(Blocks other, PointContent shown) {
            return blocks.equals(other) && content.equals(shown);
        }
    }

    /// The radius of a symbol in logical pixels: smaller the more points there are in all, larger the closer the view.
    static double radius(double zoom, int points) {
        double crowd = Math.log10(Math.max(1_000, points) / 1_000.0);
        return Math.clamp(3.0 - 0.6 * crowd + 0.28 * (zoom - 3), 1.1, 4.5);
    }

    /// The opacity of one symbol: the more lie upon each other where they are densest, the less.
    static double opacity(double most) {
        return Math.clamp(0.88 - 0.19 * Math.log10(Math.max(1, most)), 0.3, 0.88);
    }

    /// About how many symbols lie on the densest pixel. Squares of a pixel would be many in a close view, so those of
    /// some pixels stand for them; between two zooms it changes steadily, as everything that depends on it does.
    static double densest(PointView points, double worldPixels, double radius) {
        double level = Math.clamp(Math.log(worldPixels) / Math.log(2), 0.0, FINEST_COUNTED);
        double finer = Math.max(0, Math.log(worldPixels) / Math.log(2) - FINEST_COUNTED);
        int whole = (int) Math.floor(level);
        double coarse = Math.log(Math.max(1, points.densest(whole)));
        double fine = Math.log(Math.max(1, points.densest(whole + 1)));
        double perPixel = Math.exp(coarse + (fine - coarse) * (level - whole)) / Math.pow(4, finer);
        return Math.max(1, perPixel * Math.PI * radius * radius);
    }

    @Override
    public Outcome paint(Blocks blocks, Blocks.Place place, PointContent content, int[] argb) {
        boolean any = false;
        for (MapLayer layer : content.layers()) {
            if (content.points(layer).count() == 0) {
                continue;
            }
            any |= layer.isDensity()
                    ? density.paint(blocks, place, content, layer, argb)
                    : paint(blocks, place, content, layer, argb);
        }
        if (any && content.named()) {
            names.paint(blocks, place, content.dark(), argb);
        }
        return any ? Outcome.DRAWN : Outcome.EMPTY;
    }

    private boolean paint(Blocks blocks, Blocks.Place place, PointContent content, MapLayer layer, int[] argb) {
        PointView points = content.points(layer);
        Plan plan = plan(blocks, content, layer);
        boolean coloured = !plan.colours.isEmpty();
        int reach = plan.symbols.stream().mapToInt(Symbol::reach).max().orElse(1) + 1;
        boolean any = false;
        for (Window window : Window.of(blocks, place, reach)) {
            var adding = new Adding(points, plan, window);
            points.cloud().runs(window.minX(), window.minY(), window.maxX(), window.maxY(), plan.level, adding);
            any |= adding.any;
        }
        if (!any) {
            return false;
        }
        for (int i = 0; i < PIXELS; i++) {
            float symbols = cover[i];
            if (symbols > 0) {
                int colour = coloured
                        ? plan.ramp.colour(
                                symbols, channels[0][i] / symbols, channels[1][i] / symbols, channels[2][i] / symbols)
                        : plan.ramp.colour(symbols);
                argb[i] = Ramp.over(colour, argb[i]);
            }
        }
        Arrays.fill(cover, 0);
        if (coloured) {
            for (float[] channel : channels) {
                Arrays.fill(channel, 0);
            }
        }
        return true;
    }

    private Plan plan(Blocks blocks, PointContent content, MapLayer layer) {
        Plan kept = plans[layer.ordinal()];
        if (kept == null || !kept.fits(blocks, content)) {
            kept = plan(blocks, content, content.points(layer), layer.isOfUsers());
            plans[layer.ordinal()] = kept;
        }
        return kept;
    }

    private static Plan plan(Blocks blocks, PointContent content, PointView points, boolean users) {
        int all = content.users().count() + content.streams().count();
        double radius = radius(blocks.zoom(), all) * blocks.scale() * (users ? 1 : 1.25);
        List<Symbol> symbols = Arrays.stream(SIZES)
                .mapToObj(size -> new Symbol(radius * size, !users))
                .toList();
        int level = Math.clamp(
                (int) Math.ceil(Math.log(blocks.worldPixels() * Symbol.STEPS) / Math.log(2)),
                0,
                PointCloud.SORTED_LEVEL);
        double most = densest(points, blocks.worldPixels(), radius);
        Color colour = (users ? Palette.USERS : Palette.STREAMS).on(content.dark());
        return new Plan(
                blocks,
                content,
                symbols,
                new Ramp(colour, opacity(most), Math.max(LEAST_MOST, most), content.dark()),
                points.palette().stream()
                        .map(each ->
                                new float[] {(float) each.getRed(), (float) each.getGreen(), (float) each.getBlue()})
                        .toList(),
                level);
    }

    /// The part of one copy of the world that a square shows: what to look for, and where the copy's corner is.
    private record Window(int minX, int minY, int maxX, int maxY, double left, double top, double perUnit) {
        static List<Window> of(Blocks blocks, Blocks.Place place, int reach) {
            double world = blocks.worldPixels();
            double left = (double) place.column() * Blocks.SIDE;
            double top = (double) place.row() * Blocks.SIDE;
            int first = (int) Math.floor((left - reach) / world);
            int last = (int) Math.floor((left + Blocks.SIDE + reach) / world);
            return java.util.stream.IntStream.rangeClosed(first, last)
                    .mapToObj(copy -> new Window(
                            PointCloud.coordinate((left - reach) / world - copy),
                            PointCloud.coordinate((top - reach) / world),
                            PointCloud.coordinate((left + Blocks.SIDE + reach) / world - copy),
                            PointCloud.coordinate((top + Blocks.SIDE + reach) / world),
                            copy * world - left,
                            -top,
                            world / (1L << PointCloud.BITS)))
                    .toList();
        }
    }

    /// Adds runs of points to the buffers.
    private final class Adding implements PointCloud.Run {
        private final PointView points;
        private final PointCloud cloud;
        private final Plan plan;
        private final Window window;
        private final @Nullable Symbol only;
        private boolean any;

        Adding(PointView points, Plan plan, Window window) {
            this.points = points;
            this.cloud = points.cloud();
            this.plan = plan;
            this.window = window;
            this.only = points.isUniform() ? plan.symbols.get(1) : null;
        }

        @Override
        public void take(int from, int to) {
            // Squares of the finest level that are more than a quarter of a pixel hold points to be told apart.
            if (plan.level == PointCloud.SORTED_LEVEL) {
                for (int at = from; at < to; at++) {
                    takeSquare(at, at + 1);
                }
            } else {
                takeSquare(from, to);
            }
        }

        private void takeSquare(int from, int to) {
            double x = cloud.x(from) * window.perUnit + window.left;
            double y = cloud.y(from) * window.perUnit + window.top;
            if (only != null) {
                int count = points.count(from, to);
                if (count > 0) {
                    any |= only.add(x, y, count, cover);
                }
                return;
            }
            int kinds = 0;
            for (int at = from; at < to; at++) {
                if (points.isShown(at)) {
                    int kind = points.classOf(at) << 2 | points.sizeOf(at);
                    if (perClass[kind]++ == 0) {
                        touched[kinds++] = kind;
                    }
                }
            }
            for (int i = 0; i < kinds; i++) {
                int kind = touched[i];
                add(kind, x, y, perClass[kind]);
                perClass[kind] = 0;
            }
        }

        private void add(int kind, double x, double y, int count) {
            Symbol symbol = plan.symbols.get(kind & 3);
            if (plan.colours.isEmpty()) {
                any |= symbol.add(x, y, count, cover);
            } else {
                float[] colour = plan.colours.get(Math.min(kind >> 2, plan.colours.size() - 1));
                any |= symbol.add(x, y, count, cover, colour, channels);
            }
        }
    }
}
