// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Users;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/// Users as a Parquet file: the columns, what they may hold, reading and writing.
final class UsersFile {
    private static final String USER_ID = "user_id";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String CITY = "city";
    private static final String LANGUAGE = "language";
    private static final String PREFERRED_CATEGORIES = "preferred_categories";
    private static final String LOCAL_PREFERENCE_STRENGTH = "local_preference_strength";
    private static final String TOTAL_WATCH_HOURS = "total_watch_hours";

    private UsersFile() {}

    /// The users of a file.
    ///
    /// @param users the good rows in file order
    /// @param integerCategories whether the file holds category ids as integers
    /// @param report what was found
    record Read(Users users, boolean integerCategories, FileReport report) {}

    /// Reads a file.
    ///
    /// @param words the vocabularies that the values go into
    static Read read(Path path, Words words, Progress progress) {
        try (ParquetSource source = ParquetSource.open(path)) {
            Columns columns = new Columns(source);
            Users.Builder users = new Users.Builder(source.expectedRows());
            progress.phase("reading users", source.totalRows());
            for (int rows = source.next(progress); rows > 0; rows = source.next(progress)) {
                for (int row = 0; row < rows; row++) {
                    if (source.good(row)) {
                        columns.append(row, users, words);
                    }
                }
            }
            FileReport report = source.report();
            return new Read(users.build(), columns.preferred.integer(), report);
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
        private final ListColumn preferred;
        private final NumberColumn strength;
        private final NumberColumn hours;
        private int[] categories = new int[16];

        Columns(ParquetSource source) {
            this.source = source;
            id = source.require(new IdColumn(USER_ID));
            latitude = source.require(NumberColumn.of(LATITUDE, -90, 90));
            longitude = source.require(NumberColumn.of(LONGITUDE, -180, 180));
            city = source.require(new TextColumn(CITY, true, false));
            language = source.require(new TextColumn(LANGUAGE, true, false));
            preferred = source.require(new ListColumn(PREFERRED_CATEGORIES, true, true));
            strength = source.require(NumberColumn.of(LOCAL_PREFERENCE_STRENGTH, 0, 1));
            hours = source.require(NumberColumn.of(TOTAL_WATCH_HOURS, 0, Double.MAX_VALUE));
        }

        void append(int row, Users.Builder users, Words words) {
            if (!id.addTo(users.ids(), row)) {
                source.reject(row, id, Fault.REPEATED);
                return;
            }
            categories = preferred.codes(row, words.categories(), categories);
            users.add(
                    latitude.value(row),
                    longitude.value(row),
                    city.code(row, words.cities()),
                    language.code(row, words.languages()),
                    categories,
                    preferred.count(row),
                    strength.value(row),
                    hours.value(row));
        }
    }

    /// Writes the users of a catalog.
    static void write(OutputStream out, Catalog catalog, Progress progress) throws IOException {
        write(out, catalog, IntStream.range(0, catalog.users().size()).toArray(), progress);
    }

    /// Writes some users of a catalog, in the order given.
    static void write(OutputStream out, Catalog catalog, int[] rows, Progress progress) throws IOException {
        Users users = catalog.users();
        CategoryType categories = CategoryType.of(catalog);
        MessageType schema = new MessageType(
                "users",
                Schema.text(USER_ID),
                Schema.number(LATITUDE),
                Schema.number(LONGITUDE),
                Schema.text(CITY),
                Schema.text(LANGUAGE),
                Schema.list(PREFERRED_CATEGORIES, categories.field("element")),
                Schema.number(LOCAL_PREFERENCE_STRENGTH),
                Schema.number(TOTAL_WATCH_HOURS));
        Binary[] cities = ParquetSink.texts(catalog.cities());
        Binary[] languages = ParquetSink.texts(catalog.languages());
        progress.phase("writing users", rows.length);
        ParquetSink.write(out, schema, rows.length, progress, (place, to) -> {
            int row = rows[place];
            to.text(Binary.fromString(users.ids().get(row)));
            to.number(users.latitude(row));
            to.number(users.longitude(row));
            to.text(cities[users.city(row)]);
            to.text(languages[users.language(row)]);
            to.list(users.categoryCount(row), n -> categories.put(to, users.category(row, n)));
            to.number(users.localPreferenceStrength(row));
            to.number(users.totalWatchHours(row));
        });
    }
}
