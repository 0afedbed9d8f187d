// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.SystemFileChoices;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.workbench.Job;
import app.hometown.workbench.Session;
import app.hometown.workbench.Settings;
import app.hometown.workbench.Workbench;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program with its window. JavaFX makes the instance itself, so what it shows is handed over beforehand.
public final class HometownApplication extends Application {
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final AtomicReference<@Nullable Opening> HANDED_OVER = new AtomicReference<>();

    /// What the window will show.
    ///
    /// @param workbench the workbench
    /// @param data its data folder, being opened
    public record Begun(Workbench workbench, Job<Session> data) {
        /// Begins to open the workbench's data folder.
        public static Begun of(Workbench workbench) {
            return new Begun(workbench, workbench.open(workbench.folders().data()));
        }
    }

    /// What is opened.
    ///
    /// @param begun what the window shows
    /// @param files what is opened in it then
    /// @param shown completes when its data is on the map, and the window closes then; null where a person closes
    /// it
    private record Opening(
            CompletableFuture<Begun> begun,
            List<Path> files,
            @Nullable CompletableFuture<Shown> shown) {}

    /// When a window was there.
    ///
    /// @param data its data on the map
    /// @param whole everything beside the map as well, with the lists of a user
    public record Shown(Instant data, Instant whole) {}

    private final Workers workers = Workers.threads();
    private @Nullable MainWindow shown;

    /// Opens the window; returns when it is closed and all jobs have been told to stop. Once in a program's life.
    ///
    /// @param begun what it shows; JavaFX starts meanwhile
    /// @param files opened then, as if they were dropped on the window
    /// @throws CompletionException when there is nothing to show, with the reason
    public static void open(CompletableFuture<Begun> begun, List<Path> files) {
        open(new Opening(begun, files, null));
    }

    /// Opens the window likewise, and closes it as soon as the data is on the map. Changes no settings.
    ///
    /// @return when what was there; fails as opening the data does
    public static CompletableFuture<Shown> openUntilShown(CompletableFuture<Begun> begun) {
        CompletableFuture<Shown> shown = new CompletableFuture<>();
        open(new Opening(begun, List.of(), shown));
        shown.completeExceptionally(new CancellationException("the window was closed before the data was on the map"));
        return shown;
    }

    private static void open(Opening opening) {
        HANDED_OVER.set(opening);
        launch(HometownApplication.class);
        opening.begun().join().workbench().jobs().cancelAll();
    }

    @Override
    public void start(Stage stage) {
        Opening opening = Objects.requireNonNull(HANDED_OVER.getAndSet(null), "started without a workbench");
        Theme.loadFonts();
        Begun begun;
        try {
            begun = opening.begun().join();
        } catch (CompletionException e) {
            // Said by who opened the window.
            Platform.exit();
            return;
        }
        Settings settings = begun.workbench().settings().get();
        FirstLook first = new FirstLook(settings);
        stage.setTitle(Texts.text("app.name"));
        stage.setMinWidth(960);
        stage.setMinHeight(640);
        stage.setScene(first.scene());
        stage.setMaximized(settings.window().maximized());
        first.show(
                begun.data().result(),
                settings.user(),
                () -> FxThread.afterPicture(() -> complete(stage, first, begun, opening)));
        stage.show();
    }

    /// Makes the rest of the window round the map.
    private void complete(Stage stage, FirstLook first, Begun begun, Opening opening) {
        Instant data = Instant.now();
        Workbench workbench = begun.workbench();
        MainWindow window = new MainWindow(
                workbench,
                new SystemFileChoices(() -> stage),
                workers,
                workbench.settings().get(),
                this::browse,
                first);
        shown = window;
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> FxThread.run(() -> window.failed(error)));
        stage.setOnCloseRequest(event -> {
            remember(workbench, window, stage);
            stage.close();
        });
        CompletableFuture<Session> opened = window.openFirst(begun.data());
        if (!opening.files().isEmpty()) {
            Runnable drop = () -> window.actions().drop(opening.files());
            FxThread.whenDone(opened, session -> drop.run(), error -> drop.run());
        }
        CompletableFuture<Session> whole =
                opened.thenComposeAsync(session -> window.whenRanked().thenApply(done -> session), FxThread.EXECUTOR);
        // Eight pictures that the first one can do without.
        FxThread.whenDone(whole, done -> dress(stage), error -> dress(stage));
        CompletableFuture<Shown> told = opening.shown();
        if (told != null) {
            FxThread.whenDone(
                    whole,
                    done -> FxThread.afterPicture(() -> {
                        told.complete(new Shown(data, Instant.now()));
                        stage.close();
                    }),
                    error -> {
                        told.completeExceptionally(error);
                        stage.close();
                    });
        }
    }

    @Override
    public void stop() {
        MainWindow window = shown;
        if (window != null) {
            window.quit();
        }
        workers.close();
    }

    private boolean browse(URI page) {
        getHostServices().showDocument(page.toString());
        return true;
    }

    /// A maximised window keeps the size that it had before.
    private void remember(Workbench workbench, MainWindow window, Stage stage) {
        Settings.Window before = workbench.settings().get().window();
        boolean maximized = stage.isMaximized();
        Settings.Window now = new Settings.Window(
                maximized ? before.width() : window.scene().getWidth(),
                maximized ? before.height() : window.scene().getHeight(),
                maximized,
                window.sides().width());
        Settings.Drawer drawer = window.drawerStands();
        workers.saving().execute(() -> workbench.settings().update(settings -> settings.withWindow(now)
                .withDrawer(drawer)));
    }

    private static void dress(Stage stage) {
        IntStream.of(ICON_SIZES).mapToObj(HometownApplication::icon).forEach(stage.getIcons()::add);
    }

    private static Image icon(int size) {
        String name = "/app/hometown/icons/hometown-" + size + ".png";
        return new Image(Objects.requireNonNull(HometownApplication.class.getResource(name), name)
                .toExternalForm());
    }
}
