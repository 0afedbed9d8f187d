// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.table.RowColumn;
import app.hometown.ui.table.RowOrder;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.LinkedSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The columns of the three tables: what they show, how they sort, what files call them, and what their values can be
/// filtered by. Nothing is worked out before it is asked for.
final class DataColumns {
    private final Catalog catalog;
    private final Kind kind;
    private final List<DataColumn> columns = new ArrayList<>();

    private DataColumns(Catalog catalog, Kind kind) {
        this.catalog = catalog;
        this.kind = kind;
    }

    static List<DataColumn> users(Catalog catalog) {
        DataColumns all = new DataColumns(catalog, Kind.USERS);
        Users users = catalog.users();
        all.id("column.user", "user_id", users.ids()::get, users.ids()::compare);
        all.word("column.city", 130, "city", Facets.CITY, catalog.cities(), users::city);
        all.word("column.language", 90, "language", Facets.LANGUAGE, catalog.languages(), users::language);
        all.columns.add(DataColumn.words(
                new RowColumn(
                                "column.likes",
                                row -> String.join(", ", all.likes(row, true)),
                                RowOrder.by(users::categoryCount),
                                false,
                                true,
                                260)
                        .inFiles("preferred_categories", row -> String.join(";", all.likes(row, false))),
                Kind.USERS,
                Facets.LIKES,
                row -> all.likes(row, false)));
        all.number(
                "column.preference",
                160,
                2,
                "local_preference_strength",
                Facets.PREFERENCE,
                users::localPreferenceStrength);
        all.number("column.hours", 110, 1, "total_watch_hours", Facets.HOURS, users::totalWatchHours);
        all.number("column.latitude", 100, 4, "latitude", Facets.LATITUDE, users::latitude);
        all.number("column.longitude", 110, 4, "longitude", Facets.LONGITUDE, users::longitude);
        return List.copyOf(all.columns);
    }

    private List<String> likes(int row, boolean named) {
        Users users = catalog.users();
        return IntStream.range(0, users.categoryCount(row))
                .mapToObj(n -> catalog.categories().name(users.category(row, n)))
                .map(id -> named ? catalog.categoryName(id) : id)
                .toList();
    }

    static List<DataColumn> streams(Catalog catalog) {
        DataColumns all = new DataColumns(catalog, Kind.STREAMS);
        Streams streams = catalog.streams();
        all.id("column.stream", "stream_id", streams.ids()::get, streams.ids()::compare);
        all.word("column.city", 130, "city", Facets.CITY, catalog.cities(), streams::city);
        all.word("column.language", 90, "language", Facets.LANGUAGE, catalog.languages(), streams::language);
        all.columns.add(DataColumn.words(
                RowColumn.text(
                                "column.category",
                                120,
                                row -> catalog.categoryName(catalog.categories().name(streams.category(row))),
                                RowOrder.lazily(() -> RowOrder.byName(
                                        streams::category,
                                        catalog.categories().names().stream()
                                                .map(catalog::categoryName)
                                                .toList())))
                        .inFiles("category_id", row -> catalog.categories().name(streams.category(row))),
                Kind.STREAMS,
                Facets.CATEGORY,
                row -> List.of(catalog.categories().name(streams.category(row)))));
        all.flag("column.live", "column.live.yes", "column.live.no", "is_live", Facets.LIVE, streams::live);
        all.number("column.quality", 100, 2, "stream_quality_score", Facets.QUALITY, streams::qualityScore);
        all.number("column.viewers", 120, 0, "avg_viewer_count", Facets.VIEWERS, streams::avgViewerCount);
        all.number(
                "column.now",
                110,
                0,
                "current_viewers",
                Facets.NOW,
                row -> streams.viewersNow(row) < 0 ? Double.NaN : streams.viewersNow(row));
        all.number("column.followers", 110, 0, "creator_followers", Facets.FOLLOWERS, streams::creatorFollowers);
        all.flag("column.partnered", "column.yes", "column.no", "is_partnered", Facets.PARTNERED, streams::partnered);
        all.flag("column.mature", "column.yes", "column.no", "mature_content", Facets.MATURE, streams::matureContent);
        if (!streams.labels().titles().isEmpty()) {
            all.shownText("column.title", 220, "title", streams::title);
        }
        if (!streams.labels().tags().isEmpty()) {
            all.columns.add(DataColumn.plain(RowColumn.text(
                            "column.tags",
                            180,
                            row -> String.join(", ", streams.tags(row)),
                            RowOrder.byText(row -> String.join(", ", streams.tags(row))))
                    .inFiles("tags", row -> String.join(";", streams.tags(row)))));
        }
        if (!streams.labels().creatorIds().isEmpty()) {
            all.shownText("column.creator", 120, "creator_id", streams::creatorId);
        }
        all.number("column.latitude", 100, 4, "latitude", Facets.LATITUDE, streams::latitude);
        all.number("column.longitude", 110, 4, "longitude", Facets.LONGITUDE, streams::longitude);
        return List.copyOf(all.columns);
    }

