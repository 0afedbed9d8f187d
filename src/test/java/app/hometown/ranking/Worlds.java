// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Streams;
import app.hometown.domain.User;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Random catalogs, users, scorings and click models for tests, by seed.
final class Worlds {
    /// How the streams of a catalog lie.
    enum Kind {
        /// Round 32 cities, as the generator makes them.
        CLUSTERED,
        /// Evenly over the globe.
        UNIFORM,
        /// All in one point.
        ONE_POINT,
        /// In a few points, as data that knows only the city.
        FEW_POINTS,
        /// On both sides of the dateline.
        DATELINE,
        /// Round a pole.
        POLAR,
        /// Clustered, with the same quality, audience, language and category: only distance tells them apart.
        ALL_ALIKE,
        /// Clustered, with more languages, categories and cities than short codes can tell apart.
        MANY_CODES
    }

    private static final int LANGUAGES = 12;
    private static final int CATEGORIES = 20;
    private static final int CITIES = 32;

    /// What the features of the click model are about the size of.
    private static final double[] SIZES = {1000, 1, 1, 1, 1, 1, 1, 100, 5, 500, 5000, 1, 1, 1};

    final SplittableRandom random;

    Worlds(long seed) {
        random = new SplittableRandom(seed);
    }

    /// A catalog of streams of a kind, without users.
    Catalog catalog(Kind kind, int size, double liveShare) {
        boolean many = kind == Kind.MANY_CODES;
        int languages = many ? 600 : LANGUAGES;
        int categories = many ? 300 : CATEGORIES;
        int manyCities = many ? 65_000 : 0;
        double[][] centres = new double[CITIES][];
        for (int i = 0; i < CITIES; i++) {
            centres[i] =
                    new double[] {Math.toDegrees(Math.asin(random.nextDouble(-0.7, 0.9))), random.nextDouble(-180, 180)
                    };
        }
        Streams.Builder builder = new Streams.Builder();
        for (int i = 0; i < size; i++) {
            builder.ids().add(id(i, size));
            int city = (int) (CITIES * Math.pow(random.nextDouble(), 2));
            double[] place = place(kind, centres, city);
            boolean alike = kind == Kind.ALL_ALIKE || (kind == Kind.ONE_POINT && size % 2 == 0);
            double quality = alike ? 5 : Math.min(10, Math.pow(1 - random.nextDouble(), -1 / 1.2) - 1);
            builder.add(
                    Math.clamp(place[0], -90, 90),
                    -180 + ((place[1] + 180) % 360 + 360) % 360,
                    random.nextBoolean() ? city : city + manyCities,
                    alike ? 0 : random.nextInt(10) == 0 ? random.nextInt(languages) : city % LANGUAGES,
                    alike ? 0 : random.nextInt(categories),
                    quality,
                    alike ? 100 : (int) Math.clamp(-Math.log(1 - random.nextDouble()) * 100 * quality, 1, 10_000),
                    alike ? 100 : (int) Math.clamp(-Math.log(1 - random.nextDouble()) * 1000 * quality, 10, 100_000),
                    !alike && random.nextInt(10) < 3,
                    !alike && random.nextInt(10) < 2,
                    random.nextDouble() < liveShare,
                    -1);
        }
        return new Catalog(
                new Users.Builder().build(),
                builder.build(),
                names("city", CITIES + manyCities),
                names("lang", languages),
                names("cat", categories),
                false,
                Map.of());
    }

    /// Ids whose order is not that of the rows.
    private static String id(int i, int size) {
        return "s" + Long.toString((i * 7919L + 13) % Math.max(size, 1) * 1_000_003L + i, 36);
    }

    private double[] place(Kind kind, double[][] centres, int city) {
        double spread = random.nextInt(10) == 0 ? 0.5 : 0.05;
        double north = random.nextGaussian() * spread;
        double east = random.nextGaussian() * spread;
        return switch (kind) {
            case CLUSTERED, ALL_ALIKE, MANY_CODES -> new double[] {centres[city][0] + north, centres[city][1] + east};
            case UNIFORM ->
                new double[] {Math.toDegrees(Math.asin(random.nextDouble(-1, 1))), random.nextDouble(-180, 180)};
            case ONE_POINT -> new double[] {40.7128, -74.006};
            case FEW_POINTS -> centres[city].clone();
            case DATELINE -> new double[] {-17 + north, 180 + east};
            case POLAR -> new double[] {90 - Math.abs(north), random.nextDouble(-180, 180)};
        };
    }

