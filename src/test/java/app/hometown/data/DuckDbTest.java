// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Stream;
import app.hometown.domain.User;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parquet against DuckDB, in both directions.
class DuckDbTest {
    private static final int USERS = 5_000;
    private static final int STREAMS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void readsTheUsersWeWrite() throws SQLException {
        Catalog catalog = new RandomData(3).catalog(1_000, 10, true, false);
        DataFolder.write(folder, catalog, Optional.empty(), Optional.empty(), Progress.NONE);
        try (DuckDb duck = new DuckDb()) {
            List<String> types = duck.rows(
                    "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM FILE)",
                    folder.resolve(DataFolder.USERS));
            assertThat(types)
                    .containsExactly(
                            "user_id|VARCHAR",
                            "latitude|DOUBLE",
                            "longitude|DOUBLE",
                            "city|VARCHAR",
                            "language|VARCHAR",
                            "preferred_categories|INTEGER[]",
                            "local_preference_strength|DOUBLE",
                            "total_watch_hours|DOUBLE");
            List<String> rows = duck.rows("SELECT * FROM FILE", folder.resolve(DataFolder.USERS));
            assertThat(rows).hasSize(1_000);
            for (int row = 0; row < 1_000; row++) {
                User user = catalog.user(row);
                assertThat(rows.get(row))
                        .isEqualTo(String.join(
                                "|",
                                user.id(),
                                Double.toString(user.latitude()),
                                Double.toString(user.longitude()),
                                user.city(),
                                user.language(),
                                "[" + String.join(", ", user.preferredCategories()) + "]",
                                Double.toString(user.localPreferenceStrength()),
                                Double.toString(user.totalWatchHours())));
            }
        }
    }

    @Test
    void readsTheStreamsWeWrite() throws SQLException {
        Catalog catalog = new RandomData(4).catalog(10, 1_000, false, true);
        DataFolder.write(folder, catalog, Optional.empty(), Optional.empty(), Progress.NONE);
        try (DuckDb duck = new DuckDb()) {
            List<String> rows = duck.rows("SELECT * FROM FILE", folder.resolve(DataFolder.STREAMS));
            assertThat(rows).hasSize(1_000);
            for (int row = 0; row < 1_000; row++) {
                Stream stream = catalog.stream(row);
                assertThat(rows.get(row))
                        .isEqualTo(String.join(
                                "|",
                                stream.id(),
                                Double.toString(stream.latitude()),
                                Double.toString(stream.longitude()),
                                stream.city(),
                                stream.language(),
                                stream.categoryId(),
                                Double.toString(stream.qualityScore()),
                                Integer.toString(stream.avgViewerCount()),
                                Integer.toString(stream.creatorFollowers()),
                                Boolean.toString(stream.partnered()),
                                Boolean.toString(stream.matureContent()),
                                Boolean.toString(stream.live()),
                                stream.currentViewers().isPresent()
                                        ? Integer.toString(
                                                stream.currentViewers().getAsInt())
                                        : "null",
                                stream.title().isEmpty() ? "null" : stream.title(),
                                stream.tags().toString(),
                                stream.creatorId().isEmpty() ? "null" : stream.creatorId()));
            }
        }
    }

