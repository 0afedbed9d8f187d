// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.files.AtomicFile;
import app.hometown.files.Json;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ui.compare.ComparisonTable;
import app.hometown.ui.compare.Lists;
import app.hometown.ui.compare.drawer.DrawerTab;
import app.hometown.ui.data.DataPane;
import app.hometown.ui.data.GenerateDialog;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.map.online.OnlineTilesDialog;
import app.hometown.workbench.Job;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.History;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import tools.jackson.databind.JsonNode;

/// What one can do in the window, whichever way it is asked for: menu, shortcut, button, drop.
final class Actions {
    private final Workbench workbench;
    private final MainWindow window;
    private final FileChoices files;
    private final Workers workers;
    private final StreamChanges streams;
    private final MapTaking taking;
    private final History history;
    private final OtherFiles otherFiles;

    Actions(Workbench workbench, MainWindow window, FileChoices files, Workers workers, History history) {
        this.workbench = workbench;
        this.window = window;
        this.files = files;
        this.workers = workers;
        this.history = history;
        streams = new StreamChanges(workbench, window, workers.reading(), history);
        taking = new MapTaking(workbench, window, files);
        otherFiles = new OtherFiles(workbench, window, files, workers);
    }

    void openFolder() {
        Path start = workbench
                .session()
                .data()
                .map(OpenData::folder)
                .orElse(workbench.folders().data());
        files.folder(Texts.text("open.title"), start).ifPresent(this::open);
    }

    /// Opens whatever was dropped on the window.
    void drop(List<Path> files) {
        workers.saving().execute(() -> {
            try {
                Drops.meant(files)
                        .ifPresent(meant -> FxThread.run(() -> {
                            switch (meant) {
                                case Drops.Meant.Folder folder -> open(folder.folder());
                                case Drops.Meant.Definition definition -> openDefinition(definition.file());
                                case Drops.Meant.Tables tables -> otherFiles.open(tables.files());
                            }
                        }));
            } catch (RuntimeException e) {
                FxThread.run(() -> window.failed(e));
            }
        });
    }

    /// Other programs' files.
    OtherFiles otherFiles() {
        return otherFiles;
    }

    void open(Path folder) {
        opening(folder, workbench.open(folder));
    }

    /// Says what comes of opening a folder.
    Job<Session> opening(Path folder, Job<Session> job) {
        follow(job, session -> {
            workers.saving().execute(() -> workbench
                    .settings()
                    .update(settings -> settings.withRecentFolder(
                            folder.toAbsolutePath().normalize().toString())));
            window.say(Texts.text("said.opened", folder));
        });
        return job;
    }

    void generate() {
        GenerateDialog.ask(window.scene(), files, workbench.folders().data()).ifPresent(this::generate);
    }

    private void generate(GenerateDialog.Order order) {
        GeneratorOptions options = order.options();
        follow(
                workbench.generate(options, order.folder()),
                session -> window.say(Texts.text(
                        "said.generated",
                        Formats.count(options.users()),
                        Formats.count(options.streams()),
                        order.folder().toAbsolutePath().normalize())));
    }

    /// Trains the default model and ranks by it: for when there is none yet.
    void trainAndUse() {
        follow(
                workbench.train(TrainingOptions.DEFAULT, workbench.folders().model()),
                result -> window.say(Texts.text(
                        "said.trainedAndUsed", Formats.decimals(result.test().auc(), 3))));
    }

    /// Shows or hides the filters of the view.
    void toggleFilters() {
        if (data().pane().isVisible()) {
            data().toggleFilters();
        } else {
            explore().toggleFilters();
        }
    }

    /// The Data view.
    DataDesk data() {
        return window.data();
    }

    TrainDesk training() {
        return window.training();
    }

    EvaluateDesk evaluating() {
        return window.evaluating();
    }

    ServeDesk serving() {
        return window.serving();
    }

    void showReport() {
        window.data().show(DataPane.Page.LOADING);
    }