    private static Vocabulary names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + i);
        }
        return Vocabulary.of(names);
    }

    /// Anyone: mostly near a stream, sometimes anywhere, at a pole or on the dateline; sometimes of a language, city
    /// or category that no stream has.
    User user(Catalog catalog) {
        double latitude = Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
        double longitude = random.nextDouble(-180, 180);
        int where = random.nextInt(10);
        if (where < 6 && catalog.streams().size() > 0) {
            int row = random.nextInt(catalog.streams().size());
            double away = where == 0 ? 0 : Math.pow(10, random.nextDouble(-3, 0.5));
            latitude = Math.clamp(catalog.streams().latitude(row) + random.nextDouble(-1, 1) * away, -90, 90);
            longitude = Math.clamp(catalog.streams().longitude(row) + random.nextDouble(-1, 1) * away, -180, 180);
        } else if (where == 6) {
            latitude = random.nextBoolean() ? 90 : -90;
        } else if (where == 7) {
            longitude = random.nextBoolean() ? 180 : -180;
        }
        List<String> preferred = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            preferred.add("cat" + random.nextInt(CATEGORIES + 2));
        }
        return new User(
                "someone",
                latitude,
                longitude,
                "city" + random.nextInt(CITIES + 4),
                "lang" + random.nextInt(LANGUAGES + 2),
                preferred,
                random.nextInt(5) == 0 ? 0 : random.nextDouble(),
                random.nextDouble(500));
    }

    /// The presets, or numbers of any sign and size.
    Scoring scoring() {
        Scoring scoring =
                switch (random.nextInt(4)) {
                    case 0 -> Scoring.DEFAULT;
                    case 1 -> Scoring.REFERENCE;
                    case 2 -> new Scoring(weights(), Scoring.DEFAULT.base(), OptionalDouble.empty(), true);
                    default -> new Scoring(weights(), base(), OptionalDouble.empty(), random.nextBoolean());
                };
        OptionalDouble radiusKm = random.nextInt(3) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(random.nextInt(3) == 0 ? 250 : Math.pow(10, random.nextDouble(-4, 4.5)));
        return new Scoring(scoring.weights(), scoring.base(), radiusKm, random.nextInt(3) > 0);
    }

    private Scoring.Weights weights() {
        return new Scoring.Weights(weight(), weight(), weight());
    }

    private Scoring.Base base() {
        return new Scoring.Base(
                weight(),
                weight(),
                weight(),
                Math.pow(10, random.nextDouble(-1, 4)),
                weight(),
                Math.pow(10, random.nextDouble(-1, 5)),
                weight(),
                weight());
    }

    private double weight() {
        double sign = random.nextInt(4) == 0 ? -1 : 1;
        return switch (random.nextInt(12)) {
            case 0, 1 -> 0;
            case 2 -> sign * 1e12 * random.nextDouble();
            case 3 -> sign * 1e-12 * random.nextDouble();
            case 4 -> random.nextInt(4) == 0 ? sign * 1e307 * random.nextDouble() : -0.0;
            default -> sign * random.nextDouble(3);
        };
    }

    /// A ranker with or without a click model.
    Ranker ranker() {
        return switch (random.nextInt(6)) {
            case 0 -> Ranker.ml(scoring(), erratic(random.nextLong()));
            case 1 -> Ranker.ml(scoring(), steps(random.nextDouble(2000)));
            case 2 -> Ranker.ml(scoring(), TestLogisticModel.USUAL);
            case 3 -> Ranker.ml(scoring(), logistic());
            default -> Ranker.basic(scoring());
        };
    }

    /// A logistic regression with any coefficients.
    TestLogisticModel logistic() {
        double[] coefficients = new double[Feature.COUNT];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = random.nextInt(4) == 0
                    ? 0
                    : random.nextGaussian() * Math.pow(10, random.nextDouble(-1, 1)) / SIZES[i];
        }
        return new TestLogisticModel(coefficients, random.nextGaussian());
    }

    /// A model that no bound can follow.
    static ClickModel erratic(long seed) {
        return features -> {
            long hash = seed;
            for (double feature : features) {
                hash = (hash ^ Double.doubleToLongBits(feature)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
            return (hash >>> 11) * 0x1.0p-53;
        };
    }

    /// A model that likes what is beyond a distance, all alike: many ties.
    static ClickModel steps(double km) {
        return features -> features[0] > km ? 1 : features[5] / 4;
    }
}
