// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.hometown.geo.Geodesic;
import app.hometown.geo.WebMercator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleBarTest {
    @ParameterizedTest
    @CsvSource({
        "0, 10, 5",
        "48.8566, 2.3522, 6",
        "48.8566, 2.3522, 11.3",
        "69.6, 18.9, 8",
        "-54.8, -68.3, 9.7",
        "1.35, 103.8, 14.75"
    })
    void isAsLongOnTheGroundAsItSays(double latitude, double longitude, double zoom) {
        MapCamera camera = MapCamera.at(latitude, longitude, zoom, 1100, 700);
        ScaleBar bar = ScaleBar.of(camera);
        double there = WebMercator.latitude(camera.y());
        double west = WebMercator.longitude(camera.unitX(550 - bar.pixels() / 2));
        double east = WebMercator.longitude(camera.unitX(550 + bar.pixels() / 2));
        assertThat(bar.pixels()).isBetween(40.0, 110.0);
        assertThat(Geodesic.distanceKm(there, west, there, east) * 1000)
                .isCloseTo(bar.metres(), within(0.001 * bar.metres()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.99, 1", "2, 2", "4.9, 2", "7, 5", "99999, 50000", "0.3, 0.2"})
    void itsLengthIsRound(double longest, double round) {
        assertThat(ScaleBar.roundLength(longest)).isCloseTo(round, within(1e-9));
    }
}
