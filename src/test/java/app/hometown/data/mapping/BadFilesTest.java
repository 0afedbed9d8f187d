// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.data.FileReport;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What other programs' files can have wrong with them: one clear error for a file, a reason with examples for rows.
class BadFilesTest {
    private static final String HEADER = "id,lat,lon,city,lang,likes,local_preference,watch_hours\n";
    private static final String GOOD = "u1,48.85,2.35,Paris,fr,chess;music,0.4,120.5\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> unusable() throws IOException {
        byte[] latin = "id,city\na,Málaga\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] packed = gzip("id,city\n" + "a,b\n".repeat(20_000));
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, 20, damaged.length - 8, (byte) 0x55);
        return Stream.of(
                Arguments.of("nothing", new byte[0], "is empty"),
                Arguments.of("Latin-1", latin, "is not UTF-8 text"),
                Arguments.of("UTF-16", "id,city".getBytes(StandardCharsets.UTF_16), "is UTF-16 text, not UTF-8"),
                Arguments.of("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0}, "is not UTF-8 text"),
                Arguments.of(
                        "a database", "SQLite\0\0\0".getBytes(StandardCharsets.UTF_8), "is neither Parquet nor text"),
                Arguments.of("a workbook", "PK\3\4".getBytes(StandardCharsets.UTF_8), "is an archive or a workbook"),
                Arguments.of("half Parquet", "PAR1 and then nothing".getBytes(StandardCharsets.UTF_8), "is truncated"),
                Arguments.of("half gzip", Arrays.copyOf(packed, 30), "is truncated"),
                Arguments.of("damaged gzip", damaged, "has damaged gzip data"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void refusesFiles(String name, byte[] content, String what) throws IOException {
        Path file = Files.write(folder.resolve("x.csv"), content);
        assertThatThrownBy(() -> Source.open(file)).isInstanceOfSatisfying(InputException.class, refused -> {
            assertThat(refused.where()).isEqualTo(file.toString());
            assertThat(refused.what()).startsWith(what);
            assertThat(refused.remedy()).endsWith(".");
        });
    }

    @Test
    void refusesAMissingFile() {
        assertThatThrownBy(() -> Source.open(folder.resolve("x.csv")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void saysWhereTextEndsToBeUtf8() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((HEADER + GOOD.repeat(3_000)).getBytes(StandardCharsets.UTF_8));
        bytes.write("u2,48.85,2.35,Málaga,fr,,0.4,120.5\n".getBytes(StandardCharsets.ISO_8859_1));
        Source source = Source.open(Files.write(folder.resolve("x.csv"), bytes.toByteArray()));
        assertThatThrownBy(() -> Users.of(source).check(Long.MAX_VALUE, Progress.NONE))
                .isInstanceOfSatisfying(InputException.class, refused -> assertThat(refused.what())
                        .matches("is not UTF-8 text after row \\d+"));
    }

    static Stream<Arguments> badRows() {
        return Stream.of(
                Arguments.of("u2,91,2.35,Paris,fr,,0.4,1", "latitude (from lat) is outside -90..90", "91"),
                Arguments.of("u2,north,2.35,Paris,fr,,0.4,1", "latitude (from lat) is not a number", "north"),
                Arguments.of("u2,,2.35,Paris,fr,,0.4,1", "latitude (from lat) is null", "null"),
                Arguments.of("u2,NaN,2.35,Paris,fr,,0.4,1", "latitude (from lat) is not a number (NaN)", "NaN"),
                Arguments.of("u2,inf,2.35,Paris,fr,,0.4,1", "latitude (from lat) is infinite", "inf"),
                Arguments.of("u2,1,2.35,Paris,fr,a,0.4,-1", "total_watch_hours (from watch_hours) is below 0", "-1"),
                Arguments.of(
                        "u2,1,2.35,Paris,fr,a,N/A,1",
                        "local_preference_strength (from local_preference) is null",
                        "N/A"),
                Arguments.of("u1,1,2.35,Paris,fr,a,0.4,1", "user_id (from id) is repeated", "u1"),
                Arguments.of(",1,2.35,Paris,fr,a,0.4,1", "user_id (from id) is null", "null"),
                Arguments.of("\"\",1,2.35,Paris,fr,a,0.4,1", "user_id (from id) is empty", ""),
                Arguments.of("u2,1,2.35,,fr,a,0.4,1", "city is null", "null"),
                Arguments.of("u2,1,2.35,Paris,fr,a,0.4", "has 7 fields instead of 8", "u2"),
                Arguments.of("u2,1,2.35,Paris,fr,a,0.4,1,9", "has 9 fields instead of 8", "u2"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badRows")
    void leavesRowsOutWithTheReason(String row, String reason, String value) throws IOException {
        Mapping mapping = Users.of(csv(HEADER + GOOD)).mapping();
        FileReport report = new MappedFile(csv(HEADER + GOOD + row + "\n"), mapping).check(100, Progress.NONE);
        assertThat(report.rowsRead()).isEqualTo(2);
        assertThat(report.rowsKept()).isEqualTo(1);
        FileReport.BadRows bad = report.badRows().getFirst();
        assertThat(bad.reason()).isEqualTo(reason);
        assertThat(bad.examples().getFirst().row()).isEqualTo(2);
        assertThat(bad.examples().getFirst().value()).isEqualTo(value);
    }

    @Test
    void emptyListsAreMissingOnlyWithoutQuotes() throws IOException {
        FileReport report = Users.of(csv(HEADER + "u2,1,2,Paris,fr,\"\",0.4,1\nu3,1,2,Paris,fr,,0.4,1\n"))
                .check(100, Progress.NONE);
        assertThat(report.rowsKept()).isEqualTo(1);
        assertThat(report.badRows().getFirst().reason()).isEqualTo("preferred_categories (from likes) is null");
    }

    @Test
    void refusesFilesWithoutAGoodRow() throws IOException {
        MappedFile file = Users.of(csv(HEADER + "u2,91,2.35,Paris,fr,a,0.4,1\n"));
        assertThat(file.check(100, Progress.NONE).rowsKept()).isZero();
        assertThatThrownBy(() -> read(List.of(file)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("x.csv: has no usable row: latitude (from lat) is outside -90..90 in 1");
    }

    @Test
    void refusesMappingsThatLackAColumn() throws IOException {
        MappedFile file = Users.of(csv("id,lat\nu1,1\n"));
        assertThat(file.mapping().missing())
                .extracting(Target::column)
                .containsExactly(
                        "longitude",
                        "city",
                        "language",
                        "preferred_categories",
                        "local_preference_strength",
                        "total_watch_hours");
        assertThatThrownBy(() -> file.check(100, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("column longitude: no column of the file is it");
    }

    @Test
    void refusesColumnsThatTheFileHasNot() throws IOException {
        MappedFile file = Users.of(csv(HEADER + GOOD));
        Mapping other = file.mapping().with(FileKind.USERS.target("city"), Binding.column("town"));
        assertThatThrownBy(() -> new MappedFile(file.source(), other).check(100, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("column town: the column is missing; there are id, lat");
    }

    @Test
    void refusesTwoFilesOfAKind() throws IOException {
        MappedFile file = Users.of(csv(HEADER + GOOD));
        assertThatThrownBy(() -> read(List.of(file, file)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a second file of the same kind as x.csv");
    }

    @Test
    void refusesUsersWithoutStreams() throws IOException {
        MappedFile file = Users.of(csv(HEADER + GOOD));
        assertThatThrownBy(() -> read(List.of(file)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none of them has streams");
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        MappedFile file = Users.of(csv(HEADER + GOOD.repeat(20_000)));
        Progress cancelled = new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {
                if (count > 0) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> file.check(Long.MAX_VALUE, cancelled)).isInstanceOf(CancellationException.class);
    }

    private static void read(List<MappedFile> files) {
        MappedData.read(files, Optional.empty(), catalog -> PairFeatures.UNKNOWN_YET, Progress.NONE);
    }

    private Source csv(String text) throws IOException {
        return Source.open(Files.writeString(folder.resolve("x.csv"), text));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    /// Files taken as users, as guessed.
    private static final class Users {
        static MappedFile of(Source source) {
            return new MappedFile(source, Guess.mapping(Preview.of(source), FileKind.USERS));
        }
    }
}
