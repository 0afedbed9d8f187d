// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.SystemFileChoices;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.fx.WebPages;
import app.hometown.workbench.Session;
import app.hometown.workbench.Settings;
import app.hometown.workbench.Workbench;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program's window from its start to its end: what the last one left is shown at once, the map with the data takes
/// its place, the rest comes round it; and when it is closed it leaves the same for the next.
///
/// Made and used on the JavaFX thread.
final class StartedWindow {
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

    /// How long the program stays after its window for the next start's sake.
    private static final int PATIENCE_SECONDS = 3;

    private final Stage stage;
    private final Start start;
    private final WebPages pages;
    private final Workers workers = Workers.threads();
    private final CompletableFuture<HometownApplication.Shown> shown = new CompletableFuture<>();
    private Instant dataSeen = Instant.MAX;
    private @Nullable MainWindow window;

    /// @param stage what it is shown on
    /// @param start what it begins with
    /// @param pages opens pages in a browser
    StartedWindow(Stage stage, Start start, WebPages pages) {
        this.stage = stage;
        this.start = start;
        this.pages = pages;
    }

    /// Shows it.
    ///
    /// @param files opened when everything is there, as if they were dropped on it
    void show(List<Path> files) {
        stage.setTitle(Texts.text("app.name"));
        stage.setMinWidth(960);
        stage.setMinHeight(640);
        KeptLook kept = start.kept()
                .join()
                .filter(look -> look.fits(Screen.getPrimary()))
                .orElse(null);
        if (kept == null) {
            begin(null, files);
            return;
        }
        stage.setScene(kept.scene());
        stage.setMaximized(kept.window().maximized());
        FxThread.afterPicture(() -> {
            dataSeen = Instant.now();
            begin(kept, files);
        });
        stage.show();
        // Not before: what is shown at once has the processors for itself.
        start.open();
    }

    /// Makes the map with the data, behind what is shown already.
    private void begin(@Nullable KeptLook kept, List<Path> files) {
        CompletableFuture<Start.Begun> begun = start.begun();
        Theme.loadFonts();
        // Why there is nothing says who opened the window.
        FxThread.whenDone(begun, now -> look(now, kept, files), error -> Platform.exit());
    }

    private void look(Start.Begun begun, @Nullable KeptLook kept, List<Path> files) {
        Settings settings = begun.workbench().settings().get();
        FirstLook first = kept == null ? new FirstLook(settings) : new FirstLook(settings, kept, stage.getScene());
        if (kept == null) {
            stage.setScene(first.scene());
            stage.setMaximized(settings.window().maximized());
        }
        first.show(
                begun.data().result(),
                settings.user(),
                () -> FxThread.afterPicture(() -> complete(begun, first, files)));
        stage.show();
    }

    /// Makes the rest of the window round the map.
    private void complete(Start.Begun begun, FirstLook first, List<Path> files) {
        Instant live = Instant.now();
        Workbench workbench = begun.workbench();
        MainWindow made = new MainWindow(
                workbench,
                new SystemFileChoices(() -> stage),
                workers,
                workbench.settings().get(),
                pages,
                first);
        window = made;
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> FxThread.run(() -> made.failed(error)));
        Platform.setImplicitExit(false);
        stage.setOnCloseRequest(event -> close(begun, made));
        CompletableFuture<Session> opened = made.openFirst(begun.data());
        if (!files.isEmpty()) {
            Runnable drop = () -> made.actions().drop(files);
            FxThread.whenDone(opened, session -> drop.run(), error -> drop.run());
        }
        CompletableFuture<Session> whole =
                opened.thenComposeAsync(session -> made.whenRanked().thenApply(done -> session), FxThread.EXECUTOR);
        FxThread.whenDone(
                whole,
                done -> {
                    dress();
                    FxThread.afterPicture(() -> shown.complete(new HometownApplication.Shown(
                            dataSeen.isBefore(live) ? dataSeen : live, live, Instant.now())));
                },
                error -> {
                    dress();
                    shown.completeExceptionally(error);
                });
    }

    /// Completes, on the JavaFX thread, when everything is there; fails as opening the data does.
    CompletableFuture<HometownApplication.Shown> shown() {
        return shown;
    }

    /// Asks the window to close, as its own button does.
    void close() {
        MainWindow made = window;
        if (made != null) {
            made.close();
        }
    }

    /// Closes the window at once, and ends the program when the next start's first look is kept, which nobody waits
    /// for.
    private void close(Start.Begun begun, MainWindow closed) {
        double width = closed.scene().getWidth();
        double height = closed.scene().getHeight();
        remember(begun.workbench(), closed);
        stage.hide();
        begun.workbench().jobs().cancelAll();
        var unused = CompletableFuture.runAsync(() -> {}, workers.saving())
                .thenComposeAsync(saved -> start.keep(begun, width, height, stage), FxThread.EXECUTOR)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((kept, error) -> Platform.exit());
    }

    /// A maximised window keeps the size that it had before.
    private void remember(Workbench workbench, MainWindow closed) {
        Settings.Window before = workbench.settings().get().window();
        boolean maximized = stage.isMaximized();
        Settings.Window now = new Settings.Window(
                maximized ? before.width() : closed.scene().getWidth(),
                maximized ? before.height() : closed.scene().getHeight(),
                maximized,
                closed.sides().width());
        Settings.Drawer drawer = closed.drawerStands();
        workers.saving().execute(() -> workbench.settings().update(settings -> settings.withWindow(now)
                .withDrawer(drawer)));
    }

    /// Ends what the window has begun, and saves what is still to be saved.
    void end() {
        MainWindow made = window;
        if (made != null) {
            made.quit();
        }
        workers.close();
    }

    /// Eight pictures that the first one can do without.
    private void dress() {
        IntStream.of(ICON_SIZES).mapToObj(StartedWindow::icon).forEach(stage.getIcons()::add);
    }

    private static Image icon(int size) {
        String name = "/app/hometown/icons/hometown-" + size + ".png";
        return new Image(Objects.requireNonNull(StartedWindow.class.getResource(name), name)
                .toExternalForm());
    }
}
