// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.FileReport;
import app.hometown.data.Words;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A file and what its columns are.
///
/// @param source the file
/// @param mapping its columns
public record MappedFile(Source source, Mapping mapping) {
    /// Reads the first rows as they would be opened and tells what comes of them; keeps nothing.
    ///
    /// @param rows how many at most
    /// @return what was found, even if no row is good
    /// @throws app.hometown.domain.InputException when a column is missing or the file is damaged
    /// @throws java.util.concurrent.CancellationException when cancelled
    public FileReport check(long rows, Progress progress) {
        progress.phase("checking rows", 0);
        try (MappedRows all = new MappedRows(source, mapping, rows)) {
            switch (mapping.kind()) {
                case USERS -> addUsers(all, new Users.Builder(), new Words(), progress);
                case STREAMS -> addStreams(all, new Streams.Builder(), new Words(), progress);
                case SAMPLES, TEST_SAMPLES -> SampleRows.read(all, PairFeatures.UNKNOWN_YET, progress);
                case CATEGORIES -> names(all, progress);
            }
            return all.found();
        }
    }

    /// Reads users.
    FileReport users(Users.Builder users, Words words, Progress progress) {
        progress.phase("reading users", source.total());
        try (MappedRows rows = new MappedRows(source, mapping, Long.MAX_VALUE)) {
            addUsers(rows, users, words, progress);
            return rows.report();
        }
    }

    private static void addUsers(MappedRows rows, Users.Builder users, Words words, Progress progress) {
        int[] codes = new int[16];
        while (rows.next(progress)) {
            String id = rows.id(0);
            double latitude = rows.number(1);
            double longitude = rows.number(2);
            String city = rows.text(3);
            String language = rows.text(4);
            List<String> preferred = rows.list(5);
            double strength = rows.number(6);
            double hours = rows.number(7);
            if (rows.good() && !users.ids().add(id)) {
                rows.repeated(0);
            }
            if (!rows.good()) {
                rows.leaveOut();
                continue;
            }
            codes = preferred.size() <= codes.length ? codes : new int[preferred.size() * 2];
            for (int n = 0; n < preferred.size(); n++) {
                codes[n] = words.categories().code(preferred.get(n));
            }
            users.add(
                    latitude,
                    longitude,
                    words.cities().code(city),
                    words.languages().code(language),
                    codes,
                    preferred.size(),
                    strength,
                    hours);
        }
    }

    /// Reads streams.
    FileReport streams(Streams.Builder streams, Words words, Progress progress) {
        progress.phase("reading streams", source.total());
        try (MappedRows rows = new MappedRows(source, mapping, Long.MAX_VALUE)) {
            addStreams(rows, streams, words, progress);
            return rows.report();
        }
    }

    private static void addStreams(MappedRows rows, Streams.Builder streams, Words words, Progress progress) {
        List<String> titles = new ArrayList<>();
        List<List<String>> tags = new ArrayList<>();
        List<String> creators = new ArrayList<>();
        while (rows.next(progress)) {
            String id = rows.id(0);
            double latitude = rows.number(1);
            double longitude = rows.number(2);
            String city = rows.text(3);
            String language = rows.text(4);
            String category = rows.text(5);
            double quality = rows.number(6);
            double viewers = rows.number(7);
            double followers = rows.number(8);
            double partnered = rows.number(9);
            double mature = rows.number(10);
            double live = rows.number(11);
            double now = rows.number(12);
            String title = rows.text(13);
            List<String> tagged = rows.list(14);
            String creator = rows.text(15);
            if (rows.good() && !streams.ids().add(id)) {
                rows.repeated(0);
            }
            if (!rows.good()) {
                rows.leaveOut();
                continue;
            }
            streams.add(
                    latitude,
                    longitude,
                    words.cities().code(city),
                    words.languages().code(language),
                    words.categories().code(category),
                    quality,
                    (int) viewers,
                    (int) followers,
                    partnered == 1,
                    mature == 1,
                    live != 0,
                    Double.isNaN(now) ? Streams.Change.NOT_KNOWN : (int) now);
            titles.add(title);
            tags.add(tagged);
            creators.add(creator);
        }
        streams.labels(new Streams.Labels(
                rows.absent(13) ? List.of() : titles,
                rows.absent(14) ? List.of() : tags,
                rows.absent(15) ? List.of() : creators));
    }

    /// Reads samples.
    SampleRows.Read samples(PairFeatures features, Progress progress) {
        progress.phase("reading samples", source.total());
        try (MappedRows rows = new MappedRows(source, mapping, Long.MAX_VALUE)) {
            return new SampleRows.Read(SampleRows.read(rows, features, progress), rows.report());
        }
    }

    /// Category names and what reading them found.
    ///
    /// @param names by category id
    /// @param report what was found
    record Names(Map<String, String> names, FileReport report) {}

    /// Reads names of categories.
    Names categories(Progress progress) {
        progress.phase("reading categories", source.total());
        try (MappedRows rows = new MappedRows(source, mapping, Long.MAX_VALUE)) {
            Map<String, String> names = names(rows, progress);
            return new Names(names, rows.report());
        }
    }

    private static Map<String, String> names(MappedRows rows, Progress progress) {
        Map<String, String> names = new HashMap<>();
        while (rows.next(progress)) {
            String id = rows.id(0);
            String name = rows.text(1);
            if (rows.good() && names.putIfAbsent(id, name) != null) {
                rows.repeated(0);
            }
            if (!rows.good()) {
                rows.leaveOut();
            }
        }
        return names;
    }

    /// Whether ids of categories in this file may be integers: Parquet says so, CSV only has text.
    boolean mayHoldIntegers(String target) {
        String column = mapping.of(mapping.kind().target(target)).column();
        if (column == null || source.dialect().isPresent()) {
            return true;
        }
        return source.columns().get(source.column(column)).stored().contains("int");
    }
}
