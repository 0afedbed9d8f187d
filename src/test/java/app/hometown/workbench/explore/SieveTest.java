// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Stream;
import app.hometown.domain.Streams;
import app.hometown.domain.User;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Filters and counts against looking at every row as a value.
class SieveTest {
    private static final Catalog CATALOG = Generator.generate(new GeneratorOptions(700, 900, 10, 3), Progress.NONE)
            .catalog();

    private final Random random = new Random(11);

    /// A row's number or words in a column, from the row as a value: independent of how facets hold them.
    private static Object value(Catalog catalog, Kind kind, String key, int row) {
        if (kind == Kind.USERS) {
            User user = catalog.user(row);
            return switch (key) {
                case Facets.LIKES -> Set.copyOf(user.preferredCategories());
                case Facets.LANGUAGE -> Set.of(user.language());
                case Facets.CITY -> Set.of(user.city());
                case Facets.PREFERENCE -> user.localPreferenceStrength();
                case Facets.HOURS -> user.totalWatchHours();
                case Facets.LATITUDE -> user.latitude();
                default -> user.longitude();
            };
        }
        Stream stream = catalog.stream(row);
        return switch (key) {
            case Facets.LIVE -> flag(stream.live());
            case Facets.CATEGORY -> Set.of(stream.categoryId());
            case Facets.LANGUAGE -> Set.of(stream.language());
            case Facets.CITY -> Set.of(stream.city());
            case Facets.QUALITY -> stream.qualityScore();
            case Facets.VIEWERS -> (double) stream.avgViewerCount();
            case Facets.NOW -> {
                OptionalInt now = stream.currentViewers();
                yield now.isPresent() ? (double) now.getAsInt() : Double.NaN;
            }
            case Facets.FOLLOWERS -> (double) stream.creatorFollowers();
            case Facets.PARTNERED -> flag(stream.partnered());
            case Facets.MATURE -> flag(stream.matureContent());
            case Facets.LATITUDE -> stream.latitude();
            default -> stream.longitude();
        };
    }

    private static Set<String> flag(boolean set) {
        return Set.of(set ? Facets.YES : Facets.NO);
    }

    private static boolean fits(
            Facets facets, Catalog catalog, Filter filter, Kind kind, int row, @Nullable String except) {
        for (Facet facet : facets.columns()) {
            String key = facet.key();
            if (key.equals(except)) {
                continue;
            }
            Object value = value(catalog, kind, key, row);
            if (value instanceof Double number) {
                Range range = filter.range(key);
                if (!range.equals(Range.ALL) && !(number >= range.least() && number <= range.most())) {
                    return false;
                }
            } else if (value instanceof Set<?> words) {
                Set<String> chosen = filter.chosen(key);
                if (chosen != null && words.stream().noneMatch(chosen::contains)) {
                    return false;
                }
            }
        }
        return kind.id(catalog, row)
                        .toLowerCase(Locale.ROOT)
                        .contains(filter.text().toLowerCase(Locale.ROOT))
                && (filter.within() == null || filter.within().holds(row));
    }

    private static void check(Left left, Catalog catalog, Filter filter, Kind kind) {
        int size = kind.size(catalog);
        BitSet rows = new BitSet();
        IntStream.range(0, size)
                .filter(row -> fits(left.facets(), catalog, filter, kind, row, null))
                .forEach(rows::set);
        assertThat(left.rows()).as("rows of %s", filter).isEqualTo(rows);
        assertThat(left.count()).isEqualTo(rows.cardinality());
        for (int column = 0; column < left.counts().size(); column++) {
            Facet facet = left.facets().columns().get(column);
            int[] counts = new int[facet.bins()];
            for (int row = 0; row < size; row++) {
                if (!fits(left.facets(), catalog, filter, kind, row, facet.key())) {
                    continue;
                }
                Object value = value(catalog, kind, facet.key(), row);
                switch (facet) {
                    case NumberFacet numbers
                    when value instanceof Double number && !number.isNaN() ->
                        counts[numbers.scale().bar(number)]++;
                    case NumberFacet notKnown -> {}
                    case WordFacet words ->
                        ((Set<?>) value).forEach(word -> counts[words.words().indexOf(word)]++);
                    case LikesFacet likes ->
                        ((Set<?>) value).forEach(word -> counts[likes.words().indexOf(word)]++);
                }
            }
            assertThat(left.counts().get(column))
                    .as("%s of %s", facet.key(), filter)
                    .isEqualTo(counts);
        }
    }

