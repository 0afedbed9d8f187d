// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.data.NumberColumn.Values;
import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/// Streams as a Parquet file: the columns, what they may hold, reading and writing.
final class StreamsFile {
    private static final String STREAM_ID = "stream_id";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String CITY = "city";
    private static final String LANGUAGE = "language";
    private static final String CATEGORY_ID = "category_id";
    private static final String STREAM_QUALITY_SCORE = "stream_quality_score";
    private static final String AVG_VIEWER_COUNT = "avg_viewer_count";
    private static final String CREATOR_FOLLOWERS = "creator_followers";
    private static final String IS_PARTNERED = "is_partnered";
    private static final String MATURE_CONTENT = "mature_content";
    private static final String IS_LIVE = "is_live";
    private static final String CURRENT_VIEWERS = "current_viewers";
    private static final String TITLE = "title";
    private static final String TAGS = "tags";
    private static final String CREATOR_ID = "creator_id";

    private StreamsFile() {}

    /// The streams of a file.
    ///
    /// @param streams the good rows in file order
    /// @param integerCategories whether the file holds category ids as integers
    /// @param report what was found
    record Read(Streams streams, boolean integerCategories, FileReport report) {}

    /// Reads a file.
    ///
    /// @param words the vocabularies that the values go into
    static Read read(Path path, Words words, Progress progress) {
        try (ParquetSource source = ParquetSource.open(path)) {
            IdColumn id = source.require(new IdColumn(STREAM_ID));
            NumberColumn latitude = source.require(NumberColumn.of(LATITUDE, -90, 90));
            NumberColumn longitude = source.require(NumberColumn.of(LONGITUDE, -180, 180));
            TextColumn city = source.require(new TextColumn(CITY, true, false));
            TextColumn language = source.require(new TextColumn(LANGUAGE, true, false));
            TextColumn category = source.require(new TextColumn(CATEGORY_ID, true, true));
            NumberColumn quality = source.require(NumberColumn.of(STREAM_QUALITY_SCORE, 0, 10));
            NumberColumn viewers = source.require(new NumberColumn(AVG_VIEWER_COUNT, true, Values.COUNTS));
            NumberColumn followers = source.require(new NumberColumn(CREATOR_FOLLOWERS, true, Values.COUNTS));
            NumberColumn partnered = source.require(new NumberColumn(IS_PARTNERED, true, Values.FLAGS));
            NumberColumn mature = source.require(new NumberColumn(MATURE_CONTENT, true, Values.FLAGS));
            Optional<NumberColumn> live = source.find(new NumberColumn(IS_LIVE, false, Values.FLAGS));
            Optional<NumberColumn> now = source.findShown(new NumberColumn(CURRENT_VIEWERS, false, Values.COUNTS));
            Shown shown = new Shown(source);

            Streams.Builder streams = new Streams.Builder();
            progress.phase("reading streams", source.totalRows());
            for (int rows = source.next(progress); rows > 0; rows = source.next(progress)) {
                for (int row = 0; row < rows; row++) {
                    if (!source.good(row)) {
                        continue;
                    }
                    if (!id.addTo(streams.ids(), row)) {
                        source.reject(row, id, Fault.REPEATED);
                        continue;
                    }
                    double viewersNow = now.isPresent() ? now.get().value(row) : Double.NaN;
                    streams.add(
                            latitude.value(row),
                            longitude.value(row),
                            city.code(row, words.cities()),
                            language.code(row, words.languages()),
                            category.code(row, words.categories()),
                            quality.value(row),
                            (int) viewers.value(row),
                            (int) followers.value(row),
                            partnered.flag(row),
                            mature.flag(row),
                            live.isEmpty() || live.get().value(row) != 0.0,
                            Double.isNaN(viewersNow) ? -1 : (int) viewersNow);
                    shown.take(row);
                }
            }
            FileReport report = source.report();
            streams.labels(shown.labels());
            return new Read(streams.build(), category.integer(), report);
        }
    }

