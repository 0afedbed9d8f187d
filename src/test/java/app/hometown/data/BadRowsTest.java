// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows that cannot be used, in tables of 10,000 rows; rows 3, 5,003 and 9,003 (counted from 0) are bad.
class BadRowsTest {
    private static final String BAD = "CASE WHEN i IN (3, 5003, 9003) THEN ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "user_id; NULL ELSE 'u' || i END; user_id is null; null; null",
                "user_id; '' ELSE 'u' || i END; user_id is empty; ``; ``",
                "user_id; 'u1' ELSE 'u' || i END; user_id is repeated; u1; u1",
                "user_id; '\\xFF'::BLOB ELSE ('u' || i)::BLOB END; user_id is not UTF-8 text; \uFFFD; \uFFFD",
                "latitude; NULL ELSE 0.5 END::DOUBLE; latitude is null; u3; null",
                "latitude; 'nan'::DOUBLE ELSE 0.5 END::DOUBLE; latitude is not a number (NaN); u3; NaN",
                "latitude; 'inf'::DOUBLE ELSE 0.5 END::DOUBLE; latitude is infinite; u3; Infinity",
                "latitude; 90.5 ELSE 90 END::DOUBLE; latitude is outside -90..90; u3; 90.5",
                "latitude; -90.5 ELSE -90 END::FLOAT; latitude is outside -90..90; u3; -90.5",
                "longitude; 180.5 ELSE -180 END::DOUBLE; longitude is outside -180..180; u3; 180.5",
                "city; NULL ELSE 'x' END; city is null; u3; null",
                "language; NULL ELSE 'en' END; language is null; u3; null",
                "preferred_categories; NULL ELSE [1] END; preferred_categories is null; u3; null",
                "preferred_categories; [1, NULL] ELSE [] END; preferred_categories has a null element; u3; [1]",
                "preferred_categories; [1.5] ELSE [2]::DOUBLE[] END; preferred_categories is not a whole number; u3;"
                        + " []",
                "local_preference_strength; 1.5 ELSE 1 END::DOUBLE; local_preference_strength is outside 0..1; u3; 1.5",
                "total_watch_hours; -1 ELSE 0 END::DOUBLE; total_watch_hours is below 0; u3; -1",
                "total_watch_hours; 9007199254740993 ELSE 0 END::BIGINT;"
                        + " total_watch_hours has more digits than a double holds; u3; 9.007199254740992E15"
            })
    void areLeftOutOfUsersAndReported(String column, String expression, String reason, String id, String value)
            throws SQLException {
        write(Sql.users(10_000).with(column, BAD + expression), Sql.streams(10));

        DataFolder data = DataFolder.open(folder, Progress.NONE);

        assertThat(data.catalog().users().size()).isEqualTo(9_997);
        FileReport report = data.report().files().getFirst();
        assertThat(report.rowsRead()).isEqualTo(10_000);
        assertThat(report.rowsKept()).isEqualTo(9_997);
        assertThat(report.badRows())
                .containsExactly(new FileReport.BadRows(
                        reason,
                        3,
                        List.of(
                                new FileReport.Example(4, id, value),
                                new FileReport.Example(5_004, id.replace("u3", "u5003"), value),
                                new FileReport.Example(9_004, id.replace("u3", "u9003"), value))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "stream_id; NULL ELSE 's' || i END; stream_id is null",
                "category_id; NULL ELSE 1 END; category_id is null",
                "stream_quality_score; 10.01 ELSE 10 END::DOUBLE; stream_quality_score is outside 0..10",
                "avg_viewer_count; -1 ELSE 0 END; avg_viewer_count is outside 0..2147483647",
                "avg_viewer_count; 2147483648 ELSE 2147483647 END::BIGINT; avg_viewer_count is outside 0..2147483647",
                "avg_viewer_count; 0.5 ELSE 1 END::DOUBLE; avg_viewer_count is not a whole number",
                "creator_followers; 4294967295 ELSE 0 END::UINTEGER; creator_followers is outside 0..2147483647",
                "creator_followers; 18446744073709551615 ELSE 0 END::UBIGINT;"
                        + " creator_followers is outside 0..2147483647",
                "is_partnered; 2 ELSE 1 END; is_partnered is outside 0..1",
                "is_live; 7 ELSE 0 END; is_live is outside 0..1",
                "mature_content; NULL ELSE true END; mature_content is null",
                "current_viewers; -5 ELSE 5 END; current_viewers is outside 0..2147483647"
            })
    void areLeftOutOfStreamsAndCounted(String column, String expression, String reason) throws SQLException {
        write(Sql.users(10), Sql.streams(10_000).with(column, BAD + expression));

        DataFolder data = DataFolder.open(folder, Progress.NONE);

        assertThat(data.catalog().streams().size()).isEqualTo(9_997);
        FileReport report = data.report().files().getLast();
        assertThat(report.badRows()).hasSize(1);
        assertThat(report.badRows().getFirst().reason()).isEqualTo(reason);
        assertThat(report.badRows().getFirst().count()).isEqualTo(3);
    }

    @Test
    void leaveNoTraceInTheVocabularies() throws SQLException {
        write(
                Sql.users(100).with("city", "'c' || i").with("latitude", "CASE i WHEN 7 THEN 1000 ELSE 0 END::DOUBLE"),
                Sql.streams(10).with("city", "'c0'"));

        DataFolder data = DataFolder.open(folder, Progress.NONE);

        assertThat(data.catalog().cities().size()).isEqualTo(99);
        assertThat(data.catalog().cities().code("c7")).isEqualTo(-1);
    }

    @Test
    void areReportedMostFrequentFirstWithAFewExamples() throws SQLException {
        write(
                Sql.users(10_000)
                        .with("latitude", "CASE WHEN i < 10 THEN 91 ELSE 0 END::DOUBLE")
                        .with("city", "CASE WHEN i >= 5 AND i < 40 THEN NULL ELSE 'c' END")
                        .with("extra", "1"),
                Sql.streams(10));

        LoadReport report = DataFolder.open(folder, Progress.NONE).report();

        assertThat(report.badRows()).isEqualTo(40);
        assertThat(report.lines().subList(1, 10))
                .containsExactly(
                        "  ignored columns: extra",
                        "  left out 30: city is null",
                        "    row 11, u10: null",
                        "    row 12, u11: null",
                        "    row 13, u12: null",
                        "  left out 10: latitude is outside -90..90",
                        "    row 1, u0: 91",
                        "    row 2, u1: 91",
                        "    row 3, u2: 91");
    }

    @Test
    void stopTheLoadWhenThereAreNoOthers() throws SQLException {
        write(Sql.users(10).with("latitude", "91::DOUBLE"), Sql.streams(10));

        assertThatThrownBy(() -> DataFolder.open(folder, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(folder.resolve(DataFolder.USERS) + ": ")
                .hasMessageContaining("has no usable row: latitude is outside -90..90 in 10");
    }

    private void write(Sql users, Sql streams) throws SQLException {
        try (DuckDb duck = new DuckDb()) {
            duck.run(users.copy("ROW_GROUP_SIZE 4096"), folder.resolve(DataFolder.USERS));
            duck.run(streams.copy("ROW_GROUP_SIZE 4096"), folder.resolve(DataFolder.STREAMS));
        }
    }
}
