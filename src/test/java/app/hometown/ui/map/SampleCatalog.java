// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/// Users and streams round big cities, the same for the same numbers.
final class SampleCatalog {
    private static final double[][] CITIES = {
        {40.7128, -74.0060}, {51.5074, -0.1278}, {34.0522, -118.2437}, {35.6762, 139.6503}, {41.8781, -87.6298},
        {48.8566, 2.3522}, {19.0760, 72.8777}, {43.6532, -79.3832}, {52.5200, 13.4050}, {37.5665, 126.9780},
        {39.9042, 116.4074}, {31.2304, 121.4737}, {-23.5505, -46.6333}, {40.4168, -3.7038}, {13.7563, 100.5018},
        {1.3521, 103.8198}, {-33.8688, 151.2093}, {-34.6118, -58.3960}, {25.2048, 55.2708}, {32.0853, 34.7818},
        {59.3293, 18.0686}, {-37.8136, 144.9631}, {50.0755, 14.4378}, {48.2082, 16.3738}, {30.0444, 31.2357},
        {52.2297, 21.0122}, {-33.9249, 18.4241}, {-12.0464, -77.0428}, {19.4326, -99.1332}, {49.2827, -123.1207},
        {41.9028, 12.4964}, {52.3676, 4.9041}
    };

    private SampleCatalog() {}

    /// Nine in ten near a city's middle, the tenth further out.
    static Catalog of(int userCount, int streamCount) {
        var random = new Random(42);
        var users = new Users.Builder();
        for (int i = 0; i < userCount; i++) {
            double[] place = place(random);
            users.ids().add("user_%06d".formatted(i + 1));
            users.add(place[0], place[1], (int) place[2], 0, new int[] {0}, 1, 0.5, 100);
        }
        var streams = new Streams.Builder();
        for (int i = 0; i < streamCount; i++) {
            double[] place = place(random);
            streams.ids().add("stream_%06d".formatted(i + 1));
            streams.add(place[0], place[1], (int) place[2], 0, 0, 5, 100, 1000, false, false, i % 10 != 9, -1);
        }
        return new Catalog(
                users.build(),
                streams.build(),
                Vocabulary.of(IntStream.range(0, CITIES.length)
                        .mapToObj(city -> "City " + city)
                        .toList()),
                Vocabulary.of(List.of("en")),
                Vocabulary.of(List.of("1")),
                true,
                Map.of());
    }

    private static double[] place(Random random) {
        int code = (int) (CITIES.length * Math.pow(random.nextDouble(), 1.6));
        double[] city = CITIES[code];
        double spread = random.nextInt(10) == 0 ? 0.5 : 0.05;
        double latitude = Math.clamp(city[0] + spread * random.nextGaussian(), -90.0, 90.0);
        double longitude = city[1] + spread * random.nextGaussian();
        return new double[] {latitude, longitude, code};
    }

    /// A user near a place with the nearest live streams as the top ten of basic and others as those of ml.
    static MapSelection selection(Catalog catalog, double latitude, double longitude, double radiusKm) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < catalog.streams().size(); row++) {
            if (catalog.streams().live(row)
                    && (row < 20_000 || Math.abs(catalog.streams().latitude(row) - latitude) < 0.2)) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingDouble(row -> Math.abs(Math.hypot(
                        catalog.streams().latitude(row) - latitude,
                        catalog.streams().longitude(row) - longitude)
                - 0.06)));
        List<MapSelection.Pin> pins = new ArrayList<>();
        for (int n = 0; n < Math.min(13, rows.size()); n++) {
            int row = rows.get(n);
            pins.add(new MapSelection.Pin(
                    row,
                    catalog.streams().ids().get(row),
                    catalog.streams().latitude(row),
                    catalog.streams().longitude(row),
                    n < 10 ? OptionalInt.of(n + 1) : OptionalInt.empty(),
                    n >= 3 ? OptionalInt.of((n * 7) % 10 + 1) : OptionalInt.empty()));
        }
        return new MapSelection("user_000001", latitude, longitude, OptionalDouble.of(radiusKm), pins);
    }
}
