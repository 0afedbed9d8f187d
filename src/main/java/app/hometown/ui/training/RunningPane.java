// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import java.time.Duration;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A training under way: what is being done, how far it is, how long it will take, how the loss falls, and the way out.
final class RunningPane extends VBox {
    private static final double WIDTH = 760;

    private final Label title = new Label();
    private final Label phase = new Label();
    private final Label time = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final PlotPane loss;

    RunningPane(TrainingModel model, FigureTaking taking) {
        super(10);
        getStyleClass().add("page");
        title.getStyleClass().add("title");
        phase.setId("train-phase");
        phase.setMinWidth(0);
        time.getStyleClass().add("quiet");
        time.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button cancel = new Button(Texts.text("train.cancel"), Icons.of(Feather.X, 16));
        cancel.setId("train-cancel");
        cancel.setTooltip(new Tooltip(Texts.text("train.cancel.tip")));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        HBox work = new HBox(12, bar, cancel);
        work.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox words = new HBox(12, phase, gap, time);
        Label stays = new Label(Texts.text("train.stays"));
        stays.getStyleClass().add("quiet");
        stays.setWrapText(true);
        loss = new PlotPane(taking);
        loss.setPrefHeight(320);
        loss.setMaxHeight(420);
        VBox.setVgrow(loss, Priority.ALWAYS);
        VBox.setMargin(loss, new Insets(0, 0, 0, -12));
        VBox head = new VBox(10, title, words, work, stays);
        head.setMaxWidth(WIDTH);
        loss.setMaxWidth(WIDTH);
        getChildren().addAll(head, loss);
        model.run().addListener((property, before, now) -> show(now));
        show(model.run().get());
    }

    private void show(TrainingModel.@Nullable Run run) {
        if (run == null) {
            return;
        }
        title.setText(Texts.text(
                "train.now",
                Texts.text("algorithm." + run.request().options().algorithm().id())));
        phase.setText(
                run.status().total() > 0
                        ? Texts.text(
                                "train.phase.counted",
                                run.status().phase(),
                                Formats.count(run.status().done()),
                                Formats.count(run.status().total()))
                        : run.status().phase());
        String elapsed = Texts.text("train.elapsed", seconds(run.status().elapsed()));
        time.setText(run.remaining()
                .map(left -> elapsed + " · " + Texts.text("train.remaining", seconds(left)))
                .orElse(elapsed));
        bar.setProgress(run.status().fraction());
        bar.setAccessibleText(phase.getText());
        loss.setVisible(run.losses().size() > 1);
        if (run.losses().size() > 1) {
            loss.show(QualityFigures.loss(run.request().options(), run.losses()));
        }
    }

    /// A span of time: 12 s, or 2 min 5 s.
    static String seconds(Duration span) {
        long seconds = span.toSeconds();
        return seconds < 60
                ? Texts.text("time.seconds", Formats.count(seconds))
                : Texts.text("time.minutes", Formats.count(seconds / 60), Formats.count(seconds % 60));
    }
}
