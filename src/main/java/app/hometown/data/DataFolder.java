// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.files.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// A folder of data files, opened: users and streams, and what reading them found. Samples are read when they are
/// needed.
///
/// @param path the folder
/// @param catalog its users and streams
/// @param report what was found, file by file
public record DataFolder(Path path, Catalog catalog, LoadReport report) {
    /// The file of users.
    public static final String USERS = "users.parquet";

    /// The file of streams.
    public static final String STREAMS = "streams.parquet";

    /// The file of training samples.
    public static final String TRAIN = "hometown_train.parquet";

    /// The file of test samples.
    public static final String TEST = "hometown_test.parquet";

    /// The file of category names.
    public static final String CATEGORIES = "categories.csv";

    /// Reads the users, streams and category names of a folder. A million rows take about half a second of
    /// two processors.
    ///
    /// @throws InputException when a file is missing, damaged, lacks a column or has no usable row
    /// @throws CancellationException when cancelled
    public static DataFolder open(Path folder, Progress progress) {
        requireFolder(folder);
        Words words = new Words();
        UsersFile.Read users = UsersFile.read(folder.resolve(USERS), words, progress);
        StreamsFile.Read streams = StreamsFile.read(folder.resolve(STREAMS), words, progress);
        List<FileReport> reports = new ArrayList<>(List.of(users.report(), streams.report()));
        Map<String, String> names = Map.of();
        Path categories = folder.resolve(CATEGORIES);
        if (Files.exists(categories)) {
            CategoriesFile.Read read = CategoriesFile.read(categories);
            names = read.names();
            reports.add(read.report());
        }
        Catalog catalog = new Catalog(
                users.users(),
                streams.streams(),
                words.cities().build(),
                words.languages().build(),
                words.categories().build(),
                users.integerCategories() && streams.integerCategories(),
                names);
        return new DataFolder(folder, catalog, new LoadReport(reports));
    }

    /// Whether a folder holds users and streams.
    public static boolean isPresent(Path folder) {
        return Files.isRegularFile(folder.resolve(USERS)) && Files.isRegularFile(folder.resolve(STREAMS));
    }

    /// The file of training samples, where there is one.
    public Optional<Path> trainFile() {
        return Optional.of(path.resolve(TRAIN)).filter(Files::isRegularFile);
    }

    /// The file of test samples, where there is one.
    public Optional<Path> testFile() {
        return Optional.of(path.resolve(TEST)).filter(Files::isRegularFile);
    }

    /// Reads a file of samples.
    ///
    /// @throws InputException when it is missing, damaged, lacks a column or has no usable row
    /// @throws CancellationException when cancelled
    public static SampleFile samples(Path file, Progress progress) {
        return SamplesFile.read(file, progress);
    }

    /// Makes a folder hold this data and no other: files of samples or category names that are not part of it are
    /// removed, for they would speak of users and streams that are gone. The files appear together once all are
    /// written; when writing fails or is cancelled the folder is as it was. The same content gives the same bytes.
    ///
    /// @param folder created when it does not exist
    /// @throws InputException when the disk refuses, naming the file
    /// @throws CancellationException when cancelled
    public static void write(
            Path folder, Catalog catalog, Optional<Samples> train, Optional<Samples> test, Progress progress) {
        List<AtomicFile.Part> parts = new ArrayList<>();
        parts.add(new AtomicFile.Part(folder.resolve(USERS), out -> UsersFile.write(out, catalog, progress)));
        parts.add(new AtomicFile.Part(folder.resolve(STREAMS), out -> StreamsFile.write(out, catalog, progress)));
        train.ifPresent(samples -> parts.add(
                new AtomicFile.Part(folder.resolve(TRAIN), out -> SamplesFile.write(out, samples, progress))));
        test.ifPresent(samples ->
                parts.add(new AtomicFile.Part(folder.resolve(TEST), out -> SamplesFile.write(out, samples, progress))));
        if (!catalog.categoryNames().isEmpty()) {
            parts.add(new AtomicFile.Part(folder.resolve(CATEGORIES), out -> CategoriesFile.write(out, catalog)));
        }
        List<Path> obsolete = new ArrayList<>();
        for (String name : List.of(TRAIN, TEST, CATEGORIES)) {
            Path file = folder.resolve(name);
            if (parts.stream().noneMatch(part -> part.target().equals(file))) {
                obsolete.add(file);
            }
        }
        AtomicFile.writeAll(parts, obsolete);
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    folder.toString(),
                    Files.exists(folder) ? "is a file, not a data folder" : "there is no such folder",
                    "Choose a folder that holds " + USERS + " and " + STREAMS + ".");
        }
    }
}
