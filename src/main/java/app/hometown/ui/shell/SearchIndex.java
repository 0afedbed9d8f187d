// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.domain.Identifiers;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// Finds users and streams by id and cities by name. Bound to one catalog, immutable.
///
/// The best finds come first: the whole text, then its beginning, then the number at its end ("42" finds
/// `user_000042`), then the beginning of a word, then any part; among equals cities, users, streams, each in the
/// catalog's order and cities by how many people live there.
final class SearchIndex {
    private static final int WHOLE = 0;
    private static final int BEGINNING = 1;
    private static final int NUMBER = 2;
    private static final int WORD = 3;
    private static final int PART = 4;
    private static final int NOT = 5;

    private final Catalog catalog;
    private final CityDirectory cities;

    private record Find(int quality, Suggestion.Kind kind, int order, int index, String text) {}

    SearchIndex(Catalog catalog) {
        this.catalog = catalog;
        this.cities = CityDirectory.of(catalog);
    }

    /// The catalog that is searched.
    Catalog catalog() {
        return catalog;
    }

    /// What there is in each city.
    CityDirectory cities() {
        return cities;
    }

    /// The best finds. Looks at every id; milliseconds for a million of them.
    List<Suggestion> find(String text, int limit) {
        String query = text.strip().toLowerCase(Locale.ROOT);
        if (query.isEmpty()) {
            return List.of();
        }
        List<Find> finds = new ArrayList<>();
        for (int city = 0; city < catalog.cities().size(); city++) {
            String name = catalog.cities().name(city);
            int quality = quality(name, query, OptionalLong.empty());
            if (quality < NOT) {
                finds.add(new Find(quality, Suggestion.Kind.CITY, -cities.users(city), city, name));
            }
        }
        find(catalog.users().ids(), Suggestion.Kind.USER, query, limit, finds);
        find(catalog.streams().ids(), Suggestion.Kind.STREAM, query, limit, finds);
        return finds.stream()
                .sorted(Comparator.comparingInt(Find::quality)
                        .thenComparing(Find::kind)
                        .thenComparingInt(Find::order)
                        .thenComparing(Find::text))
                .limit(limit)
                .map(this::suggestion)
                .toList();
    }

    /// Keeps at most `limit` finds of each quality: later ones could not be shown.
    private static void find(Identifiers ids, Suggestion.Kind kind, String query, int limit, List<Find> finds) {
        int[] found = new int[NOT];
        OptionalLong number = number(query);
        for (int row = 0; row < ids.size(); row++) {
            String id = ids.get(row);
            int quality = quality(id, query, number);
            if (quality < NOT && found[quality]++ < limit) {
                finds.add(new Find(quality, kind, row, row, id));
            }
            if (found[BEGINNING] >= limit && ids.indexOf(query) < 0) {
                return;
            }
        }
    }

    private static int quality(String text, String query, OptionalLong number) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(query);
        if (at == 0) {
            return lower.length() == query.length() ? WHOLE : BEGINNING;
        }
        if (number.isPresent() && number.equals(endNumber(lower))) {
            return NUMBER;
        }
        if (at < 0) {
            return NOT;
        }
        while (at > 0) {
            if (!Character.isLetterOrDigit(lower.charAt(at - 1))) {
                return WORD;
            }
            at = lower.indexOf(query, at + 1);
        }
        return PART;
    }

    private static OptionalLong number(String query) {
        return query.chars().allMatch(c -> c >= '0' && c <= '9') && query.length() <= 18
                ? OptionalLong.of(Long.parseLong(query))
                : OptionalLong.empty();
    }

    private static OptionalLong endNumber(String text) {
        int start = text.length();
        while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') {
            start--;
        }
        return start == text.length() ? OptionalLong.empty() : number(text.substring(start));
    }

    private Suggestion suggestion(Find find) {
        int index = find.index();
        String detail =
                switch (find.kind()) {
                    case CITY ->
                        Texts.text(
                                "search.city",
                                Texts.counted("count.users", cities.users(index)),
                                Texts.counted("count.live", cities.liveStreams(index)));
                    case USER -> catalog.cities().name(catalog.users().city(index));
                    case STREAM -> {
                        String city = catalog.cities().name(catalog.streams().city(index));
                        yield catalog.streams().live(index) ? city : Texts.text("search.offline", city);
                    }
                };
        return new Suggestion(find.kind(), index, find.text(), detail);
    }
}
