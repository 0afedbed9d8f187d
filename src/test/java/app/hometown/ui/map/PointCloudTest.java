// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.geo.WebMercator;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javafx.scene.paint.Color;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PointCloudTest {
    private static final int SIZE = 5_000;
    private final double[] latitudes = new double[SIZE];
    private final double[] longitudes = new double[SIZE];

    PointCloudTest() {
        var random = new Random(11);
        for (int i = 0; i < SIZE; i++) {
            latitudes[i] = i % 2 == 0 ? random.nextDouble(-90, 90) : 48 + random.nextGaussian();
            longitudes[i] = i % 2 == 0 ? random.nextDouble(-180, 180) : 179.9 + 0.2 * random.nextGaussian();
            if (longitudes[i] > 180) {
                longitudes[i] -= 360;
            }
        }
    }

    private PointCloud cloud() {
        return PointCloud.of(SIZE, row -> latitudes[row], row -> longitudes[row]);
    }

    private PointView view() {
        var shown = new BitSet();
        shown.set(0, SIZE);
        for (int row = 9; row < SIZE; row += 10) {
            shown.clear(row);
        }
        return PointView.of(cloud(), Marks.ALL.withShown(shown));
    }

    @Test
    void runsHoldEveryPointOfARectangleOnceAndStayInTheirSquares() {
        var random = new Random(12);
        PointCloud cloud = cloud();
        for (int round = 0; round < 200; round++) {
            int minX = PointCloud.coordinate(random.nextDouble(-0.2, 1));
            int minY = PointCloud.coordinate(random.nextDouble(-0.2, 1));
            int maxX = PointCloud.coordinate(minX / (double) (1 << PointCloud.BITS) + random.nextDouble(0.5));
            int maxY = PointCloud.coordinate(minY / (double) (1 << PointCloud.BITS) + random.nextDouble(0.5));
            int level = random.nextInt(PointCloud.SORTED_LEVEL + 3);
            int shift = PointCloud.BITS - Math.min(level, PointCloud.SORTED_LEVEL);
            var found = new BitSet();
            cloud.runs(minX, minY, maxX, maxY, level, (from, to) -> {
                for (int at = from; at < to; at++) {
                    assertThat(found.get(cloud.row(at))).isFalse();
                    found.set(cloud.row(at));
                    assertThat(cloud.x(at) >> shift).isEqualTo(cloud.x(from) >> shift);
                    assertThat(cloud.y(at) >> shift).isEqualTo(cloud.y(from) >> shift);
                }
            });
            for (int row = 0; row < SIZE; row++) {
                int x = PointCloud.coordinate(WebMercator.x(longitudes[row]));
                int y = PointCloud.coordinate(WebMercator.y(latitudes[row]));
                if (x >= minX && x <= maxX && y >= minY && y <= maxY) {
                    assertThat(found.get(row)).isTrue();
                }
            }
        }
    }

    @Test
    void countsAreThoseOfLookingAtEachPoint() {
        var random = new Random(14);
        PointView view = view();
        assertThat(view.count()).isEqualTo(SIZE * 9 / 10);
        for (int round = 0; round < 500; round++) {
            int from = random.nextInt(SIZE);
            int to = from + random.nextInt(SIZE - from + 1);
            int count = 0;
            for (int at = from; at < to; at++) {
                count += view.isShown(at) ? 1 : 0;
            }
            assertThat(view.count(from, to)).isEqualTo(count);
        }
    }

    @Test
    void theDensestSquareIsThatOfCountingThemAll() {
        PointView view = view();
        for (int level : new int[] {0, 1, 5, 9}) {
            var counts = new HashMap<Long, Integer>();
            for (int at = 0; at < SIZE; at++) {
                if (view.isShown(at)) {
                    int shift = PointCloud.BITS - level;
                    long square = (long) (view.cloud().y(at) >> shift) << 32
                            | view.cloud().x(at) >> shift;
                    counts.merge(square, 1, Integer::sum);
                }
            }
            assertThat(view.densest(level)).isEqualTo(Collections.max(counts.values()));
        }
    }

    @Test
    void marksGoWithTheirRows() {
        byte[] classes = new byte[SIZE];
        byte[] sizes = new byte[SIZE];
        for (int row = 0; row < SIZE; row++) {
            classes[row] = (byte) (row % 200);
            sizes[row] = (byte) (row % 4);
        }
        List<Color> palette = Collections.nCopies(200, Color.RED);
        PointView view = PointView.of(cloud(), new Marks(null, classes, palette, sizes));
        for (int at = 0; at < SIZE; at++) {
            assertThat(view.classOf(at)).isEqualTo(view.cloud().row(at) % 200);
            assertThat(view.sizeOf(at)).isEqualTo(view.cloud().row(at) % 4);
        }
    }

    @Test
    void theNearestIsThatOfLookingAtAllAcrossTheDateline() {
        var random = new Random(13);
        PointView view = view();
        int hits = 0;
        for (int round = 0; round < 300; round++) {
            double x = round % 2 == 0 ? random.nextDouble() : 0.999 + random.nextDouble(0.002);
            double y = round % 2 == 0 ? random.nextDouble() : WebMercator.y(48 + random.nextGaussian());
            double within = 0.003;
            int best = -1;
            double bestDistance = within;
            for (int row = 0; row < SIZE; row++) {
                double dx = WebMercator.x(longitudes[row]) - x;
                dx -= Math.rint(dx);
                double distance = Math.hypot(dx, WebMercator.y(latitudes[row]) - y);
                if (row % 10 != 9 && distance < bestDistance) {
                    best = row;
                    bestDistance = distance;
                }
            }
            PointView.Hit found = view.nearest(x, y, within);
            if (best < 0) {
                assertThat(found).isNull();
            } else {
                hits++;
                Objects.requireNonNull(found);
                double dx = WebMercator.x(longitudes[found.row()]) - x;
                dx -= Math.rint(dx);
                double distance = Math.hypot(dx, WebMercator.y(latitudes[found.row()]) - y);
                assertThat(distance).isLessThan(bestDistance + 3e-9);
                assertThat(found.distance()).isCloseTo(distance, Offset.offset(3e-9));
                // In the copy of the world that was asked about.
                assertThat(found.x() - x).isCloseTo(dx, Offset.offset(3e-9));
            }
            assertThat(view.count(x, y, within)).isBetween(within(x, y, within - 3e-9), within(x, y, within + 3e-9));
        }
        assertThat(hits).isGreaterThan(100);
    }

    private int within(double x, double y, double within) {
        int count = 0;
        for (int row = 0; row < SIZE; row++) {
            double dx = WebMercator.x(longitudes[row]) - x;
            dx -= Math.rint(dx);
            count += row % 10 != 9 && Math.hypot(dx, WebMercator.y(latitudes[row]) - y) <= within ? 1 : 0;
        }
        return count;
    }
}
