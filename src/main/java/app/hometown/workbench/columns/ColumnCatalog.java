// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.LinkedSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The columns that one can ask about: of users, of streams, and of samples, which also have those of their user and
/// their stream. Safe to use from any thread.
///
/// A column's numbers are copied into an array the first time they are read, 8 bytes a row (4 for words); columns of
/// samples are read where they are.
public final class ColumnCatalog {
    /// How many categories a user prefers.
    public static final String CATEGORY_COUNT = "categoryCount";

    /// 1 / (1 + distance in km) of a sample.
    public static final String PROXIMITY = "proximity";

    private static final List<String> FLAG = List.of(Facets.YES, Facets.NO);
    private static final int ROWS_AT_ONCE = 1 << 14;

    private final Catalog catalog;
    private final Optional<LinkedSamples> linked;
    private final List<DataColumn> users;
    private final List<DataColumn> streams;
    private final List<DataColumn> samples;
    private final Map<ColumnKey, ColumnRange> userRanges = new ConcurrentHashMap<>();
    private final Map<ColumnKey, ColumnRange> streamRanges = new ConcurrentHashMap<>();
    private final Map<ColumnKey, ColumnRange> sampleRanges = new ConcurrentHashMap<>();

    /// The columns of some data.
    public ColumnCatalog(Catalog catalog, Optional<LinkedSamples> linked) {
        this.catalog = catalog;
        this.linked = linked;
        users = users(catalog);
        streams = streams(catalog);
        samples = linked.map(this::samples).orElse(List.of());
    }

    /// Whether they are those of some data as it is now.
    @SuppressWarnings("ReferenceEquality") // a snapshot is itself
    public boolean isOf(Catalog other, Optional<LinkedSamples> others) {
        return catalog == other && linked.equals(others);
    }

    /// The columns that rows of a kind have, those of samples first their own.
    public List<DataColumn> of(Kind kind) {
        return switch (kind) {
            case USERS -> users;
            case STREAMS -> streams;
            case SAMPLES -> samples;
        };
    }

