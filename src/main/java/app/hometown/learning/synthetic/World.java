// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Vocabulary;
import app.hometown.statistics.FixedRandom;
import java.util.List;

/// The cities, languages and categories that made-up users and streams share, and how places and languages are drawn
/// in them. Immutable.
final class World {
    private static final double NEAR_DEGREES = 0.05;
    private static final double FAR_DEGREES = 0.5;
    private static final double FAR_SHARE = 0.1;
    private static final double FOREIGN_SHARE = 0.1;

    private final Vocabulary languages =
            Vocabulary.of(City.ALL.stream().map(City::language).distinct().toList());
    private final int[] languageOfCity =
            City.ALL.stream().mapToInt(city -> languages.code(city.language())).toArray();
    private final Weighted homes = City.users();
    private final List<Weighted> categoriesByCity = Category.byCity();

    Vocabulary cities() {
        return Vocabulary.of(City.ALL.stream().map(City::name).toList());
    }

    Vocabulary languages() {
        return languages;
    }

    Vocabulary categories() {
        return Vocabulary.of(Category.ids());
    }

    /// How far from the city centre somebody lives: the standard deviation in degrees.
    double spread(FixedRandom random) {
        return random.chance(FAR_SHARE) ? FAR_DEGREES : NEAR_DEGREES;
    }

    double latitude(int city, double spread, FixedRandom random) {
        double drawn = City.ALL.get(city).latitude() + spread * random.normal();
        return Math.clamp(rounded(drawn, 1e6), -90.0, 90.0);
    }

    double longitude(int city, double spread, FixedRandom random) {
        return wrapped(rounded(City.ALL.get(city).longitude() + spread * random.normal(), 1e6));
    }

    /// The same meridian in -180..180.
    static double wrapped(double longitude) {
        return longitude - 360.0 * StrictMath.rint(longitude / 360.0);
    }

    /// The city's language, or for one in ten that of another place, the more likely the more people live there.
    int language(int city, FixedRandom random) {
        if (!random.chance(FOREIGN_SHARE)) {
            return languageOfCity[city];
        }
        while (true) {
            int language = languageOfCity[homes.draw(random)];
            if (language != languageOfCity[city]) {
                return language;
            }
        }
    }

    /// A category as they are liked in a city.
    int category(int city, FixedRandom random) {
        return categoriesByCity.get(city).draw(random);
    }

    /// A value to the nearest multiple of 1 / steps.
    static double rounded(double value, double steps) {
        return StrictMath.rint(value * steps) / steps;
    }
}
