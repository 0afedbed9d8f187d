// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.geo.Geodesic;
import app.hometown.geo.WebMercator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeodesicPathTest {
    @ParameterizedTest
    @CsvSource({
        "48.9, 2.4, 250, true",
        "-17.8, 179.9, 500, true",
        "70, 20, 1000, true",
        "80, 20, 2000, false",
        "-85, 0, 1000, false"
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
        if (closed) {
            assertThat(circle.x(circle.size() - 1)).isCloseTo(circle.x(0), within(1e-9));
        } else {
            assertThat(Math.abs(circle.x(circle.size() - 1) - circle.x(0))).isCloseTo(1, within(1e-9));
            assertThat(circle.poleY()).isEqualTo(latitude > 0 ? -0.1 : 1.1);
        }
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
