// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.data.DataFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;

/// What is dropped on the window: data folders or files in them, comparison and scoring files, other programs' Parquet
/// and CSV.
final class Drops {
    /// What files of tables end in, compressed or not.
    static final List<String> TABLES = List.of("parquet", "csv", "tsv", "txt", "csv.gz", "tsv.gz", "txt.gz", "pq");

    private static final Set<String> OWN =
            Set.of(DataFolder.USERS, DataFolder.STREAMS, DataFolder.TRAIN, DataFolder.TEST, DataFolder.CATEGORIES);

    private Drops() {}

    /// What was meant by a drop.
    sealed interface Meant {
        /// A data folder.
        record Folder(Path folder) implements Meant {}

        /// A comparison or a scoring file.
        record Definition(Path file) implements Meant {}

        /// Other programs' tables.
        record Tables(List<Path> files) implements Meant {}
    }

    /// @param dropped takes what was dropped; [#meant] tells what it is, off the JavaFX thread
    static void accept(Scene scene, Consumer<List<Path>> dropped) {
        scene.setOnDragOver(event -> {
            if (paths(event.getDragboard().getFiles()).stream().anyMatch(Drops::maybe)) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            List<Path> files = paths(event.getDragboard().getFiles());
            event.setDropCompleted(files.stream().anyMatch(Drops::maybe));
            event.consume();
            dropped.accept(files);
        });
    }

    private static boolean maybe(Path file) {
        return Files.isDirectory(file) || isTable(file) || isDefinition(file);
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }

    /// What is meant by dropped files: a data folder when it or a file of one is among them, else tables, else a
    /// definition.
    static Optional<Meant> meant(List<Path> dropped) {
        Optional<Path> folder =
                dropped.stream().map(Drops::folder).flatMap(Optional::stream).findFirst();
        if (folder.isPresent()) {
            return Optional.of(new Meant.Folder(folder.get()));
        }
        List<Path> tables = dropped.stream().flatMap(Drops::tables).toList();
        if (!tables.isEmpty()) {
            return Optional.of(new Meant.Tables(tables));
        }
        // A folder without anything is opened to be told what it lacks.
        Optional<Path> empty = dropped.stream().filter(Files::isDirectory).findFirst();
        if (empty.isPresent()) {
            return empty.map(Meant.Folder::new);
        }
        return dropped.stream().filter(Drops::isDefinition).findFirst().map(Meant.Definition::new);
    }

    /// Whether a dropped file is meant as a comparison or a scoring file.
    static boolean isDefinition(Path dropped) {
        return dropped.toString().toLowerCase(Locale.ROOT).endsWith(".json") && !Files.isDirectory(dropped);
    }

    private static Stream<Path> tables(Path dropped) {
        if (!Files.isDirectory(dropped)) {
            return Stream.of(dropped).filter(Drops::isTable);
        }
        try (Stream<Path> inside = Files.list(dropped)) {
            return inside.filter(file -> Files.isRegularFile(file) && isTable(file)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTable(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return TABLES.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    /// The data folder meant by a dropped file: itself, or the one that a file of it lies in.
    static Optional<Path> folder(Path dropped) {
        if (Files.isDirectory(dropped)) {
            return Optional.of(dropped).filter(DataFolder::isPresent);
        }
        Path parent = dropped.toAbsolutePath().getParent();
        if (parent == null || !OWN.contains(String.valueOf(dropped.getFileName())) || !DataFolder.isPresent(parent)) {
            return Optional.empty();
        }
        return Optional.of(parent);
    }
}
