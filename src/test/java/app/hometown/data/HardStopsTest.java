// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with a file as a whole ends in one error that names it.
class HardStopsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void goodData() {
        RandomData data = new RandomData(6);
        DataFolder.write(
                folder,
                data.catalog(300, 300, true, true),
                Optional.of(data.samples(300, true)),
                Optional.empty(),
                Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {DataFolder.USERS, DataFolder.STREAMS, DataFolder.TRAIN})
    void aMissingFile(String name) throws IOException {
        Files.delete(folder.resolve(name));
        stops(name, "there is no such file");
    }

    @Test
    void aMissingFolder() {
        assertThatThrownBy(() -> DataFolder.open(folder.resolve("nowhere"), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nowhere: there is no such folder");
    }

    @Test
    void aFolderInPlaceOfAFile() throws IOException {
        Files.delete(folder.resolve(DataFolder.USERS));
        Files.createDirectory(folder.resolve(DataFolder.USERS));
        stops(DataFolder.USERS, "is a folder, not a file");
    }

    @ParameterizedTest
    @CsvSource({
        "'', is not a Parquet file",
        "PAR, is not a Parquet file",
        "PAR1, is truncated",
        "PAR1PAR1, is truncated",
        "PAR1....PAR1, is damaged or truncated",
        "PAR1\u007f\u007f\u007f\u007fPAR1, is damaged or truncated",
        "'user_id,latitude', is not a Parquet file",
        "PARE....PARE, is encrypted"
    })
    void whatIsNotParquet(String content, String message) throws IOException {
        Files.write(folder.resolve(DataFolder.STREAMS), content.getBytes(StandardCharsets.ISO_8859_1));
        stops(DataFolder.STREAMS, message);
    }

    @ParameterizedTest
    @CsvSource({
        "latitude, VARCHAR, holds string; but a number is needed",
        "latitude, BOOLEAN, holds boolean; but a number is needed",
        "latitude, TIMESTAMP, holds timestamp",
        "latitude, INTEGER[], holds list of int32; but a number is needed",
        "stream_id, INTEGER, holds int32; but a string is needed",
        "city, DOUBLE, holds double; but a string is needed",
        "category_id, DATE, holds date",
        "category_id, VARCHAR[], holds list of string; but an integer or a string is needed",
        "avg_viewer_count, VARCHAR, holds string; but a whole number is needed",
        "is_partnered, VARCHAR, holds string; but a boolean or 0/1 is needed",
        "is_live, VARCHAR, holds string; but a boolean or 0/1 is needed"
    })
    void aColumnOfAnUnusableType(String column, String type, String message) throws SQLException {
        writeStreams(Sql.streams(10).with(column, "NULL::" + type));
        stops(DataFolder.STREAMS + ", column " + column, message.replace(';', ','));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream_id", "latitude", "city", "category_id", "mature_content"})
    void aMissingRequiredColumn(String column) throws SQLException {
        writeStreams(Sql.streams(10).without(column));
        stops(DataFolder.STREAMS + ", column " + column, "the column is missing; there are ");
    }

    @Test
    void aFileWithoutRows() throws SQLException {
        writeStreams(Sql.streams(0));
        stops(DataFolder.STREAMS, "has no rows");
    }

    @Test
    void shownColumnsOfAnUnusableTypeDoNotStopALoad() throws SQLException {
        writeStreams(Sql.streams(10).with("title", "i").with("tags", "'a'"));
        assertThat(DataFolder.open(folder, Progress.NONE)
                        .report()
                        .files()
                        .get(1)
                        .ignoredColumns())
                .containsExactly(
                        "title (holds int64, but a string is needed)",
                        "tags (holds string, but a list of strings is needed)");
    }

    @ParameterizedTest
    @ValueSource(strings = {DataFolder.USERS, DataFolder.STREAMS, DataFolder.TRAIN})
    void truncationAnywhere(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        int step = Math.max(1, whole.length / 200);
        for (int length = 0; length < whole.length; length += step) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> load(name))
                    .as("%s cut to %d of %d bytes", name, length, whole.length)
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DataFolder.USERS, DataFolder.STREAMS, DataFolder.TRAIN})
    void aDamagedByteAnywhereLoadsOrStops(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(7);
        int stopped = 0;
        for (int n = 0; n < 500; n++) {
            // Half of the damage goes into the footer, which is a small part of a file.
            int at = n % 2 == 0 ? random.nextInt(whole.length) : whole.length - 1 - random.nextInt(whole.length / 4);
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) random.nextInt(1, 256);
            Files.write(file, damaged);
            try {
                load(name);
            } catch (InputException e) {
                assertThat(e.where()).as("byte %d", at).startsWith(file.toString());
                stopped++;
            } catch (Throwable e) {
                throw new AssertionError("byte %d of %s".formatted(at, name), e);
            }
        }
        assertThat(stopped).isPositive();
    }

    @Test
    void aBrokenCategoriesFile() throws IOException {
        Path file = folder.resolve(DataFolder.CATEGORIES);
        Files.writeString(file, "id;name\n1;music\n");
        stops(DataFolder.CATEGORIES, "does not begin with the header category_id,name");
        Files.writeString(file, "category_id,name\n1,\"music\n");
        stops(DataFolder.CATEGORIES + ", line 2", "has a quote that is never closed");
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        stops(DataFolder.CATEGORIES, "is not UTF-8 text");
    }

    private void load(String name) {
        if (name.equals(DataFolder.TRAIN)) {
            DataFolder.samples(folder.resolve(name), Progress.NONE);
        } else {
            DataFolder.open(folder, Progress.NONE);
        }
    }

    private void stops(String where, String what) {
        assertThatThrownBy(() -> load(where))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve(where) + ": ")
                .hasMessageContaining(what);
    }

    private void writeStreams(Sql streams) throws SQLException {
        try (DuckDb duck = new DuckDb()) {
            duck.run(streams.copy(""), folder.resolve(DataFolder.STREAMS));
        }
    }
}
