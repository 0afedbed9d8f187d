// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlineTest {
    @Test
    void aCutRingCoversWhatTheWholeRingCovers() {
        var random = new Random(5);
        for (int round = 0; round < 40; round++) {
            float[] ring = star(random, 20 + random.nextInt(400));
            var whole = new Path2D.Float(Path2D.WIND_EVEN_ODD);
            whole.moveTo(ring[0], ring[1]);
            for (int i = 2; i < ring.length; i += 2) {
                whole.lineTo(ring[i], ring[i + 1]);
            }
            whole.closePath();
            double originX = random.nextDouble(0.9);
            double originY = random.nextDouble(0.9);
            var cut = new Path2D.Float(Path2D.WIND_EVEN_ODD);
            new Outline(ring).addRing(new Outline.Window(1000, originX, originY, 100, 8, 0), 0, cut);
            for (int probe = 0; probe < 200; probe++) {
                double x = random.nextDouble(100);
                double y = random.nextDouble(100);
                if (whole.intersects(originX + x / 1000 - 1e-5, originY + y / 1000 - 1e-5, 2e-5, 2e-5)
                        != whole.contains(originX + x / 1000 - 1e-5, originY + y / 1000 - 1e-5, 2e-5, 2e-5)) {
                    continue;
                }
                assertThat(cut.contains(x, y))
                        .as("round %d at %f, %f", round, x, y)
                        .isEqualTo(whole.contains(originX + x / 1000, originY + y / 1000));
            }
        }
    }

    private static float[] star(Random random, int points) {
        float[] ring = new float[2 * points];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double reach = random.nextDouble(0.1, 0.5);
            ring[2 * i] = (float) (0.5 + reach * Math.cos(angle));
            ring[2 * i + 1] = (float) (0.5 + reach * Math.sin(angle));
        }
        return ring;
    }
}