    static List<DataColumn> samples(LinkedSamples linked, Catalog catalog) {
        DataColumns all = new DataColumns(catalog, Kind.SAMPLES);
        Samples samples = linked.samples();
        all.id(
                "column.user",
                "user_id",
                row -> samples.userIds().get(samples.user(row)),
                RowOrder.lazily(() -> ranked(samples.userIds().size(), samples.userIds()::compare, samples::user)));
        all.id(
                "column.stream",
                "stream_id",
                row -> samples.streamIds().get(samples.stream(row)),
                RowOrder.lazily(
                        () -> ranked(samples.streamIds().size(), samples.streamIds()::compare, samples::stream)));
        all.flag("column.clicked", "column.yes", "column.no", "clicked", Facets.CLICKED, samples::clicked);
        all.feature(samples, Feature.DISTANCE_KM, 120, 1, Facets.DISTANCE);
        all.cityOf("column.userCity", "user_city", linked::userRow, catalog.users()::city);
        all.cityOf("column.streamCity", "stream_city", linked::streamRow, catalog.streams()::city);
        all.featureFlag(samples, Feature.IS_LOCAL_MATCH, Facets.LOCAL);
        all.featureFlag(samples, Feature.IS_REGIONAL_MATCH, Facets.REGIONAL);
        all.featureFlag(samples, Feature.SAME_CITY, Facets.SAME_CITY);
        all.featureFlag(samples, Feature.SAME_LANGUAGE, Facets.SAME_LANGUAGE);
        all.featureFlag(samples, Feature.CATEGORY_MATCH, Facets.CATEGORY_MATCH);
        all.feature(samples, Feature.PROXIMITY_BOOST, 120, 4, "");
        all.feature(samples, Feature.USER_LOCAL_PREFERENCE, 160, 2, "");
        all.feature(samples, Feature.USER_TOTAL_WATCH_HOURS, 110, 1, "");
        all.feature(samples, Feature.STREAM_QUALITY_SCORE, 100, 2, "");
        all.feature(samples, Feature.STREAM_AVG_VIEWERS, 120, 0, "");
        all.feature(samples, Feature.CREATOR_FOLLOWERS, 110, 0, "");
        all.featureFlag(samples, Feature.IS_PARTNERED, "");
        all.featureFlag(samples, Feature.MATURE_CONTENT, "");
        if (samples.hasTrueClickProbabilities()) {
            all.number(
                    "column.trueClick",
                    130,
                    3,
                    "true_click_probability",
                    Facets.TRUE_CLICK,
                    samples::trueClickProbability);
        }
        return List.copyOf(all.columns);
    }

    /// By the places of ids in their order, found once.
    private static RowOrder ranked(int size, RowOrder ids, IntUnaryOperator id) {
        int[] order = IntStream.range(0, size).toArray();
        ids.sort(order);
        int[] places = new int[size];
        for (int place = 0; place < size; place++) {
            places[order[place]] = place;
        }
        return (a, b) -> Integer.compare(places[id.applyAsInt(a)], places[id.applyAsInt(b)]);
    }

    private void id(String key, String file, IntFunction<String> id, RowOrder order) {
        columns.add(DataColumn.plain(RowColumn.text(key, 140, id, order).inFiles(file, id)));
    }

    private void shownText(String key, double width, String file, IntFunction<String> text) {
        columns.add(DataColumn.plain(
                RowColumn.text(key, width, text, RowOrder.byText(text)).inFiles(file, text)));
    }

