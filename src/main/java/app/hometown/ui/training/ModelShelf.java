// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.models.KeptModel;
import app.hometown.workbench.models.RemovedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The kept models as a list one can change; every change can be taken back. Belongs to the foreground; files are read
/// and written by the worker, in the order of the changes.
public final class ModelShelf {
    private final Workbench workbench;
    private final History history;
    private final Executor worker;
    private final Outcome outcome;
    private final ObservableList<KeptModel> models = FXCollections.observableArrayList();
    private final ObservableList<KeptModel> readable = FXCollections.unmodifiableObservableList(models);

    /// @param workbench keeps the models
    /// @param history takes what can be taken back
    /// @param worker reads and writes files, one after the other
    /// @param outcome is told what was done
    public ModelShelf(Workbench workbench, History history, Executor worker, Outcome outcome) {
        this.workbench = workbench;
        this.history = history;
        this.worker = worker;
        this.outcome = outcome;
    }

    /// The kept models, the newest first, then those that do not fit.
    public ObservableList<KeptModel> models() {
        return readable;
    }

    /// Reads the folder again.
    public void refresh() {
        worker.execute(() -> {
            try {
                List<KeptModel> found = workbench.models().list();
                outcome.foreground().execute(() -> {
                    if (!found.equals(models)) {
                        models.setAll(found);
                    }
                });
            } catch (RuntimeException e) {
                outcome.foreground().execute(() -> outcome.failed().accept(e));
            }
        });
    }

    /// Ranks by a model from now on.
    public void activate(KeptModel model) {
        String before = activeName();
        change(
                () -> use(model.name()),
                Texts.text("said.model.used", model.name()),
                () -> history.record(new History.Edit(
                        Texts.text("edit.model.used", model.name()),
                        "",
                        () -> change(() -> use(before), "", () -> {}),
                        () -> change(() -> use(model.name()), "", () -> {}))));
    }

    private String activeName() {
        return models.stream()
                .filter(KeptModel::active)
                .map(KeptModel::name)
                .findFirst()
                .orElse("");
    }

    private void use(String name) {
        if (!name.isEmpty()) {
            workbench.activate(name).await();
        }
    }

    /// Gives a model another name.
    public void rename(KeptModel model, String name) {
        if (name.isBlank() || name.equals(model.name())) {
            return;
        }
        change(
                () -> rename(model.name(), name),
                Texts.text("said.model.renamed", model.name(), name),
                () -> history.record(new History.Edit(
                        Texts.text("edit.model.renamed", name),
                        "",
                        () -> change(() -> rename(name, model.name()), "", () -> {}),
                        () -> change(() -> rename(model.name(), name), "", () -> {}))));
    }

    private void rename(String from, String to) {
        boolean active = workbench.models().rename(from, to).active();
        if (active) {
            workbench.renewModel().await();
        }
    }

    /// Copies a model to a file.
    public void export(KeptModel model, Path to) {
        change(() -> workbench.models().export(model.name(), to), Texts.text("said.exported", to), () -> {});
    }

    /// Takes models out of the list.
    public void delete(List<KeptModel> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        List<String> names = chosen.stream().map(KeptModel::name).toList();
        List<RemovedModel> removed = new CopyOnWriteArrayList<>();
        change(
                () -> deleteInto(removed, names),
                Texts.counted("said.model.deleted", names.size(), names.getFirst()),
                () -> history.record(new History.Edit(
                        Texts.counted("edit.model.deleted", names.size(), names.getFirst()),
                        "",
                        () -> change(() -> restore(removed), "", () -> {}),
                        () -> change(() -> deleteInto(removed, names), "", () -> {}))));
    }

    /// @param removed takes what was removed, in place of what is in it
    private void deleteInto(List<RemovedModel> removed, List<String> names) {
        removed.clear();
        for (String name : names) {
            removed.add(workbench.models().delete(name));
        }
        renewWhenActive(removed);
    }

    private void restore(List<RemovedModel> removed) {
        removed.forEach(workbench.models()::restore);
        renewWhenActive(removed);
    }

    private void renewWhenActive(List<RemovedModel> removed) {
        if (removed.stream().anyMatch(RemovedModel::wasActive)) {
            workbench.renewModel().await();
        }
    }

    private void change(Runnable work, String said, Runnable done) {
        worker.execute(() -> {
            try {
                work.run();
                outcome.foreground().execute(() -> {
                    if (!said.isEmpty()) {
                        outcome.say().accept(said);
                    }
                    done.run();
                });
            } catch (RuntimeException e) {
                outcome.foreground().execute(() -> outcome.failed().accept(e));
            }
        });
        refresh();
    }
}
