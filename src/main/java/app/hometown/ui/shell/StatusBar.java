// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.map.MapPane;
import app.hometown.workbench.Job;
import app.hometown.workbench.Jobs;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The last line of the window: what was done last, what is being done and how to stop it, where the pointer is.
final class StatusBar extends HBox {
    private final Jobs jobs;
    private final Label message = new Label();
    private final Label job = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Label place = new Label();
    private final HBox work;

    StatusBar(Jobs jobs) {
        super(16);
        this.jobs = jobs;
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        message.setId("status-message");
        message.setMinWidth(0);
        job.setId("status-job");
        job.setMinWidth(0);
        progress.getStyleClass().add("thin-bar");
        progress.setPrefWidth(120);
        Button cancel = Icons.button(Feather.X, Texts.text("job.cancel"), this::cancel);
        cancel.setId("cancel-job");
        work = new HBox(8, job, progress, cancel);
        work.setAlignment(Pos.CENTER_RIGHT);
        work.managedProperty().bind(work.visibleProperty());
        place.setId("status-place");
        place.getStyleClass().add("place-label");
        place.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(message, gap, work, place);
        jobs.watch(changed -> FxThread.run(this::refresh));
        refresh();
    }

    /// Says what was done.
    void say(String text) {
        message.setText(text);
    }

    /// Shows where the pointer is on the map, or nothing when it is elsewhere.
    void point(MapPane.@Nullable Place at) {
        place.setText(at == null ? "" : Formats.coordinates(at.latitude(), at.longitude()));
    }

    private void cancel() {
        List<Job<?>> running = jobs.running();
        if (!running.isEmpty()) {
            running.getLast().cancel();
        }
    }

    private void refresh() {
        List<Job<?>> running = jobs.running();
        work.setVisible(!running.isEmpty());
        if (running.isEmpty()) {
            return;
        }
        Job<?> newest = running.getLast();
        Job.Status status = newest.status();
        String others = running.size() == 1 ? "" : "  " + Texts.text("job.others", running.size() - 1);
        job.setText(words(newest.title(), status) + others);
        progress.setProgress(status.fraction());
        progress.setAccessibleText(job.getText());
    }

    /// A job in a line: "Train model · solving, 3 of 8".
    static String words(String title, Job.Status status) {
        if (status.phase().isEmpty()) {
            return title;
        }
        return status.total() > 0
                ? Texts.text(
                        "job.counted",
                        title,
                        status.phase(),
                        Formats.count(status.done()),
                        Formats.count(status.total()))
                : Texts.text("job.phase", title, status.phase());
    }
}
