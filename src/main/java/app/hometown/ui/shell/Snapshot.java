// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Theme;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Settings;
import app.hometown.workbench.Workbench;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;

/// Pictures of the window, with or without a display.
public final class Snapshot {
    /// Nobody is there to be asked.
    private static final FileChoices NOBODY = new FileChoices() {
        @Override
        public Optional<Path> folder(String title, Path start) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> open(String title, String ending) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String name) {
            return Optional.empty();
        }
    };

    private Snapshot() {}

    /// Renders the window as it is for a user. Changes no settings.
    ///
    /// Without a display the program must have been started with `-Dglass.platform=Headless -Dprism.order=sw`, or
    /// have set these properties before its first use of JavaFX. Not on the JavaFX thread.
    ///
    /// @param workbench with data open
    /// @param userId whom to pick
    /// @param width in pixels
    /// @param height in pixels
    /// @param theme light or dark
    /// @throws app.hometown.domain.InputException when nothing is open or there is no such user
    public static BufferedImage render(Workbench workbench, String userId, int width, int height, Theme theme) {
        OpenData open = workbench.session().requireData();
        int row =
                open.catalog().users().ids().indexOf(open.catalog().user(userId).id());
        start();
        try {
            return CompletableFuture.supplyAsync(() -> open(workbench, row, width, height, theme), FxThread.EXECUTOR)
                    .thenCompose(window -> window.map().pane().whenSettled().thenApply(settled -> picture(window)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static MainWindow open(Workbench workbench, int row, int width, int height, Theme theme) {
        Theme.loadFonts();
        Settings settings = workbench.settings().get();
        Settings.Window place = new Settings.Window(
                width, height, false, Math.min(settings.window().sideWidth(), width * 0.42));
        MainWindow window = new MainWindow(
                workbench,
                NOBODY,
                Workers.forPicture(),
                settings.withWindow(place).withTheme(theme.key()).withTiles(Settings.Tiles.OFF));
        window.map().pane().setAnimated(false);
        window.comparison().pick(row);
        // Gives everything its size, from which rows take their height and the map its view.
        picture(window);
        return window;
    }

    private static BufferedImage picture(MainWindow window) {
        window.scene().snapshot(null);
        return SwingFXUtils.fromFXImage(window.scene().snapshot(null), null);
    }

    private static void start() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (IllegalStateException alreadyStarted) {
            return;
        }
        Platform.setImplicitExit(false);
        started.join();
    }
}
