// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.geo.Geodesic;
import app.hometown.geo.WebMercator;
import java.awt.geom.Path2D;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeodesicPathTest {
    @ParameterizedTest
    @CsvSource({
        "48.9, 2.4, 250, true",
        "-17.8, 179.9, 500, true",
        "70, 20, 1000, true",
        "80, 20, 2000, false",
        "-85, 0, 1000, false",
        "60, 10, 3340, true",
        "60, 10, 3342, true",
        "60, 10, 3350, false",
        "5, 100, 15000, true",
        "0, 179, 19000, true",
        "-40, -70, 16000, true",
        "10, 10, 10500, false"
    })
    void aCircleIsOneDistanceAwayAllRoundAndNeverJumps(
            double latitude, double longitude, double radiusKm, boolean closed) {
        GeodesicPath circle = GeodesicPath.circle(latitude, longitude, radiusKm);
        assertThat(circle.isClosed()).isEqualTo(closed);
        for (int i = 0; i < circle.size(); i++) {
            double there = WebMercator.latitude(circle.y(i));
            if (Math.abs(there) < 85) {
                assertThat(Geodesic.distanceKm(latitude, longitude, there, WebMercator.longitude(circle.x(i))))
                        .isCloseTo(radiusKm, within(1e-5 * radiusKm));
            }
            if (i > 0) {
                assertThat(Math.abs(circle.x(i) - circle.x(i - 1))).isLessThan(0.5);
            }
        }
        boolean bothPoles = Geodesic.distanceKm(latitude, longitude, 90, 0) < radiusKm
                && Geodesic.distanceKm(latitude, longitude, -90, 0) < radiusKm;
        assertThat(circle.holdsOutside()).isEqualTo(bothPoles);
        if (closed) {
            assertThat(circle.x(circle.size() - 1)).isCloseTo(circle.x(0), within(1e-9));
        } else {
            assertThat(Math.abs(circle.x(circle.size() - 1) - circle.x(0))).isCloseTo(1, within(1e-9));
            assertThat(circle.poleY()).isEqualTo(latitude > 0 ? -0.1 : 1.1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "48.9, 2.4, 250",
        "80, 20, 2000",
        "-85, 0, 1000",
        "60, 10, 3350",
        "10, 10, 9500",
        "5, 100, 15000",
        "0, 179, 19000",
        "-40, -70, 16000",
        "0, 0, 9900",
        "0, 0, 10100"
    })
    void aCircleHoldsWhatIsWithinItsRadius(double latitude, double longitude, double radiusKm) {
        GeodesicPath circle = GeodesicPath.circle(latitude, longitude, radiusKm);
        var random = new Random(11);
        int within = 0;
        for (int i = 0; i < 4000; i++) {
            double there = random.nextDouble(-84, 84);
            double east = random.nextDouble(-180, 180);
            double km = Geodesic.distanceKm(latitude, longitude, there, east);
            if (Math.abs(km - radiusKm) > 25) {
                within += km < radiusKm ? 1 : 0;
                assertThat(holds(circle, WebMercator.x(east), WebMercator.y(there)))
                        .as("%f, %f at %f km", there, east, km)
                        .isEqualTo(km < radiusKm);
            }
        }
        assertThat(within).isBetween(radiusKm < 1000 ? 0 : 1, 3999);
    }

    /// As it is filled on the screen: in each copy of the world the line, led round the pole it goes about.
    private static boolean holds(GeodesicPath circle, double x, double y) {
        boolean inside = circle.holdsOutside();
        for (int copy = -3; copy <= 3; copy++) {
            var outline = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            outline.moveTo(circle.x(0) + copy, circle.y(0));
            for (int i = 1; i < circle.size(); i++) {
                outline.lineTo(circle.x(i) + copy, circle.y(i));
            }
            if (!circle.isClosed()) {
                outline.lineTo(circle.x(circle.size() - 1) + copy, circle.poleY());
                outline.lineTo(circle.x(0) + copy, circle.poleY());
            }
            outline.closePath();
            inside ^= outline.contains(x, y);
        }
        return inside;
    }

    @ParameterizedTest
    @CsvSource({"48.9, 2.4, 40.7, -74.0", "-17.8, 178, 64.7, -177.5", "10, 10, 10.01, 10.01"})
    void aLineLeadsFromOnePlaceToTheOther(double latitude1, double longitude1, double latitude2, double longitude2) {
        GeodesicPath line = GeodesicPath.line(latitude1, longitude1, latitude2, longitude2);
        int last = line.size() - 1;
        assertThat(WebMercator.latitude(line.y(0))).isCloseTo(latitude1, within(1e-6));
        assertThat(WebMercator.longitude(line.x(0))).isCloseTo(longitude1, within(1e-6));
        assertThat(WebMercator.latitude(line.y(last))).isCloseTo(latitude2, within(1e-6));
        assertThat(WebMercator.longitude(line.x(last))).isCloseTo(longitude2, within(1e-6));
        assertThat(Math.abs(line.x(last) - line.x(0))).isLessThan(0.5);
    }
}
