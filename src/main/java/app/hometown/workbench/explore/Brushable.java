// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// The column that an axis of a figure measures, so that what is brushed along the axis can be a condition on that
/// column. Immutable.
///
/// Along an axis of numbers, `words` and `ranges` are empty, and a brushed range is a range of the column. Along an
/// axis
/// of names, each name stands for some words of the column or for a range of its numbers.
///
/// @param kind whose column
/// @param key its key, one of [Facets]'
/// @param words by place of an axis of names, the words of the column that it stands for; none where it cannot be
/// chosen
/// @param ranges by place of an axis of names, the numbers that it stands for
public record Brushable(Kind kind, String key, List<Set<String>> words, List<Range> ranges) {
    public Brushable {
        words = words.stream().map(Set::copyOf).toList();
        ranges = List.copyOf(ranges);
        if (!words.isEmpty() && !ranges.isEmpty()) {
            throw new IllegalArgumentException("places stand for words or for numbers: " + key);
        }
    }

    /// An axis of the column's own numbers.
    public static Brushable numbers(Kind kind, String key) {
        return new Brushable(kind, key, List.of(), List.of());
    }

    /// An axis of names, each a word of the column.
    public static Brushable words(Kind kind, String key, List<String> words) {
        return new Brushable(kind, key, words.stream().map(Set::of).toList(), List.of());
    }

    /// An axis of names, each some words of the column: "others", or none.
    public static Brushable sets(Kind kind, String key, List<Set<String>> words) {
        return new Brushable(kind, key, words, List.of());
    }

    /// An axis of names, each a range of the column's numbers; neighbours must not overlap, so one that ends below the
    /// next ends at `Math.nextDown` of where that begins.
    public static Brushable ranges(Kind kind, String key, List<Range> ranges) {
        return new Brushable(kind, key, List.of(), ranges);
    }

    /// Whether places are chosen by name.
    public boolean named() {
        return !words.isEmpty() || !ranges.isEmpty();
    }

    /// How many names; 0 along numbers.
    public int places() {
        return Math.max(words.size(), ranges.size());
    }

    /// A filter with the condition that a row lies in a range of the column; [Range#ALL] frees it.
    public Filter brushed(Filter before, Range range) {
        return before.withRange(key, range);
    }

    /// A filter with the condition that a row is of one of some places; no place frees the column. Places that stand
    /// for
    /// numbers are chosen from the first to the last: a filter knows one range a column.
    public Filter brushed(Filter before, SortedSet<Integer> places) {
        if (places.isEmpty()) {
            return before.withRange(key, Range.ALL).withWords(key, null);
        }
        if (!ranges.isEmpty()) {
            return before.withRange(
                    key,
                    new Range(
                            ranges.get(places.first()).least(),
                            ranges.get(places.last()).most()));
        }
        Set<String> chosen = new HashSet<>();
        places.forEach(place -> chosen.addAll(words.get(place)));
        return before.withWords(key, chosen);
    }

    /// The places that a filter's condition on the column chooses, ascending: none when it is free.
    public List<Integer> chosen(Filter filter) {
        Set<String> now = filter.chosen(key);
        Range range = filter.range(key);
        List<Integer> places = new java.util.ArrayList<>();
        for (int place = 0; place < places(); place++) {
            boolean in = ranges.isEmpty()
                    ? now != null && !Collections.disjoint(now, words.get(place))
                    : !range.equals(Range.ALL)
                            && range.least() <= ranges.get(place).least()
                            && range.most() >= ranges.get(place).most();
            if (in) {
                places.add(place);
            }
        }
        return places;
    }
}
