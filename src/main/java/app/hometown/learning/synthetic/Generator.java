// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import app.hometown.learning.FixedRandom;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Makes users, streams and training samples up.
///
/// The content depends on the options alone: rows are drawn from sequences of their own by [FixedRandom], with IEEE
/// arithmetic and [StrictMath] throughout. A user's or stream's row does not depend on how many others there are.
///
/// Positions are normal round the city centre, 0.05° for nine in ten and 0.5° for the tenth; coordinates are rounded
/// to 10⁻⁶°, other figures to what a person would write.
public final class Generator {
    private static final int ROWS_PER_STEP = 4096;
    private static final double NEAR_DEGREES = 0.05;
    private static final double FAR_DEGREES = 0.5;
    private static final double FAR_SHARE = 0.1;
    private static final double FOREIGN_SHARE = 0.1;
    private static final int FEWEST_PREFERRED = 2;
    private static final int MOST_PREFERRED = 5;

    private final GeneratorOptions options;
    private final Progress progress;
    private final Vocabulary languages;
    private final int[] languageOfCity;
    private final Weighted userCities = City.users();
    private final Weighted streamCities = City.streams();
    private final List<Weighted> categoriesByCity = Category.byCity();

    private Generator(GeneratorOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.languages =
                Vocabulary.of(City.ALL.stream().map(City::language).distinct().toList());
        this.languageOfCity = City.ALL.stream()
                .mapToInt(city -> languages.code(city.language()))
                .toArray();
    }

    /// Makes a data set. About 4 s and 0.5 GB for a million users and a million streams.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Generated generate(GeneratorOptions options, Progress progress) {
        Generator generator = new Generator(options, progress);
        Catalog catalog = new Catalog(
                generator.users(),
                generator.streams(),
                Vocabulary.of(City.ALL.stream().map(City::name).toList()),
                generator.languages,
                Vocabulary.of(Category.ids()),
                true,
                Category.names());
        return new Generated(catalog, new SampleSection(catalog, options, progress).draw());
    }

    private Users users() {
        FixedRandom random = new FixedRandom(options.seed(), Section.USERS.ordinal());
        Users.Builder users = new Users.Builder();
        int[] preferred = new int[MOST_PREFERRED];
        progress.phase("generating users", options.users());
        for (int row = 0; row < options.users(); row++) {
            if (row % ROWS_PER_STEP == 0) {
                progress.done(row);
            }
            random.at(row);
            int city = userCities.draw(random);
            double spread = spread(random);
            double latitude = latitude(city, spread, random);
            double longitude = longitude(city, spread, random);
            int language = language(city, random);
            int count = preferences(city, preferred, random);
            double strength = rounded(random.beta(2.0, 3.0), 1e4);
            double hours = rounded(Math.min(random.gamma(50.0, 2.0), 500.0), 1e2);
            add(users.ids(), "user_", row);
            users.add(latitude, longitude, city, language, preferred, count, strength, hours);
        }
        progress.done(options.users());
        return users.build();
    }

    private Streams streams() {
        FixedRandom random = new FixedRandom(options.seed(), Section.STREAMS.ordinal());
        Streams.Builder streams = new Streams.Builder();
        StreamText text = new StreamText();
        List<String> titles = new ArrayList<>(options.streams());
        List<List<String>> tags = new ArrayList<>(options.streams());
        List<String> creators = new ArrayList<>(options.streams());
        progress.phase("generating streams", options.streams());
        for (int row = 0; row < options.streams(); row++) {
            if (row % ROWS_PER_STEP == 0) {
                progress.done(row);
            }
            random.at(row);
            int city = streamCities.draw(random);
            double spread = spread(random);
            double latitude = latitude(city, spread, random);
            double longitude = longitude(city, spread, random);
            int language = language(city, random);
            int category = categoriesByCity.get(city).draw(random);
            double quality = rounded(Math.min(random.lomax(1.2), 10.0), 1e4);
            int viewers = (int) Math.clamp(StrictMath.rint(random.exponential(100.0) * quality), 1.0, 10_000.0);
            int followers = (int) Math.clamp(StrictMath.rint(random.exponential(1000.0) * quality), 10.0, 100_000.0);
            boolean partnered = random.chance(0.3);
            boolean mature = random.chance(0.2);
            boolean live = random.chance(0.9);
            double busyness = StrictMath.exp(0.3 * random.normal());
            int viewersNow = live ? (int) Math.min(StrictMath.rint(viewers * busyness), 50_000.0) : 0;
            add(streams.ids(), "stream_", row);
            streams.add(
                    latitude,
                    longitude,
                    city,
                    language,
                    category,
                    quality,
                    viewers,
                    followers,
                    partnered,
                    mature,
                    live,
                    viewersNow);
            titles.add(text.title(city, category, random));
            tags.add(text.tags(languages.name(language), random));
            creators.add(id("creator_", row));
        }
        progress.done(options.streams());
        streams.labels(new Streams.Labels(titles, tags, creators));
        return streams.build();
    }

    private static double spread(FixedRandom random) {
        return random.chance(FAR_SHARE) ? FAR_DEGREES : NEAR_DEGREES;
    }

    private static double latitude(int city, double spread, FixedRandom random) {
        double drawn = City.ALL.get(city).latitude() + spread * random.normal();
        return Math.clamp(rounded(drawn, 1e6), -90.0, 90.0);
    }

    private static double longitude(int city, double spread, FixedRandom random) {
        return wrapped(rounded(City.ALL.get(city).longitude() + spread * random.normal(), 1e6));
    }

    /// The same meridian in -180..180.
    static double wrapped(double longitude) {
        return longitude - 360.0 * StrictMath.rint(longitude / 360.0);
    }

    /// The city's language, or for one in ten that of another place, the more likely the more people live there.
    private int language(int city, FixedRandom random) {
        if (!random.chance(FOREIGN_SHARE)) {
            return languageOfCity[city];
        }
        while (true) {
            int language = languageOfCity[userCities.draw(random)];
            if (language != languageOfCity[city]) {
                return language;
            }
        }
    }

    /// Fills in 2 to 5 different categories, each user's own draw.
    private int preferences(int city, int[] preferred, FixedRandom random) {
        int wanted = FEWEST_PREFERRED + random.below(MOST_PREFERRED - FEWEST_PREFERRED + 1);
        int count = 0;
        while (count < wanted) {
            int category = categoriesByCity.get(city).draw(random);
            boolean known = false;
            for (int i = 0; i < count; i++) {
                known |= preferred[i] == category;
            }
            if (!known) {
                preferred[count++] = category;
            }
        }
        return count;
    }

    private static double rounded(double value, double steps) {
        return StrictMath.rint(value * steps) / steps;
    }

    private static void add(Identifiers.Builder ids, String prefix, int row) {
        byte[] text = id(prefix, row).getBytes(StandardCharsets.UTF_8);
        ids.add(text, 0, text.length);
    }

    private static String id(String prefix, int row) {
        String number = Integer.toString(row + 1);
        return prefix + "0".repeat(Math.max(0, 6 - number.length())) + number;
    }
}
