// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebMercatorTest {
    /// The tile columns are those that OpenStreetMap's formula gives at zoom 10.
    @ParameterizedTest
    @CsvSource({
        "  0.0,       0.0,    0.5,          0.5,          512, 512",
        " 48.8566,    2.3522, 0.506533889,  0.344028,     518, 352",
        " 40.7128,  -74.0060, 0.294427778,  0.375981,     301, 385",
        "-33.9249,   18.4241, 0.551178056,  0.600280,     564, 614",
        " 85.0511287, -180.0, 0.0,          0.0,            0,   0",
        "-85.0511287,  180.0, 1.0,          1.0,         1024, 1023",
        " 90.0,        0.0,   0.5,          0.0,          512,   0",
        "-90.0,        0.0,   0.5,          1.0,          512, 1024",
    })
    void placesStandWhereEveryWebMapPutsThem(
            double latitude, double longitude, double x, double y, int column, int row) {
        assertThat(WebMercator.x(longitude)).isCloseTo(x, within(1e-8));
        assertThat(WebMercator.y(latitude)).isCloseTo(y, within(1e-6));
        assertThat((int) Math.floor(WebMercator.x(longitude) * 1024)).isEqualTo(column);
        assertThat((int) Math.floor(WebMercator.y(latitude) * 1024)).isEqualTo(row);
    }

    @Test
    void projectingAndBackGivesThePlace() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double latitude = random.nextDouble(-85, 85);
            double longitude = random.nextDouble(-180, 180);
            assertThat(WebMercator.latitude(WebMercator.y(latitude))).isCloseTo(latitude, within(1e-9));
            assertThat(WebMercator.longitude(WebMercator.x(longitude))).isCloseTo(longitude, within(1e-9));
        }
    }

    @Test
    void wholeWorldsAreTakenOffALongitude() {
        assertThat(WebMercator.longitude(1.25)).isCloseTo(-90, within(1e-9));
        assertThat(WebMercator.longitude(-0.25)).isCloseTo(90, within(1e-9));
    }

    @Test
    void aPixelAtTheEquatorAndZoomZeroIsTheWellKnownLength() {
        assertThat(WebMercator.metresPerPixel(0, 0)).isCloseTo(156_543.034, within(0.001));
        assertThat(WebMercator.metresPerPixel(60, 1)).isCloseTo(156_543.034 / 4, within(0.001));
    }
}
