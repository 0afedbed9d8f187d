// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.ranking.Scoring;
import app.hometown.ui.map.MapPane;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Job;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Settings;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// What a window begins with, read on threads of its own beside what JavaFX does to start: first what the last window
/// left to be shown at once, then model and data.
final class Start {
    /// The property that names the first look that a package brings, which holds for the data that it brings.
    private static final String BROUGHT = "hometown.look";

    /// What is shown.
    ///
    /// @param workbench the workbench
    /// @param data its data folder, being opened
    record Begun(Workbench workbench, Job<Session> data) {}

    private final Folders folders;
    private final Scoring scoring;
    private final boolean remembers;
    private final Executor threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("hometown-job-", 1).factory());
    private final CompletableFuture<LookKey> key;
    private final CompletableFuture<Optional<KeptLook>> kept;
    private @Nullable CompletableFuture<Begun> begun;

    /// @param folders where the program reads
    /// @param scoring how it ranks
    /// @param remembers whether changed settings are saved
    Start(Folders folders, Scoring scoring, boolean remembers) {
        this.folders = folders;
        this.scoring = scoring;
        this.remembers = remembers;
        key = CompletableFuture.supplyAsync(() -> LookKey.of(folders, scoring), threads);
        kept = key.thenApply(now -> KeptLook.find(now, looks(folders))).exceptionally(error -> Optional.empty());
        var unused = kept.thenAccept(look -> {
            if (look.isEmpty()) {
                open();
            }
        });
    }

    private static List<Path> looks(Folders folders) {
        return Stream.concat(
                        Stream.of(folders.firstLook()),
                        Stream.ofNullable(System.getProperty(BROUGHT)).map(Path::of))
                .toList();
    }

    /// The first look as the last window left it, where it still holds.
    CompletableFuture<Optional<KeptLook>> kept() {
        return kept;
    }

    /// Begins to read model and data, if that has not begun.
    void open() {
        var unused = begun();
    }

    /// What is shown; begins to read model and data when it is first asked for.
    synchronized CompletableFuture<Begun> begun() {
        CompletableFuture<Begun> now = begun;
        if (now == null) {
            now = CompletableFuture.supplyAsync(this::begin, threads);
            begun = now;
        }
        return now;
    }

    private Begun begin() {
        SettingsFile settings =
                remembers ? new SettingsFile(folders.settings()) : SettingsFile.unsaved(folders.settings());
        Workbench workbench = new Workbench(folders, settings, scoring, threads);
        Begun opening = new Begun(workbench, workbench.open(folders.data()));
        var unused = opening.data().result().whenCompleteAsync((session, error) -> MapPane.prepare(), threads);
        return opening;
    }

    /// Tells all jobs to stop.
    ///
    /// @throws java.util.concurrent.CompletionException when there was nothing to show, with the reason
    void end() {
        begun().join().workbench().jobs().cancelAll();
    }

    /// Keeps the first look of the next start, when that will show the data of this one. On the JavaFX thread, when
    /// all settings are saved.
    ///
    /// @param opened what was opened at the start
    /// @param width of the window's scene, which may fill the screen
    /// @param height of that scene
    /// @param stage the window, closed
    /// @return completes when there is nothing more to be done, with whether it was drawn
    CompletableFuture<Boolean> keep(Begun opened, double width, double height, Stage stage) {
        Session session = opened.data().result().getNow(opened.workbench().session());
        Optional<Catalog> catalog = session.data().map(OpenData::catalog);
        if (catalog.isEmpty()
                || !catalog.equals(opened.workbench().session().data().map(OpenData::catalog))) {
            return CompletableFuture.completedFuture(false);
        }
        Settings settings = new SettingsFile(folders.settings()).get();
        Settings.Window window = settings.window();
        FirstLook first = new FirstLook(
                settings.withWindow(new Settings.Window(width, height, window.maximized(), window.sideWidth())));
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        // A window that is closed still knows how many pixels its screen has.
        stage.setScene(first.scene());
        // Gives everything its size.
        first.scene().snapshot(null);
        first.show(CompletableFuture.completedFuture(session), settings.user(), () -> drawn.complete(true));
        return drawn.thenCompose(done -> first.map().whenSettled())
                .thenApply(done -> KeptLook.of(first, window, stage.getRenderScaleX()))
                .thenApplyAsync(this::write, threads);
    }

    /// Unless the files have changed since they were read.
    private boolean write(KeptLook look) {
        LookKey now = LookKey.of(folders, scoring);
        boolean holds = now.data().equals(key.join().data());
        if (holds) {
            look.write(folders.firstLook(), now);
        }
        return holds;
    }
}