    @Test
    void readsTheSamplesWeWrite() throws SQLException {
        Samples samples = new RandomData(5).samples(500, true);
        Catalog catalog = new RandomData(5).catalog(10, 10, false, false);
        DataFolder.write(folder, catalog, Optional.of(samples), Optional.of(samples), Progress.NONE);
        for (String name : List.of(DataFolder.TRAIN, DataFolder.TEST)) {
            try (DuckDb duck = new DuckDb()) {
                List<String> rows = duck.rows(
                        "SELECT user_id, stream_id, distance_km, category_match, clicked, true_click_probability,"
                                + " typeof(distance_km), typeof(category_match), typeof(clicked) FROM FILE",
                        folder.resolve(name));
                assertThat(rows).hasSize(500);
                for (int row = 0; row < 500; row++) {
                    assertThat(rows.get(row))
                            .isEqualTo(String.join(
                                    "|",
                                    samples.userIds().get(samples.user(row)),
                                    samples.streamIds().get(samples.stream(row)),
                                    Double.toString(samples.feature(row, Feature.DISTANCE_KM)),
                                    Integer.toString((int) samples.feature(row, Feature.CATEGORY_MATCH)),
                                    samples.clicked(row) ? "1" : "0",
                                    Double.toString(samples.trueClickProbability(row)),
                                    "DOUBLE",
                                    "INTEGER",
                                    "INTEGER"));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "uncompressed, V1, 122880",
        "uncompressed, V2, 2048",
        "snappy, V1, 2048",
        "snappy, V2, 122880",
        "gzip, V1, 2048",
        "gzip, V2, 5000",
        "zstd, V1, 122880",
        "zstd, V2, 2048",
        "lz4_raw, V1, 2048",
        "lz4_raw, V2, 122880"
    })
    void weReadEveryCodecVersionAndRowGroupSize(String codec, String version, int rowGroup) throws SQLException {
        String options = "COMPRESSION %s, PARQUET_VERSION %s, ROW_GROUP_SIZE %d".formatted(codec, version, rowGroup);

        DataFolder data = open(Sql.users(USERS), Sql.streams(STREAMS).reversed(), options);

        assertThat(data.report().badRows()).isZero();
        assertThat(data.report().files().getLast().format().codecs())
                .containsExactly(codec.toUpperCase(java.util.Locale.ROOT));
        Catalog catalog = data.catalog();
        assertThat(catalog.users().size()).isEqualTo(USERS);
        assertThat(catalog.streams().size()).isEqualTo(STREAMS);
        for (int i = 0; i < USERS; i++) {
            assertThat(catalog.user(i)).isEqualTo(user(i));
        }
        for (int i = 0; i < STREAMS; i++) {
            assertThat(catalog.stream(i)).isEqualTo(stream(i));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "latitude; (i % 180 - 90)::FLOAT",
                "latitude; (i % 180 - 90)::TINYINT",
                "latitude; (i % 180 - 90)::BIGINT",
                "latitude; (i % 180 - 90)::DECIMAL(9, 4)",
                "latitude; (i % 180 - 90)::DECIMAL(30, 4)",
                "avg_viewer_count; (i % 1000)::BIGINT",
                "avg_viewer_count; (i % 1000)::UINTEGER",
                "avg_viewer_count; (i % 1000)::UBIGINT",
                "avg_viewer_count; (i % 1000)::USMALLINT",
                "avg_viewer_count; (i % 1000)::SMALLINT",
                "avg_viewer_count; (i % 1000)::FLOAT",
                "avg_viewer_count; (i % 1000)::DOUBLE",
                "is_partnered; (i % 3 = 0)::INTEGER",
                "is_partnered; (i % 3 = 0)::BIGINT",
                "is_partnered; (i % 3 = 0)::UTINYINT",
                "is_partnered; (i % 3 = 0)::DOUBLE",
                "is_live; (i % 10 <> 0)::INTEGER",
                "is_live; CASE WHEN i % 10 = 0 THEN false END",
                "category_id; (i % 9)::BIGINT",
                "category_id; (i % 9)::UTINYINT",
                "category_id; (i % 9)::DOUBLE",
                "city; ('city ' || (i % 7))::BLOB",
                "something_else; i"
            })
    void weReadWhatLosesNothing(String column, String expression) throws SQLException {
        DataFolder data = open(Sql.users(10), Sql.streams(3_000).with(column, expression), "");

        assertThat(data.report().badRows()).isZero();
        for (int i = 0; i < 3_000; i++) {
            assertThat(data.catalog().stream(i)).isEqualTo(stream(i));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, INTEGER, true",
        "BIGINT, UINTEGER, true",
        "VARCHAR, VARCHAR, false",
        "VARCHAR, INTEGER, false",
        "INTEGER, VARCHAR, false"
    })
    void weReadCategoriesOfEitherTypeOnEitherSide(String user, String stream, boolean integers) throws SQLException {
        DataFolder data = open(
                Sql.users(USERS)
                        .with(
                                "preferred_categories",
                                "list_transform(range(i %% 4), x -> (x + i %% 5)::%s)".formatted(user)),
                Sql.streams(3_000).with("category_id", "(i % 9)::" + stream),
                "");

        assertThat(data.catalog().integerCategories()).isEqualTo(integers);
        for (int i = 0; i < USERS; i++) {
            assertThat(data.catalog().user(i)).isEqualTo(user(i));
        }
        assertThat(data.catalog().stream(2_999)).isEqualTo(stream(2_999));
    }

    @Test
    void weReadColumnsThatAreOnlyShown() throws SQLException {
        DataFolder data = open(
                Sql.users(10),
                Sql.streams(3_000)
                        .with("current_viewers", "CASE WHEN i % 2 = 0 THEN i END")
                        .with("title", "CASE WHEN i % 3 > 0 THEN 'title ' || i END")
                        .with(
                                "tags",
                                "CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN []::VARCHAR[] WHEN 2 THEN ['a', NULL, 'b']"
                                        + " ELSE ['c'] END")
                        .with("creator_id", "i // 2"),
                "");

        assertThat(data.report().badRows()).isZero();
        Catalog catalog = data.catalog();
        for (int i = 0; i < 3_000; i++) {
            Stream stream = catalog.stream(i);
            assertThat(stream.currentViewers()).isEqualTo(i % 2 == 0 ? OptionalInt.of(i) : OptionalInt.empty());
            assertThat(stream.title()).isEqualTo(i % 3 > 0 ? "title " + i : "");
            assertThat(stream.tags())
                    .isEqualTo(
                            switch (i % 4) {
                                case 0, 1 -> List.of();
                                case 2 -> List.of("a", "b");
                                default -> List.of("c");
                            });
            assertThat(stream.creatorId()).isEqualTo(Integer.toString(i / 2));
        }
    }

    private DataFolder open(Sql users, Sql streams, String options) throws SQLException {
        try (DuckDb duck = new DuckDb()) {
            duck.run(users.copy(options), folder.resolve(DataFolder.USERS));
            duck.run(streams.copy(options), folder.resolve(DataFolder.STREAMS));
        }
        return DataFolder.open(folder, Progress.NONE);
    }

    private static User user(int i) {
        return new User(
                "u" + i,
                i % 180 - 90,
                i % 360 - 180,
                "city " + i % 7,
                i % 2 == 0 ? "en" : "ja",
                java.util.stream.IntStream.range(0, i % 4)
                        .mapToObj(x -> Integer.toString(x + i % 5))
                        .toList(),
                i % 11 / 10.0,
                i % 100);
    }

    private static Stream stream(int i) {
        return new Stream(
                "s" + i,
                i % 180 - 90,
                i % 360 - 180,
                "city " + i % 7,
                i % 2 == 0 ? "en" : "ja",
                Integer.toString(i % 9),
                i % 101 / 10.0,
                i % 1000,
                i * 3 % 100_000,
                i % 3 == 0,
                i % 5 == 0,
                i % 10 != 0,
                OptionalInt.empty(),
                "",
                List.of(),
                "");
    }
}
