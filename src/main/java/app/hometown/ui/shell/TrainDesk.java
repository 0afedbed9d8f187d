// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Theme;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.training.ModelShelf;
import app.hometown.ui.training.Outcome;
import app.hometown.ui.training.TrainingModel;
import app.hometown.ui.training.TrainingPane;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.History;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TextInputDialog;
import org.jspecify.annotations.Nullable;

/// Keeps the Train view together: what is trained, what came of it, the kept models.
final class TrainDesk {
    private final MainWindow window;
    private final TrainingModel model;
    private final Supplier<TrainingPane> making;
    private @Nullable TrainingPane pane;

    TrainDesk(Workbench workbench, MainWindow window, FileChoices files, Workers workers, History history) {
        this.window = window;
        var outcome = new Outcome(FxThread.EXECUTOR, window::say, window::failed);
        model = new TrainingModel(
                workbench, history, new Latest(workers.exploring(), FxThread.EXECUTOR, window::failed), outcome);
        making = () -> new TrainingPane(
                model,
                new ModelShelf(workbench, history, workers.saving(), outcome),
                files,
                new FigureTaking(files, workers.saving(), window::say, window::failed),
                new Latest(workers.exploring(), FxThread.EXECUTOR, window::failed),
                new TrainingPane.Around(() -> window.actions().openFolder(), this::ask, () -> window.comparison()
                        .k()
                        .get()));
    }

    /// What the view shows; made when it is first asked for.
    TrainingPane pane() {
        TrainingPane made = pane == null ? making.get() : pane;
        pane = made;
        return made;
    }

    /// Follows the workbench.
    void show(Session session) {
        if (pane == null) {
            model.show(session);
        } else {
            pane.show(session);
        }
    }

    /// What is trained.
    TrainingModel model() {
        return model;
    }

    /// Trains what the form says.
    void train() {
        window.show(Views.View.TRAIN);
        window.began();
        model.train();
    }

    /// Stops the training.
    void cancel() {
        model.cancel();
    }

    /// Trains the same with other seeds.
    void trySeeds() {
        window.show(Views.View.TRAIN);
        model.seeds().start(window.comparison().k().get());
    }

    /// Shows the kept models.
    void showModels() {
        window.show(Views.View.TRAIN);
        pane().showModels();
    }

    private Optional<String> ask(TextInputDialog dialog) {
        dialog.initOwner(window.scene().getWindow());
        Theme.adopt(dialog.getDialogPane(), window.scene());
        return dialog.showAndWait();
    }
}
