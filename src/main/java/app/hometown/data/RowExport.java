// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Stream;
import app.hometown.domain.User;
import app.hometown.files.AtomicFile;
import app.hometown.files.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;

/// Some users or streams as a file of their own, for this program and for others: the columns and names are those of
/// the data files. Parquet can be put into a data folder as it is; CSV is UTF-8 after RFC 4180, lists with semicolons;
/// GeoJSON is a collection of points after RFC 7946. Where category ids have names, CSV and GeoJSON give them beside
/// the ids. Numbers are neutral: no thousands separators, full stops, unrounded.
public final class RowExport {
    private static final int STEP = 1 << 10;

    /// The kinds of file.
    public enum Format {
        CSV("csv"),
        GEOJSON("geojson"),
        PARQUET("parquet");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /// The file name's ending, without the dot.
        public String ending() {
            return ending;
        }
    }

    private RowExport() {}

    /// Writes users, in row order; the file appears when it is whole.
    ///
    /// @throws app.hometown.domain.InputException when the disk refuses
    /// @throws java.util.concurrent.CancellationException when cancelled; a file that was there is as it was
    public static void users(Path file, Format format, Catalog catalog, BitSet rows, Progress progress) {
        int[] chosen = rows.stream().toArray();
        progress.phase("writing users", chosen.length);
        AtomicFile.write(file, out -> {
            if (format == Format.PARQUET) {
                UsersFile.write(out, catalog, chosen, progress);
            } else {
                write(out, format, chosen, progress, (row, to) -> put(catalog, catalog.user(row), to));
            }
        });
    }

    /// Writes streams, as [#users].
    public static void streams(Path file, Format format, Catalog catalog, BitSet rows, Progress progress) {
        int[] chosen = rows.stream().toArray();
        progress.phase("writing streams", chosen.length);
        AtomicFile.write(file, out -> {
            if (format == Format.PARQUET) {
                StreamsFile.write(out, catalog, chosen, progress);
            } else {
                write(out, format, chosen, progress, (row, to) -> put(catalog, catalog.stream(row), to));
            }
        });
    }

    private static void put(Catalog catalog, User user, Fields to) {
        to.place("user_id", user.id(), user.latitude(), user.longitude());
        to.text("city", user.city());
        to.text("language", user.language());
        to.list("preferred_categories", user.preferredCategories());
        if (!catalog.categoryNames().isEmpty()) {
            to.list(
                    "preferred_category_names",
                    user.preferredCategories().stream()
                            .map(catalog::categoryName)
                            .toList());
        }
        to.number("local_preference_strength", user.localPreferenceStrength());
        to.number("total_watch_hours", user.totalWatchHours());
    }

    private static void put(Catalog catalog, Stream stream, Fields to) {
        to.place("stream_id", stream.id(), stream.latitude(), stream.longitude());
        to.text("city", stream.city());
        to.text("language", stream.language());
        to.text("category_id", stream.categoryId());
        if (!catalog.categoryNames().isEmpty()) {
            to.text("category_name", catalog.categoryName(stream.categoryId()));
        }
        to.number("stream_quality_score", stream.qualityScore());
        to.count("avg_viewer_count", stream.avgViewerCount());
        to.count("creator_followers", stream.creatorFollowers());
        to.flag("is_partnered", stream.partnered());
        to.flag("mature_content", stream.matureContent());
        to.flag("is_live", stream.live());
        stream.currentViewers()
                .ifPresentOrElse(now -> to.count("current_viewers", now), () -> to.none("current_viewers"));
        to.text("title", stream.title());
        to.list("tags", stream.tags());
        to.text("creator_id", stream.creatorId());
    }

    /// Takes a row's values, always in the same order.
    private interface Fields {
        void place(String key, String id, double latitude, double longitude);

        void text(String key, String value);

        void number(String key, double value);

        void count(String key, int value);

        void flag(String key, boolean value);

        void list(String key, List<String> values);

        void none(String key);
    }

    private interface Row {
        void put(int row, Fields to);
    }

    private static void write(OutputStream out, Format format, int[] rows, Progress progress, Row content)
            throws IOException {
        if (format == Format.GEOJSON) {
            writeGeoJson(out, rows, progress, content);
        } else {
            writeCsv(out, rows, progress, content);
        }
    }

    private static void writeCsv(OutputStream out, int[] rows, Progress progress, Row content) throws IOException {
        StringBuilder text = new StringBuilder();
        Line line = new Line();
        for (int n = 0; n < rows.length; n++) {
            line.keys.clear();
            line.values.clear();
            content.put(rows[n], line);
            if (n == 0) {
                Csv.append(text, line.keys);
            }
            Csv.append(text, line.values);
            if (n % STEP == 0) {
                progress.done(n);
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// A row as CSV has it: names and texts.
    private static final class Line implements Fields {
        private final List<String> keys = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        @Override
        public void place(String key, String id, double latitude, double longitude) {
            text(key, id);
            number("latitude", latitude);
            number("longitude", longitude);
        }

        @Override
        public void text(String key, String value) {
            keys.add(key);
            values.add(value);
        }

        @Override
        public void number(String key, double value) {
            text(key, Double.toString(value));
        }

        @Override
        public void count(String key, int value) {
            text(key, Integer.toString(value));
        }

        @Override
        public void flag(String key, boolean value) {
            text(key, Boolean.toString(value).toLowerCase(Locale.ROOT));
        }

        @Override
        public void list(String key, List<String> list) {
            text(key, String.join(";", list));
        }

        @Override
        public void none(String key) {
            text(key, "");
        }
    }

    private static void writeGeoJson(OutputStream out, int[] rows, Progress progress, Row content) {
        try (JsonGenerator json = Json.mapper()
                .writer()
                .without(SerializationFeature.INDENT_OUTPUT)
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (int n = 0; n < rows.length; n++) {
                if (n % STEP == 0) {
                    progress.done(n);
                }
                json.writeRaw('\n');
                content.put(rows[n], new Feature(json));
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /// A row as GeoJSON has it: a point and its properties.
    ///
    /// @param json stands in the features; the feature and its properties are left open
    private record Feature(JsonGenerator json) implements Fields {
        @Override
        public void place(String key, String id, double latitude, double longitude) {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeStringProperty("id", id);
            json.writeObjectPropertyStart("geometry");
            json.writeStringProperty("type", "Point");
            json.writeArrayPropertyStart("coordinates");
            json.writeNumber(longitude);
            json.writeNumber(latitude);
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty(key, id);
        }

        @Override
        public void text(String key, String value) {
            json.writeStringProperty(key, value);
        }

        @Override
        public void number(String key, double value) {
            json.writeNumberProperty(key, value);
        }

        @Override
        public void count(String key, int value) {
            json.writeNumberProperty(key, value);
        }

        @Override
        public void flag(String key, boolean value) {
            json.writeBooleanProperty(key, value);
        }

        @Override
        public void list(String key, List<String> values) {
            json.writeArrayPropertyStart(key);
            values.forEach(json::writeString);
            json.writeEndArray();
        }

        @Override
        public void none(String key) {
            json.writeNullProperty(key);
        }
    }
}
