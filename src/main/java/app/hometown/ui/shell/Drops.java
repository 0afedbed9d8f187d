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
    /// @param openDefinition opens a comparison or a scoring file
    static void accept(Scene scene, Consumer<Path> open, Consumer<Path> openDefinition) {
        scene.setOnDragOver(event -> {
            if (folder(event.getDragboard()).isPresent()
                    || definition(event.getDragboard()).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            Optional<Path> folder = folder(event.getDragboard());
            Optional<Path> definition = folder.isPresent() ? Optional.empty() : definition(event.getDragboard());
            folder.ifPresent(open);
            definition.ifPresent(openDefinition);
            event.setDropCompleted(folder.isPresent() || definition.isPresent());
            event.consume();
        });
    }

    private static Optional<Path> definition(Dragboard dropped) {
        return dropped.getFiles().stream()
                .map(File::toPath)
                .filter(Drops::isDefinition)
                .findFirst();
    }

    /// Whether a dropped file is meant as a comparison or a scoring file.
    static boolean isDefinition(Path dropped) {
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
