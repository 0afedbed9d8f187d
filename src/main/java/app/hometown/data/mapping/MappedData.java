// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.FileReport;
import app.hometown.data.LoadReport;
import app.hometown.data.Words;
import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;
import app.hometown.domain.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Users, streams and what belongs to them, read from other programs' files. Of users and streams one may come from
/// data
/// that is open already.
///
/// @param catalog users and streams
/// @param train samples to train from, where there is such a file
/// @param test samples to measure on, where there is such a file
/// @param report what was found, file by file
public record MappedData(Catalog catalog, Optional<Samples> train, Optional<Samples> test, LoadReport report) {
    /// Reads files. A million rows of CSV take a few seconds of one processor.
    ///
    /// @param files at most one of each kind
    /// @param open where users or streams come from when no file has them
    /// @param features works out features of the catalog's pairs, for samples of files that do not have them
    /// @throws InputException when nothing gives users or streams, a file is damaged or has no usable row, or a
    /// mapping
    ///   lacks a column
    /// @throws java.util.concurrent.CancellationException when cancelled
    public static MappedData read(
            List<MappedFile> files,
            Optional<Catalog> open,
            Function<Catalog, PairFeatures> features,
            Progress progress) {
        for (FileKind kind : FileKind.values()) {
            List<MappedFile> same =
                    files.stream().filter(file -> file.mapping().kind() == kind).toList();
            if (same.size() > 1) {
                throw new InputException(
                        same.get(1).source().path().toString(),
                        "is a second file of the same kind as "
                                + same.get(0).source().path().getFileName(),
                        "Choose another kind for one of them, or leave it out.");
            }
        }
        List<FileReport> reports = new ArrayList<>();
        Words words = new Words();
        Optional<MappedFile> users = of(files, FileKind.USERS);
        Optional<MappedFile> streams = of(files, FileKind.STREAMS);
        Users.Builder allUsers = new Users.Builder();
        if (users.isPresent()) {
            reports.add(users.get().users(allUsers, words, progress));
        } else {
            OpenRows.addUsers(require(open, "users"), allUsers, words);
        }
        Streams.Builder allStreams = new Streams.Builder();
        if (streams.isPresent()) {
            reports.add(streams.get().streams(allStreams, words, progress));
        } else {
            OpenRows.addStreams(require(open, "streams"), allStreams, words);
        }
        Map<String, String> names = Map.of();
        Optional<MappedFile> categories = of(files, FileKind.CATEGORIES);
        if (categories.isPresent()) {
            MappedFile.Names read = categories.get().categories(progress);
            names = read.names();
            reports.add(read.report());
        } else if (users.isEmpty() || streams.isEmpty()) {
            names = open.map(Catalog::categoryNames).orElse(Map.of());
        }
        Vocabulary ids = words.categories().build();
        boolean integers = ids.names().stream().allMatch(MappedData::isInteger)
                && users.map(file -> file.mayHoldIntegers("preferred_categories"))
                        .orElseGet(() -> open.map(Catalog::integerCategories).orElse(true))
                && streams.map(file -> file.mayHoldIntegers("category_id"))
                        .orElseGet(() -> open.map(Catalog::integerCategories).orElse(true));
        Catalog catalog = new Catalog(
                allUsers.build(),
                allStreams.build(),
                words.cities().build(),
                words.languages().build(),
                ids,
                integers,
                names);
        PairFeatures pairs = features.apply(catalog);
        Optional<Samples> train = samples(files, FileKind.SAMPLES, pairs, reports, progress);
        Optional<Samples> test = samples(files, FileKind.TEST_SAMPLES, pairs, reports, progress);
        return new MappedData(catalog, train, test, new LoadReport(reports));
    }

    private static Optional<Samples> samples(
            List<MappedFile> files, FileKind kind, PairFeatures pairs, List<FileReport> reports, Progress progress) {
        return of(files, kind).map(file -> {
            SampleRows.Read read = file.samples(pairs, progress);
            reports.add(read.report());
            return read.samples();
        });
    }

    private static Optional<MappedFile> of(List<MappedFile> files, FileKind kind) {
        return files.stream().filter(file -> file.mapping().kind() == kind).findFirst();
    }

    private static Catalog require(Optional<Catalog> open, String what) {
        return open.orElseThrow(() -> new InputException(
                "the files", "none of them has " + what, "Add a file of " + what + ", or open a data folder first."));
    }

    private static boolean isInteger(String id) {
        try {
            return Long.toString(Long.parseLong(id)).equals(id);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
