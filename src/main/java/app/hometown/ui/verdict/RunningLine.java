// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Job;
import app.hometown.workbench.Jobs;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// An evaluation under way: what is being done, how far it is, and the way out. Takes no room while there is none.
final class RunningLine extends HBox {
    private final EvaluationModel model;
    private final Label phase = new Label();
    private final ProgressBar bar = new ProgressBar();

    RunningLine(EvaluationModel model, Jobs jobs) {
        super(12);
        this.model = model;
        getStyleClass().add("evaluate-running");
        setAlignment(Pos.CENTER_LEFT);
        phase.setId("evaluate-phase");
        phase.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button cancel = new Button(Texts.text("job.cancel"), Icons.of(Feather.X, 16));
        cancel.setId("evaluate-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        getChildren().addAll(phase, bar, cancel);
        managedProperty().bind(visibleProperty());
        model.job().addListener((property, before, now) -> show(now));
        jobs.watch(changed -> FxThread.run(() -> tell(changed)));
        show(model.job().get());
    }

    private void show(@Nullable Job<?> job) {
        setVisible(job != null);
        if (job != null) {
            tell(job);
        }
    }

    private void tell(Job<?> changed) {
        if (changed == model.job().get()) {
            Job.Status status = changed.status();
            String what = status.phase().isEmpty() ? changed.title() : status.phase();
            phase.setText(
                    status.total() > 0
                            ? Texts.text(
                                    "evaluate.phase", what, Formats.count(status.done()), Formats.count(status.total()))
                            : what);
            bar.setProgress(status.fraction());
            bar.setAccessibleText(phase.getText());
        }
    }
}
