// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.data.mapping.FileKind;
import app.hometown.data.mapping.Guess;
import app.hometown.data.mapping.MappedData;
import app.hometown.data.mapping.MappedFile;
import app.hometown.data.mapping.Mapping;
import app.hometown.data.mapping.PairFeatures;
import app.hometown.data.mapping.Preview;
import app.hometown.data.mapping.Source;
import app.hometown.data.mapping.Target;
import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that DuckDB writes under other names and read through a mapping are the same as the data folder they came
/// from.
class MappedFilesDuckDbTest {
    private static final String USERS = "SELECT user_id AS viewer, latitude AS lat, longitude AS lng, city AS town,"
            + " language AS lang, preferred_categories AS interests, local_preference_strength AS local_pref,"
            + " total_watch_hours AS watch_hours FROM FILE";
    private static final String STREAMS = "SELECT stream_id AS channel_id, latitude AS lat, longitude AS lon, city,"
            + " language, category_id AS game_id, stream_quality_score AS quality, avg_viewer_count AS viewers,"
            + " creator_followers AS followers, is_partnered AS partner, mature_content AS mature, is_live AS live,"
            + " current_viewers, title, tags, creator_id AS streamer FROM FILE";
    private static final String SAMPLES =
            "SELECT * RENAME (user_id AS viewer, stream_id AS channel, clicked AS click)" + " FROM FILE";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parquet|(FORMAT PARQUET, COMPRESSION ZSTD)",
                "parquet|(FORMAT PARQUET, COMPRESSION UNCOMPRESSED, PARQUET_VERSION V2)",
                "csv|(HEADER)",
                "csv|(HEADER, DELIMITER ';')",
                "csv|(HEADER, DELIMITER '\t', QUOTE '\"')",
                "csv.gz|(HEADER, COMPRESSION GZIP)"
            })
    void areTheSameAsTheFolder(String form) throws SQLException {
        RandomData random = new RandomData(11);
        Catalog catalog = random.catalog(700, 900, true, true);
        Samples samples = random.samples(1_500, true);
        DataFolder.write(folder, catalog, Optional.of(samples), Optional.empty(), Progress.NONE);
        String ending = form.substring(0, form.indexOf('|'));
        String options = form.substring(form.indexOf('|') + 1);
        List<MappedFile> files = List.of(
                written("people", USERS, DataFolder.USERS, ending, options, FileKind.USERS),
                written("channels", STREAMS, DataFolder.STREAMS, ending, options, FileKind.STREAMS),
                written("clicks", SAMPLES, DataFolder.TRAIN, ending, options, FileKind.SAMPLES));
        MappedData read = MappedData.read(files, Optional.empty(), opened -> PairFeatures.UNKNOWN_YET, Progress.NONE);
        DataFolder plain = DataFolder.open(folder, Progress.NONE);
        assertSame(read.catalog(), plain.catalog());
        assertSame(
                read.train().orElseThrow(),
                DataFolder.samples(folder.resolve(DataFolder.TRAIN), Progress.NONE)
                        .samples());
        assertThat(read.report().badRows()).isZero();
        assertThat(read.report().files()).extracting(FileReport::rowsRead).containsExactly(700L, 900L, 1_500L);
    }

    @Test
    void haveTheSameBadRows() throws SQLException {
        DataFolder.write(
                folder,
                new RandomData(12).catalog(500, 10, true, false),
                Optional.empty(),
                Optional.empty(),
                Progress.NONE);
        Path bad = folder.resolve("bad.parquet");
        String spoilt = "SELECT * EXCLUDE (row) REPLACE (CASE WHEN row % 5 = 0 THEN NULL WHEN row % 7 = 0 THEN 91.5"
                + " WHEN row % 11 = 0 THEN 'nan'::DOUBLE ELSE latitude END AS latitude,"
                + " CASE WHEN row % 13 = 0 THEN NULL ELSE city END AS city)"
                + " FROM (SELECT *, row_number() OVER () AS row FROM FILE)";
        try (DuckDb duck = new DuckDb()) {
            duck.run("COPY (" + spoilt + ") TO '" + bad + "' (FORMAT PARQUET)", folder.resolve(DataFolder.USERS));
        }
        Source source = Source.open(bad);
        MappedFile file = new MappedFile(source, Guess.mapping(Preview.of(source), FileKind.USERS));
        FileReport mapped = file.check(Long.MAX_VALUE, Progress.NONE);
        FileReport plain = UsersFile.read(bad, new Words(), Progress.NONE).report();
        assertThat(mapped.rowsKept()).isEqualTo(plain.rowsKept());
        assertThat(mapped.badRows()).isEqualTo(plain.badRows());
    }

    @Test
    void takeTheOtherKindFromWhatIsOpen() throws SQLException {
        Catalog open = new RandomData(13).catalog(50, 60, false, true);
        Catalog other = new RandomData(14).catalog(40, 10, false, false);
        DataFolder.write(folder, other, Optional.empty(), Optional.empty(), Progress.NONE);
        MappedFile users = written("people", USERS, DataFolder.USERS, "csv", "(HEADER)", FileKind.USERS);
        Catalog read = MappedData.read(
                        List.of(users), Optional.of(open), opened -> PairFeatures.UNKNOWN_YET, Progress.NONE)
                .catalog();
        assertThat(read.users().size()).isEqualTo(40);
        for (int row = 0; row < 60; row++) {
            assertThat(read.stream(row)).isEqualTo(open.stream(row));
        }
    }

    private MappedFile written(String name, String sql, String from, String ending, String options, FileKind kind)
            throws SQLException {
        Path file = folder.resolve(name + "." + ending);
        try (DuckDb duck = new DuckDb()) {
            duck.run("COPY (" + sql + ") TO '" + file + "' " + options, folder.resolve(from));
        }
        Source source = Source.open(file);
        Preview preview = Preview.of(source);
        assertThat(Guess.kind(preview)).isEqualTo(kind);
        Mapping mapping = Guess.mapping(preview, kind);
        assertThat(mapping.missing()).extracting(Target::column).isEmpty();
        return new MappedFile(source, mapping);
    }

    private static void assertSame(Catalog read, Catalog plain) {
        assertThat(read.users().size()).isEqualTo(plain.users().size());
        for (int row = 0; row < plain.users().size(); row++) {
            assertThat(read.user(row)).isEqualTo(plain.user(row));
        }
        assertThat(read.streams().size()).isEqualTo(plain.streams().size());
        for (int row = 0; row < plain.streams().size(); row++) {
            assertThat(read.stream(row)).isEqualTo(plain.stream(row));
        }
        assertThat(read.integerCategories()).isEqualTo(plain.integerCategories());
    }

    private static void assertSame(Samples read, Samples plain) {
        assertThat(read.size()).isEqualTo(plain.size());
        for (int row = 0; row < plain.size(); row++) {
            assertThat(read.userIds().get(read.user(row)))
                    .isEqualTo(plain.userIds().get(plain.user(row)));
            assertThat(read.streamIds().get(read.stream(row)))
                    .isEqualTo(plain.streamIds().get(plain.stream(row)));
            assertThat(read.clicked(row)).isEqualTo(plain.clicked(row));
            for (Feature feature : Feature.values()) {
                assertThat(read.feature(row, feature)).isEqualTo(plain.feature(row, feature));
            }
            assertThat(read.trueClickProbability(row)).isEqualTo(plain.trueClickProbability(row));
        }
    }
}
