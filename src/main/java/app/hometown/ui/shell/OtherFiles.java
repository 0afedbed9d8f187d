// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.InputException;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.mapping.MappingDialog;
import app.hometown.ui.mapping.MappingModel;
import app.hometown.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Other programs' files: looked at, mapped by the person, read in the background, and then data like any other.
final class OtherFiles {
    private final Workbench workbench;
    private final MainWindow window;
    private final FileChoices choices;
    private final Workers workers;

    OtherFiles(Workbench workbench, MainWindow window, FileChoices choices, Workers workers) {
        this.workbench = workbench;
        this.window = window;
        this.choices = choices;
        this.workers = workers;
    }

    /// Asks for files and opens them.
    void choose() {
        List<Path> files = choices.openAll(Texts.text("files.title"), Drops.TABLES);
        if (!files.isEmpty()) {
            open(files);
        }
    }

    /// Looks at files and asks what they are.
    void open(List<Path> files) {
        window.began();
        workers.saving().execute(() -> {
            try {
                List<MappingModel.Entry> found = MappingModel.look(files, workbench.mappings());
                // In a later turn: a dialog must not be shown while a drop is under way.
                FxThread.later(() -> ask(found, files));
            } catch (RuntimeException e) {
                FxThread.run(() -> window.failed(e));
            }
        });
    }

    private void ask(List<MappingModel.Entry> found, List<Path> files) {
        MappingModel model = new MappingModel(
                workbench.session().data().isPresent(),
                new Latest(workers.reading(), FxThread.EXECUTOR, window::failed));
        model.add(found);
        MappingDialog.ask(
                        window.scene(),
                        model,
                        choices,
                        target(files.getFirst()),
                        workers.saving(),
                        error -> FxThread.run(() -> window.failed(error)))
                .ifPresent(this::read);
    }

    private void read(MappingDialog.Order order) {
        window.began();
        FxThread.whenDone(
                workbench.open(order.files(), order.folder()).result(),
                session -> {
                    window.say(Texts.text(
                            "said.mapped",
                            Formats.count(order.files().size()),
                            order.folder().toAbsolutePath().normalize()));
                    remember(order);
                },
                window::failed);
    }

    private void remember(MappingDialog.Order order) {
        workers.saving().execute(() -> {
            try {
                order.remembered().forEach(workbench.mappings()::keep);
                workbench
                        .settings()
                        .update(settings -> settings.withRecentFolder(
                                order.folder().toAbsolutePath().normalize().toString()));
            } catch (InputException e) {
                FxThread.run(() -> window.failed(e));
            }
        });
    }

    /// A folder of its own beside the data, named as the first file.
    private Path target(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int end = name.indexOf('.', 1);
        String stem = (end < 0 ? name : name.substring(0, end)).replaceAll("[^\\p{L}\\p{N}_-]+", "-") + "-data";
        Path data = workbench.folders().data().toAbsolutePath().normalize();
        Path parent = data.getParent() == null ? data : data.getParent();
        Path free = parent.resolve(stem);
        for (int again = 2; Files.exists(free); again++) {
            free = parent.resolve(stem + "-" + again);
        }
        return free;
    }
}
