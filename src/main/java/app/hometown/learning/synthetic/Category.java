// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.statistics.FixedRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a made-up stream is about. Ids count from 1 in list order.
///
/// @param name its name
/// @param popularity how often it is broadcast and liked, against the others
record Category(String name, double popularity) {
    /// All categories. The order is part of the data.
    static final List<Category> ALL = List.of(
            new Category("Games", 10),
            new Category("Just chatting", 8),
            new Category("Music", 7),
            new Category("Art", 4),
            new Category("Cooking", 4),
            new Category("IRL", 5),
            new Category("Sports", 5),
            new Category("Chess", 3),
            new Category("Programming", 3),
            new Category("Travel", 3),
            new Category("Fitness", 3),
            new Category("Dance", 3),
            new Category("Comedy", 3),
            new Category("Board games", 2),
            new Category("Science", 2),
            new Category("Film and series", 3),
            new Category("Fashion", 2),
            new Category("Crafts", 2),
            new Category("Animals", 2),
            new Category("Language learning", 2));

    /// The ids of the categories as the catalog carries them, in order.
    static List<String> ids() {
        return IntStream.rangeClosed(1, ALL.size()).mapToObj(Integer::toString).toList();
    }

    /// The names by id.
    static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < ALL.size(); i++) {
            names.put(Integer.toString(i + 1), ALL.get(i).name());
        }
        return names;
    }

    /// Per city, draws categories by popularity and the leaning of that city. Leanings belong to the cities, not to
    /// the seed.
    static List<Weighted> byCity() {
        FixedRandom random = new FixedRandom(0, Section.LEANINGS.sequence());
        return City.ALL.stream()
                .map(city -> new Weighted(ALL.stream()
                        .mapToDouble(category -> category.popularity() * (0.4 + 1.2 * random.uniform()))
                        .toArray()))
                .toList();
    }
}
