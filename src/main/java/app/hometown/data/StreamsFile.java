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
import java.util.stream.Stream;
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
            Columns columns = new Columns(source);
            Streams.Builder streams = new Streams.Builder(source.expectedRows());
            progress.phase("reading streams", source.totalRows());
            for (int rows = source.next(progress); rows > 0; rows = source.next(progress)) {
                columns.append(rows, streams, words);
            }
            FileReport report = source.report();
            streams.labels(columns.shown.labels());
            return new Read(streams.build(), columns.category.integer(), report);
        }
    }

    /// The columns of a file and what they may hold.
    private static final class Columns {
        private final ParquetSource source;
        private final IdColumn id;
        private final NumberColumn latitude;
        private final NumberColumn longitude;
        private final TextColumn city;
        private final TextColumn language;
        private final TextColumn category;
        private final NumberColumn quality;
        private final NumberColumn viewers;
        private final NumberColumn followers;
        private final NumberColumn partnered;
        private final NumberColumn mature;
        private final Optional<NumberColumn> live;
        private final Optional<NumberColumn> viewersNow;
        private final Shown shown;
        private final int[] added = new int[Column.BATCH];
        private final int[] cities = new int[Column.BATCH];
        private final int[] languages = new int[Column.BATCH];
        private final int[] categories = new int[Column.BATCH];

        Columns(ParquetSource source) {
            this.source = source;
            id = source.require(new IdColumn(STREAM_ID));
            latitude = source.require(NumberColumn.of(LATITUDE, -90, 90));
            longitude = source.require(NumberColumn.of(LONGITUDE, -180, 180));
            city = source.require(new TextColumn(CITY, true, false));
            language = source.require(new TextColumn(LANGUAGE, true, false));
            category = source.require(new TextColumn(CATEGORY_ID, true, true));
            quality = source.require(NumberColumn.of(STREAM_QUALITY_SCORE, 0, 10));
            viewers = source.require(new NumberColumn(AVG_VIEWER_COUNT, true, Values.COUNTS));
            followers = source.require(new NumberColumn(CREATOR_FOLLOWERS, true, Values.COUNTS));
            partnered = source.require(new NumberColumn(IS_PARTNERED, true, Values.FLAGS));
            mature = source.require(new NumberColumn(MATURE_CONTENT, true, Values.FLAGS));
            live = source.find(new NumberColumn(IS_LIVE, false, Values.FLAGS));
            viewersNow = source.findShown(new NumberColumn(CURRENT_VIEWERS, false, Values.COUNTS));
            shown = new Shown(source);
        }

        void append(int rows, Streams.Builder streams, Words words) {
            int count = id.addTo(streams.ids(), source, rows, added);
            Stream.<Runnable>of(
                            () -> city.codes(added, count, words.cities(), cities),
                            () -> language.codes(added, count, words.languages(), languages),
                            () -> category.codes(added, count, words.categories(), categories))
                    .parallel()
                    .forEach(Runnable::run);
            streams.addAll(count, new Added());
            shown.take(added, count);
        }

        /// The rows of the batch that are good and new.
        private final class Added implements Streams.Values {
            @Override
            public double latitude(int n) {
                return latitude.value(added[n]);
            }

            @Override
            public double longitude(int n) {
                return longitude.value(added[n]);
            }

            @Override
            public int city(int n) {
                return cities[n];
            }

            @Override
            public int language(int n) {
                return languages[n];
            }

            @Override
            public int category(int n) {
                return categories[n];
            }

            @Override
            public double qualityScore(int n) {
                return quality.value(added[n]);
            }

            @Override
            public int avgViewerCount(int n) {
                return (int) viewers.value(added[n]);
            }

            @Override
            public int creatorFollowers(int n) {
                return (int) followers.value(added[n]);
            }

            @Override
            public boolean partnered(int n) {
                return partnered.flag(added[n]);
            }

            @Override
            public boolean matureContent(int n) {
                return mature.flag(added[n]);
            }

            @Override
            public boolean live(int n) {
                return live.isEmpty() || live.get().value(added[n]) != 0.0;
            }

            @Override
            public int viewersNow(int n) {
                if (viewersNow.isEmpty()) {
                    return -1;
                }
                double now = viewersNow.get().value(added[n]);
                return Double.isNaN(now) ? -1 : (int) now;
            }
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

        void take(int[] rows, int count) {
            for (int n = 0; n < count; n++) {
                int row = rows[n];
                if (title.isPresent()) {
                    titles.add(title.get().text(row));
                }
                if (tags.isPresent()) {
                    tagLists.add(tags.get().texts(row));
                }
                if (creator.isPresent()) {
                    creators.add(creator.get().text(row));
                }
            }
        }

        Streams.Labels labels() {
            return new Streams.Labels(titles, tagLists, creators);
        }
    }

    /// Writes the streams of a catalog; columns that are only shown when there is something in them.
    static void write(OutputStream out, Catalog catalog, Progress progress) throws IOException {
        write(out, catalog, IntStream.range(0, catalog.streams().size()).toArray(), progress);
    }

    /// Writes some streams of a catalog, in the order given.
    static void write(OutputStream out, Catalog catalog, int[] rows, Progress progress) throws IOException {
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
        progress.phase("writing streams", rows.length);
        ParquetSink.write(out, new MessageType("streams", schema), rows.length, progress, (place, to) -> {
            int row = rows[place];
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
