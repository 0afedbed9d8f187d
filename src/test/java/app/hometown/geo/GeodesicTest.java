// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// The program's distance against GeographicLib, which is right to 15 nm.
class GeodesicTest {
    private static final int PAIRS = 200_000;

    private final SplittableRandom random = new SplittableRandom(42);

    private record Pair(double latitude1, double longitude1, double latitude2, double longitude2) {
        double distanceKm() {
            return Geodesic.distanceKm(latitude1, longitude1, latitude2, longitude2);
        }

        double truthKm() {
            return Geodesic.karneyKm(latitude1, longitude1, latitude2, longitude2);
        }

        Pair reversed() {
            return new Pair(latitude2, longitude2, latitude1, longitude1);
        }
    }

    private double latitude() {
        return Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
    }

    private double longitude() {
        return random.nextDouble(-180, 180);
    }

    private double step() {
        return Math.pow(10, random.nextDouble(-10, 1.5)) * (random.nextBoolean() ? 1 : -1);
    }

    private static double wrap(double longitude) {
        return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
    }

    private static Pair pair(double latitude1, double longitude1, double latitude2, double longitude2) {
        return new Pair(
                Math.clamp(latitude1, -90, 90), wrap(longitude1), Math.clamp(latitude2, -90, 90), wrap(longitude2));
    }

    private void check(Supplier<Pair> pairs) {
        for (int i = 0; i < PAIRS; i++) {
            Pair pair = pairs.get();
            double truth = pair.truthKm();
            // GeographicLib itself is good to 15 nm.
            assertThat(pair.distanceKm())
                    .as("%s", pair)
                    .isCloseTo(truth, within(0.5 * Geodesic.TOLERANCE * truth + 2e-11));
        }
    }

    @Test
    void agreesAllOverTheGlobe() {
        check(() -> new Pair(latitude(), longitude(), latitude(), longitude()));
    }

    @Test
    void agreesForNeighbours() {
        check(() -> {
            double latitude = latitude();
            double longitude = longitude();
            return pair(latitude, longitude, latitude + step(), longitude + step());
        });
    }

    @Test
    void agreesTowardsTheAntipodes() {
        check(() -> {
            double latitude = latitude();
            double longitude = longitude();
            return pair(latitude, longitude, -latitude + step(), wrap(longitude + 180) + step());
        });
    }

    @Test
    void agreesAtThePoles() {
        check(() -> pair(90 - Math.abs(step()), longitude(), (random.nextBoolean() ? 90 : -90) - step(), longitude()));
    }

    @Test
    void agreesAcrossTheDateline() {
        check(() -> {
            double latitude = latitude();
            return pair(latitude, 180 - Math.abs(step()), latitude + step(), -180 + Math.abs(step()));
        });
    }

    @Test
    void agreesAlongMeridiansAndTheEquator() {
        check(() -> {
            double longitude = longitude();
            return random.nextBoolean()
                    ? pair(latitude(), longitude, latitude(), longitude)
                    : pair(0, longitude, 0, longitude());
        });
    }

    @Test
    void isNothingBetweenAPlaceAndItself() {
        for (int i = 0; i < 1000; i++) {
            double latitude = latitude();
            double longitude = longitude();
            assertThat(Geodesic.distanceKm(latitude, longitude, latitude, longitude))
                    .isZero();
        }
        assertThat(Geodesic.distanceKm(12, 180, 12, -180)).isZero();
        assertThat(Geodesic.distanceKm(90, 17, 90, -140)).isCloseTo(0, within(1e-9));
    }

    @Test
    void isTheSameBothWays() {
        for (int i = 0; i < PAIRS; i++) {
            Pair pair = new Pair(latitude(), longitude(), latitude(), longitude());
            double km = pair.distanceKm();
            assertThat(pair.reversed().distanceKm()).isCloseTo(km, within(1e-12 * km));
        }
    }

    /// What every index relies on.
    @Test
    void liesBetweenThePolarAndTheEquatorialRadiusTimesTheAngleOnTheAuxiliarySphere() {
        for (int i = 0; i < PAIRS; i++) {
            Pair pair = i % 2 == 0
                    ? new Pair(latitude(), longitude(), latitude(), longitude())
                    : pair(latitude(), longitude(), latitude(), longitude());
            Vector one = Vector.of(pair.latitude1(), pair.longitude1());
            Vector other = Vector.of(pair.latitude2(), pair.longitude2());
            double chord = Math.sqrt(Math.pow(one.x() - other.x(), 2)
                    + Math.pow(one.y() - other.y(), 2)
                    + Math.pow(one.z() - other.z(), 2));
            double angle = 2 * Math.asin(Math.min(1, chord / 2));
            assertThat(pair.distanceKm())
                    .isBetween(
                            Geodesic.B_KM * angle * (1 - Geodesic.TOLERANCE),
                            Geodesic.A_KM * angle * (1 + Geodesic.TOLERANCE));
        }
    }

    @Test
    void noTwoPlacesAreFurtherApartThanThePoles() {
        assertThat(Geodesic.distanceKm(90, 0, -90, 0))
                .isLessThan(Geodesic.FARTHEST_KM)
                .isGreaterThan(20003.9);
        assertThat(Geodesic.distanceKm(0, 0, 0, 180)).isCloseTo(20003.931, within(1e-3));
    }
}
