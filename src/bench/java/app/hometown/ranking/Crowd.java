// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.domain.User;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Streams and users for benchmarks, distributed as the generator's but without what is only shown: ten millions in
/// seconds and little memory.
final class Crowd {
    private record City(double latitude, double longitude, int language, double userShare, double streamShare) {}

    private static final List<String> LANGUAGES = List.of(
            "en", "es", "fr", "de", "it", "nl", "sv", "cs", "pl", "ja", "ko", "zh", "hi", "th", "pt", "ar", "he");
    private static final int CATEGORIES = 20;
    private static final String TABLE = """
        40.7128 -74.0060 en 8 8
        34.0522 -118.2437 en 6 12
        41.8781 -87.6298 en 4 5
        43.6532 -79.3832 en 3 4
        49.2827 -123.1207 en 1.8 0.8
        19.4326 -99.1332 es 1.8 0.8
        51.5074 -0.1278 en 7 10
        48.8566 2.3522 fr 4 4
        52.5200 13.4050 de 3 6
        40.4168 -3.7038 es 2 0.8
        41.9028 12.4964 it 1.8 0.8
        52.3676 4.9041 nl 1.8 0.8
        59.3293 18.0686 sv 1.8 3
        50.0755 14.4378 cs 1.8 0.8
        48.2082 16.3738 de 1.8 0.8
        52.2297 21.0122 pl 1.8 0.8
        35.6762 139.6503 ja 6 8
        37.5665 126.9780 ko 3 7
        39.9042 116.4074 zh 3 0.8
        31.2304 121.4737 zh 3 3
        19.0760 72.8777 hi 4 0.8
        13.7563 100.5018 th 2 0.8
        1.3521 103.8198 en 2 0.8
        -33.8688 151.2093 en 2 3
        -37.8136 144.9631 en 1.8 2
        -23.5505 -46.6333 pt 3 2
        -34.6118 -58.3960 es 2 1.5
        -12.0464 -77.0428 es 1.8 0.8
        25.2048 55.2708 ar 2 2
        32.0853 34.7818 he 1.5 2
        30.0444 31.2357 ar 1.8 0.8
        -33.9249 18.4241 en 1.8 0.8
        """;
    private static final List<City> CITIES = TABLE.lines().map(Crowd::city).toList();
    private static final double USER_SHARES =
            CITIES.stream().mapToDouble(City::userShare).sum();
    private static final double STREAM_SHARES =
            CITIES.stream().mapToDouble(City::streamShare).sum();

    private final SplittableRandom random;

    Crowd(long seed) {
        random = new SplittableRandom(seed);
    }

    private static City city(String line) {
        String[] words = line.split(" ", -1);
        return new City(
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]),
                LANGUAGES.indexOf(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]));
    }

    private static Vocabulary names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + i);
        }
        return Vocabulary.of(names);
    }

    /// Streams round the cities, or evenly over the globe; nine in ten live.
    Catalog catalog(int size, boolean uniform) {
        Streams.Builder streams = new Streams.Builder();
        for (int i = 0; i < size; i++) {
            byte[] id = ("stream_" + (100_000_000 + i)).getBytes(StandardCharsets.UTF_8);
            streams.ids().add(id, 0, id.length);
            int code = draw(false);
            City city = CITIES.get(code);
            double quality = Math.min(10, Math.pow(1 - random.nextDouble(), -1 / 1.2) - 1);
            streams.add(
                    uniform ? Math.toDegrees(Math.asin(random.nextDouble(-1, 1))) : near(city.latitude()),
                    uniform ? random.nextDouble(-180, 180) : near(city.longitude()),
                    code,
                    language(city),
                    category(code),
                    quality,
                    (int) Math.clamp(-Math.log(1 - random.nextDouble()) * 100 * quality, 1, 10_000),
                    (int) Math.clamp(-Math.log(1 - random.nextDouble()) * 1000 * quality, 10, 100_000),
                    random.nextInt(10) < 3,
                    random.nextInt(10) < 2,
                    random.nextInt(10) < 9,
                    -1);
        }
        return new Catalog(
                new Users.Builder().build(),
                streams.build(),
                names("city", CITIES.size()),
                Vocabulary.of(LANGUAGES),
                names("cat", CATEGORIES),
                false,
                Map.of());
    }

    /// A user of one of the cities, who speaks its language.
    User resident() {
        int code = draw(true);
        City city = CITIES.get(code);
        return user(near(city.latitude()), near(city.longitude()), code, LANGUAGES.get(city.language()));
    }

    /// A user of one of the cities, who speaks another language: one in ten does.
    User foreigner() {
        int code = draw(true);
        City city = CITIES.get(code);
        int others = random.nextInt(1, LANGUAGES.size());
        String language = LANGUAGES.get((city.language() + others) % LANGUAGES.size());
        return user(near(city.latitude()), near(city.longitude()), code, language);
    }

    /// A user anywhere on the globe, of any language.
    User stranger() {
        return user(
                Math.toDegrees(Math.asin(random.nextDouble(-1, 1))),
                random.nextDouble(-180, 180),
                random.nextInt(CITIES.size()),
                LANGUAGES.get(random.nextInt(LANGUAGES.size())));
    }

    private User user(double latitude, double longitude, int code, String language) {
        Set<String> preferred = new LinkedHashSet<>();
        int wanted = 2 + random.nextInt(4);
        while (preferred.size() < wanted) {
            preferred.add("cat" + category(code));
        }
        return new User(
                "user",
                latitude,
                longitude,
                "city" + code,
                language,
                List.copyOf(preferred),
                random.nextDouble() * random.nextDouble(),
                random.nextDouble(200));
    }

    private double near(double centre) {
        return centre + random.nextGaussian() * (random.nextInt(10) == 0 ? 0.5 : 0.05);
    }

    private int language(City city) {
        return random.nextInt(10) == 0 ? random.nextInt(LANGUAGES.size()) : city.language();
    }

    /// Some categories are liked more than others, and each city has its own favourites.
    private int category(int city) {
        return (int) (CATEGORIES * random.nextDouble() * Math.sqrt(random.nextDouble()) + city * 7) % CATEGORIES;
    }

    private int draw(boolean user) {
        double left = random.nextDouble(user ? USER_SHARES : STREAM_SHARES);
        for (int code = 0; code < CITIES.size(); code++) {
            left -= user ? CITIES.get(code).userShare() : CITIES.get(code).streamShare();
            if (left < 0) {
                return code;
            }
        }
        return 0;
    }
}