    void copyComparison() {
        Lists lists = window.comparison().lists().get();
        if (lists == null) {
            window.say(Texts.text("said.nothingToCopy"));
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(ComparisonTable.tabs(lists));
        Clipboard.getSystemClipboard().setContent(content);
        window.say(Texts.text("said.copied", lists.user().id()));
    }

    void exportComparison() {
        Lists lists = window.comparison().lists().get();
        if (lists == null) {
            window.say(Texts.text("said.nothingToCopy"));
            return;
        }
        Optional<Path> file =
                files.save(Texts.text("export.title"), lists.user().id() + ".csv");
        file.ifPresent(path -> workers.saving().execute(() -> {
            try {
                AtomicFile.write(
                        path, out -> out.write(ComparisonTable.csv(lists).getBytes(StandardCharsets.UTF_8)));
                FxThread.run(() -> window.say(Texts.text("said.exported", path)));
            } catch (RuntimeException e) {
                FxThread.run(() -> window.failed(e));
            }
        }));
    }

    /// Opens an evaluation, a comparison or a scoring file, whichever it is.
    void openDefinition(Path file) {
        window.began();
        workers.saving().execute(() -> {
            try {
                JsonNode content = Json.read(file, JsonNode.class);
                FxThread.run(() -> {
                    if (content.has("provenance")) {
                        evaluating().open(file);
                    } else if (content.has("rankers")) {
                        compare().open(file);
                    } else {
                        whatIf().openScoring(file);
                    }
                });
            } catch (RuntimeException e) {
                FxThread.run(() -> window.failed(e));
            }
        });
    }

    /// The Compare view.
    CompareDesk compare() {
        return window.compare();
    }

    void saveMap(int scale) {
        taking.save(scale);
    }

    void copyMap(int scale) {
        taking.copy(scale);
    }

    void chooseOnlineTiles() {
        OnlineTilesDialog.ask(window.scene(), workbench.settings().get().tiles())
                .ifPresent(tiles -> {
                    window.show(tiles);
                    workers.saving().execute(() -> workbench.settings().update(settings -> settings.withTiles(tiles)));
                });
    }

    void takeOffAir() {
        streams.takeOffAir();
    }

    void changeViewers() {
        streams.changeViewers();
    }

    /// Gives a stream other viewers, as a step that can be taken back.
    void viewers(int row, int viewers) {
        streams.viewers(row, viewers);
    }

    /// Explains the chosen stream against the next one that is chosen.
    void compareWithNext() {
        window.whatIf().compareWithNext();
    }

    void show(DrawerTab tab) {
        window.drawer().show(tab);
    }

    void toggleDrawer() {
        window.drawer().toggle();
    }

    WhatIf whatIf() {
        return window.whatIf();
    }

    void undo() {
        Optional<History.Edit> edit = history.undo();
        window.say(
                edit.isPresent()
                        ? Texts.text("said.filterUndone", edit.get().what())
                        : Texts.text("said.nothingToUndo"));
    }

    void redo() {
        Optional<History.Edit> edit = history.redo();
        window.say(
                edit.isPresent()
                        ? Texts.text("said.filterRedone", edit.get().what())
                        : Texts.text("said.nothingToRedo"));
    }

    ExploreDesk explore() {
        return window.explore();
    }

    /// The picked user was moved on the map.
    ///
    /// @param back takes it back
    /// @param again does it again
    void undoable(Runnable back, Runnable again) {
        history.record(new History.Edit(Texts.text("edit.moved"), "", back, again));
        window.say(Texts.text("said.moved"));
    }

    /// The picked user went back to where the data have it.
    void wentHome() {
        window.say(Texts.text("said.home"));
    }

    void quit() {
        window.close();
    }

    void show(Views.View view) {
        window.show(view);
    }

    void search() {
        window.focusSearch();
    }

    void zoom(int steps) {
        window.zoom(steps);
    }

    void flyToUser() {
        window.flyToUser();
    }

    void switchTheme() {
        Theme next = window.theme().other();
        window.show(next);
        workers.saving().execute(() -> workbench.settings().update(settings -> settings.withTheme(next.key())));
    }

    void length(int k) {
        window.comparison().k().set(k);
    }

    void showShortcuts() {
        window.showShortcuts();
    }

    void showAbout() {
        window.showAbout();
    }

    /// Shows what comes of a job: its result, or why it failed.
    private <T> void follow(Job<T> job, Consumer<T> done) {
        window.began();
        FxThread.whenDone(job.result(), done, window::failed);
    }
}
