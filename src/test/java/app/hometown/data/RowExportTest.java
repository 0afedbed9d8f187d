// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.files.Json;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Exported rows, read back by our own loader, by a JSON parser and by our CSV parser.
class RowExportTest {
    private static final Catalog CATALOG = changed();

    @TempDir
    private Path folder;

    private final BitSet users = every(3, CATALOG.users().size());
    private final BitSet streams = every(4, CATALOG.streams().size());

    private static Catalog changed() {
        Catalog catalog = Generator.generate(new GeneratorOptions(200, 150, 10, 9), Progress.NONE)
                .catalog();
        return catalog.with(catalog.streams()
                .with(List.of(
                        new Streams.Change(0, false, 7, 0),
                        new Streams.Change(4, true, 8, 12345),
                        new Streams.Change(8, true, 9, Streams.Change.NOT_KNOWN))));
    }

    private static BitSet every(int step, int size) {
        BitSet rows = new BitSet();
        IntStream.range(0, size).filter(row -> row % step == 0).forEach(rows::set);
        return rows;
    }

    @Test
    void parquetFilesAreADataFolderOfTheChosenRows() {
        Path usersFile = folder.resolve(DataFolder.USERS);
        Path streamsFile = folder.resolve(DataFolder.STREAMS);
        RowExport.users(usersFile, RowExport.Format.PARQUET, CATALOG, users, Progress.NONE);
        RowExport.streams(streamsFile, RowExport.Format.PARQUET, CATALOG, streams, Progress.NONE);
        Catalog read = DataFolder.open(folder, Progress.NONE).catalog();
        assertThat(IntStream.range(0, read.users().size()).mapToObj(read::user).toList())
                .isEqualTo(users.stream().mapToObj(CATALOG::user).toList());
        assertThat(IntStream.range(0, read.streams().size())
                        .mapToObj(read::stream)
                        .toList())
                .isEqualTo(streams.stream().mapToObj(CATALOG::stream).toList());
        assertThat(read.stream(1).currentViewers()).hasValue(12345);
    }

    @Test
    void geoJsonIsACollectionOfPointsLongitudeFirst() throws IOException {
        Path file = folder.resolve("streams.geojson");
        RowExport.streams(file, RowExport.Format.GEOJSON, CATALOG, streams, Progress.NONE);
        JsonNode root = Json.mapper().readTree(Files.readString(file));
        assertThat(root.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(root.get("features").size()).isEqualTo(streams.cardinality());
        int place = 0;
        for (int row : streams.stream().toArray()) {
            JsonNode feature = root.get("features").get(place++);
            JsonNode geometry = feature.get("geometry");
            JsonNode properties = feature.get("properties");
            assertThat(feature.get("type").asString()).isEqualTo("Feature");
            assertThat(geometry.get("type").asString()).isEqualTo("Point");
            assertThat(geometry.get("coordinates").get(0).asDouble())
                    .isEqualTo(CATALOG.streams().longitude(row));
            assertThat(geometry.get("coordinates").get(1).asDouble())
                    .isEqualTo(CATALOG.streams().latitude(row));
            assertThat(properties.get("stream_id").asString())
                    .isEqualTo(CATALOG.streams().ids().get(row));
            assertThat(properties.get("is_live").asBoolean())
                    .isEqualTo(CATALOG.streams().live(row));
            assertThat(properties.get("title").asString())
                    .isEqualTo(CATALOG.streams().title(row));
        }
    }

    @Test
    void csvHoldsEveryValueUnrounded() throws IOException {
        Path file = folder.resolve("users.csv");
        RowExport.users(file, RowExport.Format.CSV, CATALOG, users, Progress.NONE);
        List<List<String>> rows = Csv.parse(file, Files.readString(file));
        assertThat(rows).hasSize(users.cardinality() + 1);
        List<String> header = rows.getFirst();
        int place = 1;
        for (int row : users.stream().toArray()) {
            List<String> line = rows.get(place++);
            assertThat(line.get(header.indexOf("user_id")))
                    .isEqualTo(CATALOG.users().ids().get(row));
            assertThat(Double.parseDouble(line.get(header.indexOf("latitude"))))
                    .isEqualTo(CATALOG.users().latitude(row));
            assertThat(Double.parseDouble(line.get(header.indexOf("total_watch_hours"))))
                    .isEqualTo(CATALOG.users().totalWatchHours(row));
            assertThat(line.get(header.indexOf("preferred_categories")))
                    .isEqualTo(String.join(";", CATALOG.user(row).preferredCategories()));
        }
    }

    @Test
    void aCancelledExportLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("users.csv");
        Files.writeString(file, "old");
        Progress cancelled = new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {
                throw new CancellationException("stop");
            }
        };
        for (RowExport.Format format : RowExport.Format.values()) {
            assertThatThrownBy(() -> RowExport.users(file, format, CATALOG, users, cancelled))
                    .isInstanceOf(CancellationException.class);
            assertThat(file).hasContent("old");
            assertThat(folder.toFile().list()).containsExactly("users.csv");
        }
    }
}
