// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Data folders, or Parquet files in them, and comparison files dropped on the window.
final class Drops {
    private Drops() {}

    /// @param open opens a data folder
    /// @param openComparison opens a comparison file
    static void accept(Scene scene, Consumer<Path> open, Consumer<Path> openComparison) {
        scene.setOnDragOver(event -> {
            if (folder(event.getDragboard()).isPresent()
                    || comparison(event.getDragboard()).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            Optional<Path> folder = folder(event.getDragboard());
            Optional<Path> comparison = folder.isPresent() ? Optional.empty() : comparison(event.getDragboard());
            folder.ifPresent(open);
            comparison.ifPresent(openComparison);
            event.setDropCompleted(folder.isPresent() || comparison.isPresent());
            event.consume();
        });
    }

    private static Optional<Path> comparison(Dragboard dropped) {
        return dropped.getFiles().stream()
                .map(File::toPath)
                .filter(Drops::isComparison)
                .findFirst();
    }

    /// Whether a dropped file is meant as a comparison file.
    static boolean isComparison(Path dropped) {
        return dropped.toString().toLowerCase(Locale.ROOT).endsWith(".json") && !Files.isDirectory(dropped);
    }

    private static Optional<Path> folder(Dragboard dropped) {
        return dropped.getFiles().stream()
                .map(File::toPath)
                .map(Drops::folder)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// The data folder meant by a dropped file: itself, or the one that a Parquet file lies in.
    static Optional<Path> folder(Path dropped) {
        if (Files.isDirectory(dropped)) {
            return Optional.of(dropped);
        }
        boolean parquet = dropped.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
        return parquet ? Optional.ofNullable(dropped.toAbsolutePath().getParent()) : Optional.empty();
    }
}
