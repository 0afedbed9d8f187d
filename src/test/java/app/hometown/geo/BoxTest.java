// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void holdsEveryPlaceWithinTheRadius() {
        int held = 0;
        for (int i = 0; i < 300_000; i++) {
            double latitude = i % 3 == 0 ? 90 - random.nextDouble(5) : random.nextDouble(-90, 90);
            double longitude = i % 2 == 0 ? 180 - random.nextDouble(3) : random.nextDouble(-180, 180);
            double otherLatitude = Math.clamp(latitude + random.nextDouble(-6, 6), -90, 90);
            double otherLongitude = i % 5 == 0
                    ? random.nextDouble(-180, 180)
                    : -180 + (longitude + 180 + 360 + random.nextDouble(-8, 8)) % 360;
            double radiusKm = Geodesic.distanceKm(latitude, longitude, otherLatitude, otherLongitude);
            Box box = Box.around(latitude, longitude, radiusKm);
            assertThat(box.contains(otherLatitude, otherLongitude))
                    .as("%s around %s %s, %s %s", box, latitude, longitude, otherLatitude, otherLongitude)
                    .isTrue();
            held += box.contains(-latitude, longitude) ? 0 : 1;
        }
        assertThat(held).as("boxes that are not the world").isGreaterThan(200_000);
    }

    @Test
    void isHardlyLargerThanTheCircle() {
        Box box = Box.around(48, 11, 250);
        assertThat(Geodesic.distanceKm(48, 11, box.north(), 11)).isBetween(250.0, 251.0);
        assertThat(Geodesic.distanceKm(48, 11, box.south(), 11)).isBetween(250.0, 251.0);
        assertThat(Geodesic.distanceKm(48, 11, 48, box.east())).isBetween(249.0, 252.0);
    }

    @Test
    void goesRoundAPoleItHolds() {
        Box box = Box.around(89.5, 20, 100);
        assertThat(box.north()).isEqualTo(90);
        assertThat(box.contains(89.9, -160)).isTrue();
        assertThat(box.crossesDateline()).isFalse();
    }

    @Test
    void crossesTheDateline() {
        Box box = Box.around(0, 179.9, 100);
        assertThat(box.crossesDateline()).isTrue();
        assertThat(box.contains(0, -179.9)).isTrue();
        assertThat(box.contains(0, 179)).isTrue();
        assertThat(box.contains(0, 0)).isFalse();
    }

    @Test
    void ofHalfTheWorldIsTheWorld() {
        assertThat(Box.around(10, 10, Geodesic.FARTHEST_KM)).isEqualTo(Box.WORLD);
    }
}