    private Filter changed(Filter filter, Facets facets) {
        Facet facet = facets.columns().get(random.nextInt(facets.columns().size()));
        return switch (random.nextInt(8)) {
            case 0 -> filter.withText(random.nextBoolean() ? "" : "_0002");
            case 1 -> filter.within(random.nextBoolean() ? null : selection(facets.kind()));
            default ->
                switch (facet) {
                    case NumberFacet numbers -> filter.withRange(numbers.key(), range(numbers.scale()));
                    case WordFacet words -> filter.withWords(words.key(), some(words.words()));
                    case LikesFacet likes -> filter.withWords(likes.key(), some(likes.words()));
                };
        };
    }

    private Selection selection(Kind kind) {
        BitSet rows = new BitSet();
        IntStream.range(0, kind.size(CATALOG))
                .filter(row -> random.nextInt(3) > 0)
                .forEach(rows::set);
        return new Selection("some", kind, rows);
    }

    private Range range(Scale scale) {
        double a = scale.number(random.nextDouble());
        double b = scale.number(random.nextDouble());
        return switch (random.nextInt(4)) {
            case 0 -> Range.ALL;
            case 1 -> new Range(Double.NEGATIVE_INFINITY, a);
            case 2 -> new Range(a, Double.POSITIVE_INFINITY);
            default -> new Range(Math.min(a, b), Math.max(a, b));
        };
    }

    private @Nullable Set<String> some(List<String> words) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        Set<String> some = new HashSet<>(words);
        some.removeIf(word -> random.nextInt(3) == 0);
        return some;
    }

    @Test
    void leavesAndCountsWhatLookingAtEveryRowDoesWhateverChangesAfterWhat() {
        for (Kind kind : List.of(Kind.USERS, Kind.STREAMS)) {
            Facets facets = Facets.of(kind, CATALOG);
            Sieve sieve = new Sieve();
            Filter filter = Filter.first(kind);
            for (int turn = 0; turn < 60; turn++) {
                check(sieve.left(facets, filter, Progress.NONE), CATALOG, filter, kind);
                filter = turn % 20 == 19 ? Filter.first(kind) : changed(filter, facets);
            }
        }
    }

    @Test
    void followsStreamsThatChange() {
        Catalog catalog = CATALOG;
        Facets facets = Facets.of(Kind.STREAMS, catalog);
        Sieve sieve = new Sieve();
        Filter filter = Filter.LIVE
                .withRange(Facets.NOW, new Range(50, 5000))
                .withRange(Facets.VIEWERS, new Range(100, Double.POSITIVE_INFINITY));
        for (int turn = 0; turn < 20; turn++) {
            List<Streams.Change> changes = new ArrayList<>();
            for (int n = 0; n < 80; n++) {
                changes.add(new Streams.Change(
                        random.nextInt(catalog.streams().size()),
                        random.nextBoolean(),
                        random.nextInt(1000),
                        random.nextInt(1200) - 1));
            }
            catalog = catalog.with(catalog.streams().with(changes));
            facets = facets.with(catalog);
            check(sieve.left(facets, filter, Progress.NONE), catalog, filter, Kind.STREAMS);
        }
        Catalog back = catalog.with(catalog.streams().with(Broadcasts.back(catalog.streams())));
        check(sieve.left(facets.with(back), Filter.LIVE, Progress.NONE), CATALOG, Filter.LIVE, Kind.STREAMS);
    }

    @Test
    void isRightAfterBeingStopped() {
        Facets facets = Facets.of(Kind.USERS, CATALOG);
        Sieve sieve = new Sieve();
        Filter filter = Filter.NONE.withRange(Facets.HOURS, new Range(50, 150));
        sieve.left(facets, Filter.NONE, Progress.NONE);
        Progress stop = new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {
                throw new CancellationException("stopped");
            }
        };
        assertThatThrownBy(() -> sieve.left(facets, filter, stop)).isInstanceOf(CancellationException.class);
        check(sieve.left(facets, filter, Progress.NONE), CATALOG, filter, Kind.USERS);
        assertThatThrownBy(() -> sieve.left(facets, Filter.NONE, stop)).isInstanceOf(CancellationException.class);
        check(sieve.left(facets, Filter.NONE, Progress.NONE), CATALOG, Filter.NONE, Kind.USERS);
    }

    @Test
    void takesOtherDataAnew() {
        Catalog other = Generator.generate(new GeneratorOptions(300, 200, 10, 4), Progress.NONE)
                .catalog();
        Sieve sieve = new Sieve();
        Filter filter = Filter.NONE.withRange(Facets.LATITUDE, new Range(0, 45));
        sieve.left(Facets.of(Kind.USERS, CATALOG), filter, Progress.NONE);
        check(sieve.left(Facets.of(Kind.USERS, CATALOG).with(other), filter, Progress.NONE), other, filter, Kind.USERS);
    }
}
