// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Streams;
import app.hometown.geo.Geodesic;
import app.hometown.statistics.FixedRandom;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
    /// Everywhere, every third near the place, every fifth off the air.
    private static Streams around(double latitude, double longitude) {
        FixedRandom random = new FixedRandom(3, 0);
        Streams.Builder streams = new Streams.Builder();
        for (int i = 0; i < 3000; i++) {
            streams.ids().add("s" + i);
            boolean near = i % 3 == 0;
            double north = near ? latitude + 3 * random.normal() : Math.toDegrees(Math.asin(2 * random.uniform() - 1));
            double east = near ? longitude + 3 * random.normal() : 360 * random.uniform() - 180;
            streams.add(
                    Math.clamp(north, -90, 90),
                    east - 360 * Math.rint(east / 360),
                    0,
                    0,
                    0,
                    5,
                    10,
                    10,
                    false,
                    false,
                    i % 5 != 0,
                    -1);
        }
        return streams.build();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 250",
        "40.7, -74, 100",
        "10, 180, 400",
        "-17, -179.9, 250",
        "90, 0, 500",
        "-89.7, 33, 250",
        "52, 13, 4000",
        "52, 13, 16000",
        "52, 13, 19990",
        "1, 1, 1",
        "1, 1, "
    })
    void namesExactlyTheLiveStreamsWithinARadius(double latitude, double longitude, Double radiusKm) {
        Streams streams = around(latitude, longitude);
        Surroundings.Within within = Surroundings.of(streams)
                .within(latitude, longitude, radiusKm == null ? OptionalDouble.empty() : OptionalDouble.of(radiusKm));
        int[] expected = IntStream.range(0, streams.size())
                .filter(streams::live)
                .filter(row -> radiusKm == null
                        || Geodesic.distanceKm(latitude, longitude, streams.latitude(row), streams.longitude(row))
                                <= radiusKm)
                .toArray();
        assertThat(within.count()).isEqualTo(expected.length);
        assertThat(IntStream.range(0, within.count()).map(within::row).sorted().toArray())
                .isEqualTo(expected);
    }
}