    /// The columns that are only shown, where the file has them.
    private static final class Shown {
        private final Optional<TextColumn> title;
        private final Optional<ListColumn> tags;
        private final Optional<TextColumn> creator;
        private final List<String> titles = new ArrayList<>();
        private final List<List<String>> tagLists = new ArrayList<>();
        private final List<String> creators = new ArrayList<>();

        Shown(ParquetSource source) {
            title = source.findShown(new TextColumn(TITLE, false, false));
            tags = source.findShown(new ListColumn(TAGS, false, false));
            creator = source.findShown(new TextColumn(CREATOR_ID, false, true));
        }

        void take(int row) {
            title.ifPresent(column -> titles.add(column.text(row)));
            tags.ifPresent(column -> tagLists.add(column.texts(row)));
            creator.ifPresent(column -> creators.add(column.text(row)));
        }

        Streams.Labels labels() {
            return new Streams.Labels(titles, tagLists, creators);
        }
    }

    /// Writes the streams of a catalog; columns that are only shown when there is something in them.
    static void write(OutputStream out, Catalog catalog, Progress progress) throws IOException {
        Streams streams = catalog.streams();
        CategoryType categories = CategoryType.of(catalog);
        boolean viewersNow = IntStream.range(0, streams.size())
                .anyMatch(row -> streams.currentViewers(row).isPresent());
        boolean titles = !streams.labels().titles().isEmpty();
        boolean tags = !streams.labels().tags().isEmpty();
        boolean creators = !streams.labels().creatorIds().isEmpty();
        List<Type> schema = new ArrayList<>(List.of(
                Schema.text(STREAM_ID),
                Schema.number(LATITUDE),
                Schema.number(LONGITUDE),
                Schema.text(CITY),
                Schema.text(LANGUAGE),
                categories.field(CATEGORY_ID),
                Schema.number(STREAM_QUALITY_SCORE),
                Schema.count(AVG_VIEWER_COUNT),
                Schema.count(CREATOR_FOLLOWERS),
                Schema.flag(IS_PARTNERED),
                Schema.flag(MATURE_CONTENT),
                Schema.flag(IS_LIVE)));
        if (viewersNow) {
            schema.add(Schema.optionalCount(CURRENT_VIEWERS));
        }
        if (titles) {
            schema.add(Schema.optionalText(TITLE));
        }
        if (tags) {
            schema.add(Schema.list(TAGS, Schema.text("element")));
        }
        if (creators) {
            schema.add(Schema.optionalText(CREATOR_ID));
        }
        Binary[] cities = ParquetSink.texts(catalog.cities());
        Binary[] languages = ParquetSink.texts(catalog.languages());
        progress.phase("writing streams", streams.size());
        ParquetSink.write(out, new MessageType("streams", schema), streams.size(), progress, (row, to) -> {
            to.text(Binary.fromString(streams.ids().get(row)));
            to.number(streams.latitude(row));
            to.number(streams.longitude(row));
            to.text(cities[streams.city(row)]);
            to.text(languages[streams.language(row)]);
            categories.put(to, streams.category(row));
            to.number(streams.qualityScore(row));
            to.count(streams.avgViewerCount(row));
            to.count(streams.creatorFollowers(row));
            to.flag(streams.partnered(row));
            to.flag(streams.matureContent(row));
            to.flag(streams.live(row));
            if (viewersNow) {
                streams.currentViewers(row).ifPresentOrElse(to::count, to::none);
            }
            if (titles) {
                putShown(to, streams.title(row));
            }
            if (tags) {
                List<String> each = streams.tags(row);
                to.list(each.size(), n -> to.text(Binary.fromString(each.get(n))));
            }
            if (creators) {
                putShown(to, streams.creatorId(row));
            }
        });
    }

    private static void putShown(ParquetSink.Row to, String text) {
        if (text.isEmpty()) {
            to.none();
        } else {
            to.text(Binary.fromString(text));
        }
    }
}
