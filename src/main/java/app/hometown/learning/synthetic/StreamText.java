// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.statistics.FixedRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Titles and tags of made-up streams. There are few different ones, each held once, so that a million streams stay
/// small. Immutable.
final class StreamText {
    private static final List<String> OPENINGS = List.of(
            "Late night", "Morning", "Weekend", "Relaxed", "First try at", "Back to", "Two hours of", "Open house:");

    private static final List<String> MOODS =
            List.of("cosy", "competitive", "beginners welcome", "interactive", "marathon", "background");

    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("en", "English"),
            Map.entry("es", "Spanish"),
            Map.entry("fr", "French"),
            Map.entry("de", "German"),
            Map.entry("it", "Italian"),
            Map.entry("nl", "Dutch"),
            Map.entry("sv", "Swedish"),
            Map.entry("cs", "Czech"),
            Map.entry("pl", "Polish"),
            Map.entry("ja", "Japanese"),
            Map.entry("ko", "Korean"),
            Map.entry("zh", "Chinese"),
            Map.entry("hi", "Hindi"),
            Map.entry("th", "Thai"),
            Map.entry("pt", "Portuguese"),
            Map.entry("ar", "Arabic"),
            Map.entry("he", "Hebrew"));

    private final List<String> titles;
    private final List<List<String>> tags;

    /// @param languages the language codes in the order of their numbers
    StreamText(List<String> languages) {
        titles = City.ALL.stream()
                .flatMap(city -> Category.ALL.stream()
                        .flatMap(category -> OPENINGS.stream().map(opening -> title(opening, category, city))))
                .toList();
        tags = languages.stream()
                .flatMap(language ->
                        MOODS.stream().map(mood -> List.of(LANGUAGES.getOrDefault(language, language), mood)))
                .toList();
    }

    private static String title(String opening, Category category, City city) {
        return opening + " " + category.name().toLowerCase(Locale.ROOT) + " from " + city.name();
    }

    /// A title such as "Late night chess from Berlin".
    String title(int city, int category, FixedRandom random) {
        return titles.get((city * Category.ALL.size() + category) * OPENINGS.size() + random.below(OPENINGS.size()));
    }

    /// The language and a mood.
    List<String> tags(int language, FixedRandom random) {
        return tags.get(language * MOODS.size() + random.below(MOODS.size()));
    }
}
