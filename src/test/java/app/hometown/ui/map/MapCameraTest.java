// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.geo.WebMercator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapCameraTest {
    @ParameterizedTest
    @CsvSource({"5.0, 1.0", "5.0, -0.7", "3.2, 0.4", "14.0, 3.0"})
    void zoomingKeepsThePlaceUnderThePointer(double zoom, double step) {
        MapCamera before = MapCamera.at(48.8566, 2.3522, zoom, 1600, 990);
        MapCamera after = before.zoomed(zoom + step, 400, 300);
        assertThat(after.unitX(400)).isCloseTo(before.unitX(400), within(1e-12));
        assertThat(after.unitY(300)).isCloseTo(before.unitY(300), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"-5, 1600, 990", "40, 1600, 990", "0, 760, 560", "1.2, 2560, 1400"})
    void theWorldAlwaysFillsThePaneFromTopToBottom(double zoom, double width, double height) {
        for (double latitude : new double[] {-89, 0, 89}) {
            MapCamera camera = MapCamera.at(latitude, 0, zoom, width, height);
            assertThat(camera.zoom()).isLessThanOrEqualTo(MapCamera.MAX_ZOOM);
            assertThat(camera.screenY(0)).isLessThanOrEqualTo(1e-6);
            assertThat(camera.screenY(1)).isGreaterThanOrEqualTo(height - 1e-6);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 250", "48.8566, 2.3522, 250", "69.6, 18.9, 50", "-17.8, 178.0, 1000", "1.35, 103.8, 10"})
    void aCircleFitsIntoThePane(double latitude, double longitude, double radiusKm) {
        MapCamera camera = MapCamera.around(latitude, longitude, radiusKm, 1000, 700);
        GeodesicPath circle = GeodesicPath.circle(latitude, longitude, radiusKm);
        double shift = Math.rint(camera.x() - circle.x(0));
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < circle.size(); i++) {
            assertThat(camera.screenX(circle.x(i) + shift)).isBetween(0.0, 1000.0);
            lowest = Math.min(lowest, camera.screenY(circle.y(i)));
            highest = Math.max(highest, camera.screenY(circle.y(i)));
        }
        assertThat(lowest).isBetween(0.0, 140.0);
        assertThat(highest).isBetween(560.0, 700.0);
    }

    @Test
    void movingOverTheDatelineComesBackOnTheOtherSide() {
        MapCamera camera = MapCamera.at(0, 179, 6, 800, 600).moved(400, 0);
        assertThat(camera.x()).isBetween(0.0, 0.5);
        assertThat(WebMercator.longitude(camera.x())).isNegative();
        assertThat(camera.firstCopy(0)).isEqualTo(-1);
    }
}
