// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;

class EllipsoidDistanceTest {
    private static void assertTrue(double latitude1, double longitude1, double latitude2, double longitude2) {
        double km = Geodesic.WGS84.Inverse(latitude1, longitude1, latitude2, longitude2).s12 / 1000;
        assertThat(EllipsoidDistance.km(latitude1, longitude1, latitude2, longitude2))
                .as("%s %s to %s %s", latitude1, longitude1, latitude2, longitude2)
                .isCloseTo(km, within(1e-5 * km + 1e-9));
    }

    @Test
    void agreesWithGeographicLib() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double latitude = random.nextDouble(-90, 90);
            double longitude = random.nextDouble(-180, 180);
            assertTrue(latitude, longitude, random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            double near = Math.pow(10, random.nextDouble(-7, 0));
            assertTrue(latitude, longitude, Math.clamp(latitude + near, -90, 90), longitude - near);
        }
    }

    @Test
    void agreesToAMillimetreBetweenTheCities() {
        for (City a : City.ALL) {
            for (City b : City.ALL) {
                double km = Geodesic.WGS84.Inverse(a.latitude(), a.longitude(), b.latitude(), b.longitude()).s12 / 1000;
                assertThat(EllipsoidDistance.km(a.latitude(), a.longitude(), b.latitude(), b.longitude()))
                        .as("%s to %s", a, b)
                        .isCloseTo(km, within(1e-6));
            }
        }
    }

    @Test
    void managesTheHardPlaces() {
        assertThat(EllipsoidDistance.km(10, 20, 10, 20)).isZero();
        assertTrue(0, 0, 0, 180);
        assertTrue(0, 0, 0.3, 179.7);
        assertTrue(90, 0, -90, 0);
        assertTrue(12, 179.99, 12, -179.99);
        assertTrue(0, 10, 0, 60);
        assertTrue(89.9999, 0, 89.9999, 180);
    }
}
