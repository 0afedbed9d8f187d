// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.learning.FixedRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Titles and tags of made-up streams. There are few different ones, each held once, so that a million streams stay
/// small. An instance serves one thread.
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

    private final Map<String, String> titles = new HashMap<>();
    private final Map<List<String>, List<String>> tags = new HashMap<>();

    /// A title such as "Late night chess from Berlin".
    String title(int city, int category, FixedRandom random) {
        String title = OPENINGS.get(random.below(OPENINGS.size())) + " "
                + Category.ALL.get(category).name().toLowerCase(Locale.ROOT) + " from "
                + City.ALL.get(city).name();
        return titles.computeIfAbsent(title, same -> same);
    }

    /// The language and a mood.
    List<String> tags(String language, FixedRandom random) {
        List<String> drawn = List.of(LANGUAGES.getOrDefault(language, language), MOODS.get(random.below(MOODS.size())));
        return tags.computeIfAbsent(drawn, same -> same);
    }
}
