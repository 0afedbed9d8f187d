// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Identifiers;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Seeded data that fills every column, odd values included; not meant to be plausible.
final class RandomData {
    private static final int CATEGORIES = 20;

    private final SplittableRandom random;

    RandomData(long seed) {
        random = new SplittableRandom(seed);
    }

    /// A catalog.
    ///
    /// @param shown whether streams have the columns that are only shown
    Catalog catalog(int users, int streams, boolean integerCategories, boolean shown) {
        List<String> cities = List.of("São Paulo", "東京", "New York", "", "A, \"B\"");
        List<String> languages = List.of("en", "ja", "pt");
        List<String> categories = IntStream.range(0, CATEGORIES)
                .mapToObj(n -> integerCategories ? Integer.toString(n * 7 - 3) : "category " + n)
                .toList();
        return new Catalog(
                users(users, cities.size(), languages.size()),
                streams(streams, cities.size(), languages.size(), shown),
                Vocabulary.of(cities),
                Vocabulary.of(languages),
                Vocabulary.of(categories),
                integerCategories,
                integerCategories ? Map.of("4", "just, \"chatting\"", "11", "ゲーム") : Map.of());
    }

    private Users users(int count, int cities, int languages) {
        Users.Builder users = new Users.Builder();
        for (int row = 0; row < count; row++) {
            users.ids().add("user_%06d".formatted(row));
            int preferred = random.nextInt(5);
            users.add(
                    random.nextDouble(-90, 90),
                    random.nextDouble(-180, 180),
                    random.nextInt(cities),
                    random.nextInt(languages),
                    random.ints(preferred, 0, CATEGORIES).toArray(),
                    preferred,
                    random.nextDouble(),
                    random.nextDouble(500));
        }
        return users.build();
    }

    private Streams streams(int count, int cities, int languages, boolean shown) {
        Streams.Builder streams = new Streams.Builder();
        List<String> titles = new ArrayList<>();
        List<List<String>> tags = new ArrayList<>();
        List<String> creators = new ArrayList<>();
        byte[] id = "stream_00000000".getBytes(StandardCharsets.US_ASCII);
        for (int row = 0; row < count; row++) {
            for (int digit = id.length - 1, rest = row; digit >= 7; digit--, rest /= 10) {
                id[digit] = (byte) ('0' + rest % 10);
            }
            streams.ids().add(id, 0, id.length);
            streams.add(
                    random.nextDouble(-90, 90),
                    random.nextDouble(-180, 180),
                    random.nextInt(cities),
                    random.nextInt(languages),
                    random.nextInt(CATEGORIES),
                    random.nextDouble(10),
                    random.nextInt(10_000),
                    random.nextInt(100_000),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextInt(10) > 0,
                    shown && random.nextInt(3) > 0 ? random.nextInt(1000) : -1);
            if (shown) {
                titles.add(random.nextInt(4) == 0 ? "" : "title " + row);
                tags.add(random.ints(random.nextInt(3), 0, 9)
                        .mapToObj(n -> "tag" + n)
                        .toList());
                creators.add(random.nextInt(4) == 0 ? "" : "creator " + row / 3);
            }
        }
        streams.labels(new Streams.Labels(titles, tags, creators));
        return streams.build();
    }

    /// Samples of known and unknown users.
    Samples samples(int count, boolean probabilities) {
        Identifiers.Builder users = new Identifiers.Builder();
        Identifiers.Builder streams = new Identifiers.Builder();
        IntStream.range(0, 50).forEach(row -> users.add("user_%06d".formatted(row)));
        IntStream.range(0, 50).forEach(row -> streams.add("stream_%06d".formatted(row)));
        double[][] features = new double[Feature.COUNT][count];
        for (int row = 0; row < count; row++) {
            for (double[] column : features) {
                column[row] = random.nextInt(2);
            }
            features[Feature.DISTANCE_KM.ordinal()][row] = random.nextDouble(20_000);
            features[Feature.PROXIMITY_BOOST.ordinal()][row] = random.nextDouble();
            features[Feature.STREAM_AVG_VIEWERS.ordinal()][row] = random.nextInt(10_000);
        }
        BitSet clicked = new BitSet();
        IntStream.range(0, count).forEach(row -> clicked.set(row, random.nextBoolean()));
        // Every id occurs, the first time in the order of its place: that is how reading numbers them.
        int[] places = IntStream.range(0, count).map(row -> row % 50).toArray();
        return new Samples(
                users.build(),
                streams.build(),
                places,
                places.clone(),
                features,
                clicked,
                probabilities ? random.doubles(count).toArray() : null);
    }
}