    /// A column that rows of a kind have.
    public Optional<DataColumn> find(Kind rows, ColumnKey key) {
        return of(rows).stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /// How many rows of a kind there are.
    public int size(Kind kind) {
        return kind == Kind.SAMPLES ? linked.map(LinkedSamples::size).orElse(0) : kind.size(catalog);
    }

    /// What a column holds over all rows of a kind; found the first time.
    ColumnRange range(Kind rows, DataColumn column) {
        Map<ColumnKey, ColumnRange> ranges =
                switch (rows) {
                    case USERS -> userRanges;
                    case STREAMS -> streamRanges;
                    case SAMPLES -> sampleRanges;
                };
        return ranges.computeIfAbsent(column.key(), key -> ColumnRange.of(column, size(rows)));
    }

    private static List<DataColumn> users(Catalog catalog) {
        Users users = catalog.users();
        int size = users.size();
        Kind kind = Kind.USERS;
        return List.of(
                words(kind, Facets.CITY, size, catalog.cities().names(), users::city),
                words(kind, Facets.LANGUAGE, size, catalog.languages().names(), users::language),
                new WordColumn(
                        new ColumnKey(kind, Facets.LIKES),
                        catalog.categories().names(),
                        false,
                        (rows, count, codes) -> {
                            throw new IllegalStateException("several a row");
                        },
                        new WordColumn.Several(users::categoryCount, users::category)),
                numbers(kind, CATEGORY_COUNT, false, NumberColumn.Nature.COUNT, size, users::categoryCount),
                numbers(kind, Facets.PREFERENCE, size, users::localPreferenceStrength),
                numbers(kind, Facets.HOURS, size, users::totalWatchHours),
                numbers(kind, Facets.LATITUDE, size, users::latitude),
                numbers(kind, Facets.LONGITUDE, size, users::longitude));
    }

    private static List<DataColumn> streams(Catalog catalog) {
        Streams streams = catalog.streams();
        int size = streams.size();
        Kind kind = Kind.STREAMS;
        return List.of(
                words(kind, Facets.CITY, size, catalog.cities().names(), streams::city),
                words(kind, Facets.LANGUAGE, size, catalog.languages().names(), streams::language),
                words(kind, Facets.CATEGORY, size, catalog.categories().names(), streams::category),
                flag(kind, Facets.LIVE, size, streams::live),
                flag(kind, Facets.PARTNERED, size, streams::partnered),
                flag(kind, Facets.MATURE, size, streams::matureContent),
                numbers(kind, Facets.QUALITY, size, streams::qualityScore),
                count(Facets.VIEWERS, size, streams::avgViewerCount),
                count(Facets.NOW, size, row -> streams.viewersNow(row) < 0 ? Double.NaN : streams.viewersNow(row)),
                count(Facets.FOLLOWERS, size, streams::creatorFollowers),
                numbers(kind, Facets.LATITUDE, size, streams::latitude),
                numbers(kind, Facets.LONGITUDE, size, streams::longitude));
    }

    private List<DataColumn> samples(LinkedSamples all) {
        Samples own = all.samples();
        List<DataColumn> columns = new ArrayList<>(List.of(
                sampleFlag(Facets.CLICKED, own::clicked),
                feature(Facets.DISTANCE, true, NumberColumn.Nature.SKEWED, own, Feature.DISTANCE_KM),
                feature(PROXIMITY, false, NumberColumn.Nature.PLAIN, own, Feature.PROXIMITY_BOOST),
                sampleFlag(Facets.LOCAL, row -> own.feature(row, Feature.IS_LOCAL_MATCH) != 0),
                sampleFlag(Facets.REGIONAL, row -> own.feature(row, Feature.IS_REGIONAL_MATCH) != 0),
                sampleFlag(Facets.SAME_CITY, row -> own.feature(row, Feature.SAME_CITY) != 0),
                sampleFlag(Facets.SAME_LANGUAGE, row -> own.feature(row, Feature.SAME_LANGUAGE) != 0),
                sampleFlag(Facets.CATEGORY_MATCH, row -> own.feature(row, Feature.CATEGORY_MATCH) != 0)));
        if (own.hasTrueClickProbabilities()) {
            columns.add(new NumberColumn(
                    new ColumnKey(Kind.SAMPLES, Facets.TRUE_CLICK),
                    true,
                    NumberColumn.Nature.PLAIN,
                    (rows, count, numbers) -> {
                        for (int n = 0; n < count; n++) {
                            numbers[n] = own.trueClickProbability(rows[n]);
                        }
                    }));
        }
        users.forEach(column -> columns.add(joined(column, all::userRow)));
        streams.forEach(column -> columns.add(joined(column, all::streamRow)));
        return List.copyOf(columns);
    }

    private static DataColumn joined(DataColumn column, IntUnaryOperator rowOf) {
        return switch (column) {
            case NumberColumn numbers -> numbers.joined(rowOf);
            case WordColumn words -> words.joined(rowOf);
        };
    }

    private static DataColumn sampleFlag(String key, IntPredicate value) {
        return new WordColumn(
                new ColumnKey(Kind.SAMPLES, key),
                FLAG,
                true,
                (rows, count, codes) -> {
                    for (int n = 0; n < count; n++) {
                        codes[n] = value.test(rows[n]) ? 0 : 1;
                    }
                },
                null);
    }

    private static DataColumn feature(
            String key, boolean filtered, NumberColumn.Nature nature, Samples samples, Feature feature) {
        return new NumberColumn(new ColumnKey(Kind.SAMPLES, key), filtered, nature, (rows, count, numbers) -> {
            for (int n = 0; n < count; n++) {
                numbers[n] = samples.feature(rows[n], feature);
            }
        });
    }

    private static DataColumn count(String key, int size, IntToDoubleFunction value) {
        return numbers(Kind.STREAMS, key, true, NumberColumn.Nature.SKEWED_COUNT, size, value);
    }

    private static DataColumn numbers(Kind kind, String key, int size, IntToDoubleFunction value) {
        return numbers(kind, key, true, NumberColumn.Nature.PLAIN, size, value);
    }

    private static DataColumn numbers(
            Kind kind, String key, boolean filtered, NumberColumn.Nature nature, int size, IntToDoubleFunction value) {
        Once<double[]> array = new Once<>(() -> {
            double[] numbers = new double[size];
            inParts(size, row -> numbers[row] = value.applyAsDouble(row));
            return numbers;
        });
        return new NumberColumn(new ColumnKey(kind, key), filtered, nature, (rows, count, numbers) -> {
            double[] all = array.get();
            for (int n = 0; n < count; n++) {
                numbers[n] = all[rows[n]];
            }
        });
    }

    private static DataColumn words(Kind kind, String key, int size, List<String> words, IntUnaryOperator code) {
        return words(kind, key, size, words, false, code);
    }

    private static DataColumn flag(Kind kind, String key, int size, IntPredicate value) {
        return words(kind, key, size, FLAG, true, row -> value.test(row) ? 0 : 1);
    }

    private static DataColumn words(
            Kind kind, String key, int size, List<String> words, boolean flag, IntUnaryOperator code) {
        Once<int[]> array = new Once<>(() -> {
            int[] codes = new int[size];
            inParts(size, row -> codes[row] = code.applyAsInt(row));
            return codes;
        });
        return new WordColumn(
                new ColumnKey(kind, key),
                words,
                flag,
                (rows, count, codes) -> {
                    int[] all = array.get();
                    for (int n = 0; n < count; n++) {
                        codes[n] = all[rows[n]];
                    }
                },
                null);
    }

    private interface EachRow {
        void take(int row);
    }

    private static void inParts(int size, EachRow each) {
        IntStream.range(0, Math.ceilDiv(size, ROWS_AT_ONCE)).parallel().forEach(part -> {
            int to = Math.min(size, (part + 1) * ROWS_AT_ONCE);
            for (int row = part * ROWS_AT_ONCE; row < to; row++) {
                each.take(row);
            }
        });
    }
}
