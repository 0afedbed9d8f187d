// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import app.hometown.geo.WebMercator;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/// What drawing a tile of the base map costs, by zoom: tiles of 512 × 512 pixels anywhere between 55° south and 70°
/// north, half of them round the cities of the generated data, where the view mostly is.
///
/// A line a zoom: milliseconds of processor time a tile (median, 95th percentile, worst), which other programs' work
/// does not disturb. What is read and laid out once, when a zoom first shows, is not in them but said apart.
public final class TileBenchmark {
    private static final int PIXELS = 512;
    private static final int TILES = 300;
    private static final double[][] CITIES = {
        {48.86, 2.35},
        {40.71, -74.01},
        {35.68, 139.65},
        {19.08, 72.88},
        {-23.55, -46.63},
        {59.33, 18.07},
        {43.65, -79.38}
    };

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final TilePainter painter = new TilePainter();
    private final Random random = new Random(42);

    private TileBenchmark() {}

    /// Measures and prints.
    public static void main(String[] args) {
        var benchmark = new TileBenchmark();
        for (int zoom = 0; zoom <= TilePainter.MAX_ZOOM; zoom++) {
            benchmark.measure(zoom, false);
        }
        for (int zoom = 0; zoom <= TilePainter.MAX_ZOOM; zoom++) {
            benchmark.measure(zoom, true);
        }
    }

    private void measure(int zoom, boolean print) {
        double first = paint(zoom, 0);
        double[] millis = new double[TILES];
        for (int i = 0; i < TILES; i++) {
            millis[i] = paint(zoom, i);
        }
        Arrays.sort(millis);
        if (print) {
            System.out.printf(
                    Locale.ROOT,
                    "zoom %2d  median %5.2f ms  95 %% within %5.2f  worst %5.2f%n",
                    zoom,
                    millis[TILES / 2],
                    millis[TILES * 95 / 100],
                    millis[TILES - 1]);
        } else {
            System.out.printf(Locale.ROOT, "zoom %2d  first tile %.0f ms%n", zoom, first);
        }
    }

    private double paint(int zoom, int round) {
        double latitude = random.nextDouble(-55, 70);
        double longitude = random.nextDouble(-180, 180);
        if (round % 2 == 1) {
            double[] city = CITIES[round / 2 % CITIES.length];
            latitude = city[0] + random.nextGaussian();
            longitude = city[1] + random.nextGaussian();
        }
        long count = 1L << zoom;
        long column = Math.floorMod((long) Math.floor(WebMercator.x(longitude) * count), count);
        long row = Math.clamp((long) Math.floor(WebMercator.y(latitude) * count), 0, count - 1);
        MapStyle style = MapStyle.values()[round / 4 % 2];
        long start = threads.getCurrentThreadCpuTime();
        painter.paint(zoom, column, row, style, PIXELS);
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
