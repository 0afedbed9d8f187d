// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.geo.WebMercator;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PointIndexTest {
    private static final int SIZE = 5_000;
    private final double[] latitudes = new double[SIZE];
    private final double[] longitudes = new double[SIZE];

    PointIndexTest() {
        var random = new Random(11);
        for (int i = 0; i < SIZE; i++) {
            latitudes[i] = i % 2 == 0 ? random.nextDouble(-90, 90) : 48 + random.nextGaussian();
            longitudes[i] = i % 2 == 0 ? random.nextDouble(-180, 180) : 179.9 + 0.2 * random.nextGaussian();
            if (longitudes[i] > 180) {
                longitudes[i] -= 360;
            }
        }
    }

    private PointIndex index() {
        return PointIndex.of(SIZE, row -> latitudes[row], row -> longitudes[row], row -> row % 10 != 9);
    }

    @Test
    void runsHoldEveryShownPointOfARectangleAndNoOther() {
        var random = new Random(12);
        PointIndex index = index();
        assertThat(index.size()).isEqualTo(SIZE * 9 / 10);
        for (int round = 0; round < 200; round++) {
            double minX = random.nextDouble(-0.2, 1);
            double minY = random.nextDouble(-0.2, 1);
            double maxX = minX + random.nextDouble(0.5);
            double maxY = minY + random.nextDouble(0.5);
            var found = new BitSet();
            index.runs(minX, minY, maxX, maxY, (from, to) -> {
                for (int at = from; at < to; at++) {
                    found.set(index.row(at));
                }
            });
            for (int row = 0; row < SIZE; row++) {
                double x = WebMercator.x(longitudes[row]);
                double y = WebMercator.y(latitudes[row]);
                if (row % 10 == 9) {
                    assertThat(found.get(row)).isFalse();
                } else if (x > minX + 1e-6 && x < maxX - 1e-6 && y > minY + 1e-6 && y < maxY - 1e-6) {
                    assertThat(found.get(row)).isTrue();
                }
            }
        }
    }

    @Test
    void theNearestIsThatOfLookingAtAllAcrossTheDateline() {
        var random = new Random(13);
        PointIndex index = index();
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
            int found = index.nearest(x, y, within);
            if (best < 0) {
                assertThat(found).isEqualTo(-1);
            } else {
                hits++;
                double dx = WebMercator.x(longitudes[found]) - x;
                dx -= Math.rint(dx);
                // Positions are kept as floats.
                assertThat(Math.hypot(dx, WebMercator.y(latitudes[found]) - y)).isLessThan(bestDistance + 3e-7);
            }
        }
        assertThat(hits).isGreaterThan(100);
    }
}