    private void word(String key, double width, String file, String facet, Vocabulary words, IntUnaryOperator code) {
        IntFunction<String> word = row -> words.name(code.applyAsInt(row));
        columns.add(DataColumn.words(
                RowColumn.text(key, width, word, RowOrder.lazily(() -> RowOrder.byName(code, words.names())))
                        .inFiles(file, word),
                kind,
                facet,
                row -> List.of(word.apply(row))));
    }

    private void cityOf(String key, String file, IntUnaryOperator rowOf, IntUnaryOperator city) {
        Vocabulary cities = catalog.cities();
        IntFunction<String> name = row -> {
            int of = rowOf.applyAsInt(row);
            return of < 0 ? "" : cities.name(city.applyAsInt(of));
        };
        RowOrder order = RowOrder.lazily(() -> {
            RowOrder named = RowOrder.byName(city, cities.names());
            return (a, b) -> {
                int one = rowOf.applyAsInt(a);
                int other = rowOf.applyAsInt(b);
                // Samples of users and streams that nobody knows come last.
                return one < 0 || other < 0 ? Boolean.compare(one < 0, other < 0) : named.compare(one, other);
            };
        });
        columns.add(DataColumn.plain(RowColumn.text(key, 130, name, order).inFiles(file, name)));
    }

    /// A number of so many decimals; NaN where it is not known, which comes first of all.
    private void number(String key, double width, int digits, String file, String facet, IntToDoubleFunction value) {
        RowColumn column = RowColumn.figures(
                        key,
                        width,
                        row -> {
                            double number = value.applyAsDouble(row);
                            return Double.isNaN(number) ? "" : Formats.decimals(number, digits);
                        },
                        (a, b) -> compare(value.applyAsDouble(a), value.applyAsDouble(b)))
                .inFiles(file, row -> neutral(value.applyAsDouble(row)));
        columns.add(facet.isEmpty() ? DataColumn.plain(column) : DataColumn.number(column, kind, facet, value));
    }

    /// What is not known is less than everything.
    private static int compare(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b)
                ? Boolean.compare(Double.isNaN(b), Double.isNaN(a))
                : Double.compare(a, b);
    }

    private static String neutral(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        return number == (long) number ? Long.toString((long) number) : Double.toString(number);
    }

    private void feature(Samples samples, Feature feature, double width, int digits, String facet) {
        number(
                "column." + feature.column(),
                width,
                digits,
                feature.column(),
                facet,
                row -> samples.feature(row, feature));
    }

    private void featureFlag(Samples samples, Feature feature, String facet) {
        flag(
                "column." + feature.column(),
                "column.yes",
                "column.no",
                feature.column(),
                facet,
                row -> samples.feature(row, feature) != 0);
    }

    private void flag(String key, String yes, String no, String file, String facet, IntPredicate value) {
        RowColumn column = new RowColumn(
                        key,
                        row -> Texts.text(value.test(row) ? yes : no),
                        RowOrder.by(row -> value.test(row) ? 0 : 1),
                        false,
                        false,
                        kind == Kind.SAMPLES ? 130 : 100)
                .inFiles(file, row -> value.test(row) ? "1" : "0");
        columns.add(
                facet.isEmpty()
                        ? DataColumn.plain(column)
                        : DataColumn.words(
                                column, kind, facet, row -> List.of(value.test(row) ? Facets.YES : Facets.NO)));
    }

    /// What the columns show.
    static List<RowColumn> shown(List<DataColumn> columns) {
        return columns.stream().map(DataColumn::column).toList();
    }

    /// The samples whose user or stream has a text in its id: looked up once an id, not once a sample.
    static IntPredicate named(Samples samples, String text) {
        boolean[] users = holding(samples.userIds().size(), samples.userIds()::get, text);
        boolean[] streams = holding(samples.streamIds().size(), samples.streamIds()::get, text);
        return row -> users[samples.user(row)] || streams[samples.stream(row)];
    }

    private static boolean[] holding(int size, IntFunction<String> id, String text) {
        boolean[] holding = new boolean[size];
        int[] found = IntStream.range(0, size)
                .parallel()
                .filter(at -> id.apply(at).toLowerCase(Locale.ROOT).contains(text))
                .toArray();
        Arrays.stream(found).forEach(at -> holding[at] = true);
        return holding;
    }
}
