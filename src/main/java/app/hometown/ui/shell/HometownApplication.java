// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.FxThread;
import app.hometown.workbench.Folders;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program with its window. JavaFX makes the instance itself, so what it shows is handed over beforehand.
public final class HometownApplication extends Application {
    private static final AtomicReference<@Nullable Opening> HANDED_OVER = new AtomicReference<>();

    /// What is opened.
    ///
    /// @param start what the window begins with
    /// @param files what is opened in it then
    /// @param shown completes when everything is there, and the window closes then; null where a person closes it
    private record Opening(
            Start start, List<Path> files, @Nullable CompletableFuture<Shown> shown) {}

    /// When a window was there.
    ///
    /// @param data its data on the map, be it as the window before has kept it
    /// @param live the map itself
    /// @param whole everything beside the map as well, with the lists of a user
    public record Shown(Instant data, Instant live, Instant whole) {}

    private @Nullable StartedWindow window;

    /// Opens the window; returns when it is closed and all jobs have been told to stop. Once in a program's life.
    ///
    /// @param folders where it reads; JavaFX starts meanwhile
    /// @param scoring how it ranks
    /// @param files opened then, as if they were dropped on the window
    /// @throws CompletionException when there is nothing to show, with the reason
    public static void open(Folders folders, Scoring scoring, List<Path> files) {
        open(new Opening(new Start(folders, scoring, true), files, null));
    }

    /// Opens the window likewise, and closes it as soon as everything is there. Changes no settings.
    ///
    /// @return when what was there; fails as opening the data does
    public static CompletableFuture<Shown> openUntilShown(Folders folders, Scoring scoring) {
        CompletableFuture<Shown> shown = new CompletableFuture<>();
        open(new Opening(new Start(folders, scoring, false), List.of(), shown));
        shown.completeExceptionally(new CancellationException("the window was closed before the data was on the map"));
        return shown;
    }

    private static void open(Opening opening) {
        HANDED_OVER.set(opening);
        launch(HometownApplication.class);
        opening.start().end();
    }

    @Override
    public void start(Stage stage) {
        Opening opening = Objects.requireNonNull(HANDED_OVER.getAndSet(null), "started without a workbench");
        StartedWindow started = new StartedWindow(stage, opening.start(), this::browse);
        window = started;
        started.show(opening.files());
        CompletableFuture<Shown> told = opening.shown();
        if (told != null) {
            FxThread.whenDone(
                    started.shown(),
                    shown -> {
                        told.complete(shown);
                        started.close();
                    },
                    error -> {
                        told.completeExceptionally(error);
                        started.close();
                    });
        }
    }

    @Override
    public void stop() {
        StartedWindow ended = window;
        if (ended != null) {
            ended.end();
        }
    }

    private boolean browse(URI page) {
        getHostServices().showDocument(page.toString());
        return true;
    }
}
