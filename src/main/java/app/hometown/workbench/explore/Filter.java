// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What rows of a kind must be like: all conditions together. Immutable; conditions are by the keys of [Facets] and by
/// names, not codes, so that a filter means the same on other data.
///
/// @param ranges by the keys of numbers; keys that are not named are free
/// @param words by the keys of words: the values of which a row must have one; an empty set leaves no row
/// @param text what a row's identifier, title, creator or one of its tags must contain, whatever the case; "" is free
/// @param within a selection that rows must be of, or null
public record Filter(
        Map<String, Range> ranges,
        Map<String, Set<String>> words,
        String text,
        @Nullable Selection within) {
    /// Leaves everything.
    public static final Filter NONE = new Filter(Map.of(), Map.of(), "", null);

    /// Leaves the live streams: what the map shows at first and after a reset.
    public static final Filter LIVE = NONE.withWords(Facets.LIVE, Set.of(Facets.YES));

    public Filter {
        ranges = Map.copyOf(ranges);
        words = Map.copyOf(words);
    }

    /// What a kind is filtered by at first.
    public static Filter first(Kind kind) {
        return kind == Kind.STREAMS ? LIVE : NONE;
    }

    /// With another range; [Range#ALL] frees the column.
    public Filter withRange(String key, Range range) {
        Map<String, Range> other = new HashMap<>(ranges);
        if (range.equals(Range.ALL)) {
            other.remove(key);
        } else {
            other.put(key, range);
        }
        return new Filter(other, words, text, within);
    }

    /// With other words; null frees the column.
    public Filter withWords(String key, @Nullable Set<String> chosen) {
        Map<String, Set<String>> other = new HashMap<>(words);
        if (chosen == null) {
            other.remove(key);
        } else {
            other.put(key, Set.copyOf(chosen));
        }
        return new Filter(ranges, other, text, within);
    }

    /// With another text.
    public Filter withText(String other) {
        return new Filter(ranges, words, other, within);
    }

    /// Within another selection, or none.
    public Filter within(@Nullable Selection other) {
        return new Filter(ranges, words, text, other);
    }

    /// The range of a column.
    public Range range(String key) {
        return ranges.getOrDefault(key, Range.ALL);
    }

    /// The words chosen of a column, or null when it is free.
    public @Nullable Set<String> chosen(String key) {
        return words.get(key);
    }
}
