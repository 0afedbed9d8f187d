// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import app.hometown.ui.compare.CompareModel;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.History;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;

/// What if this stream went off the air, or had other viewers: changes of the chosen stream in what is open, which the
/// history takes back. Used from the window's thread; the change itself is made on a worker.
final class StreamChanges {
    private final Workbench workbench;
    private final MainWindow window;
    private final Executor worker;
    private final History history;

    StreamChanges(Workbench workbench, MainWindow window, Executor worker, History history) {
        this.workbench = workbench;
        this.window = window;
        this.worker = worker;
        this.history = history;
    }

    /// Takes the chosen stream off the air.
    void takeOffAir() {
        chosen().ifPresent(now -> {
            if (now.live()) {
                change(now, new Streams.Change(now.row(), false, now.avgViewerCount()), "said.offAir");
            } else {
                window.say(Texts.text("said.offAirAlready", id(now.row())));
            }
        });
    }

    /// Asks for the chosen stream's viewers.
    void changeViewers() {
        chosen().ifPresent(now -> ask(window.scene(), id(now.row()), now)
                .filter(viewers -> viewers != now.avgViewerCount())
                .ifPresent(viewers -> change(now, new Streams.Change(now.row(), now.live(), viewers), "said.viewers")));
    }

    /// Gives a stream other viewers.
    ///
    /// @param row the stream
    /// @param viewers on average
    void viewers(int row, int viewers) {
        catalog().map(Catalog::streams).ifPresent(all -> {
            var before = new Streams.Change(row, all.live(row), all.avgViewerCount(row));
            change(before, new Streams.Change(row, before.live(), viewers), "said.viewers");
        });
    }

    private void change(Streams.Change before, Streams.Change after, String said) {
        String id = id(after.row());
        apply(after, Texts.text(said, id, Formats.count(after.avgViewerCount())));
        history.record(new History.Edit(
                Texts.text("edit.stream", id),
                "",
                () -> apply(before, Texts.text("said.undone", id)),
                () -> apply(after, Texts.text(said, id, Formats.count(after.avgViewerCount())))));
    }

    private void apply(Streams.Change change, String said) {
        worker.execute(() -> {
            try {
                workbench.apply(List.of(change));
                FxThread.run(() -> window.say(said));
            } catch (RuntimeException e) {
                FxThread.run(() -> window.failed(e));
            }
        });
    }

    /// The chosen stream as it is, if one is chosen; else says that one must be.
    private Optional<Streams.Change> chosen() {
        int row = window.comparison().selected().get();
        Optional<Streams> streams = catalog().map(Catalog::streams);
        if (row == CompareModel.NONE || streams.isEmpty()) {
            window.say(Texts.text("said.noStream"));
            return Optional.empty();
        }
        return streams.map(all -> new Streams.Change(row, all.live(row), all.avgViewerCount(row)));
    }

    private String id(int row) {
        return catalog().orElseThrow().streams().ids().get(row);
    }

    private Optional<Catalog> catalog() {
        return workbench.session().data().map(OpenData::catalog);
    }

    private static Optional<Integer> ask(Scene scene, String id, Streams.Change now) {
        TextInputDialog dialog = new TextInputDialog(String.valueOf(now.avgViewerCount()));
        dialog.initOwner(scene.getWindow());
        Theme.adopt(dialog.getDialogPane(), scene);
        dialog.setTitle(Texts.text("viewers.title"));
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(Texts.text("viewers.label", id));
        var text = dialog.getEditor().textProperty();
        dialog.getDialogPane()
                .lookupButton(ButtonType.OK)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !text.get().matches("[0-9]{1,9}"), text));
        return dialog.showAndWait().map(Integer::valueOf);
    }
}
