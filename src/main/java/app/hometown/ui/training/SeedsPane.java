// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import app.hometown.workbench.training.SeedStability;
import java.util.function.IntSupplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Whether other seeds would show people other streams: the same training again and again, when asked for.
final class SeedsPane extends VBox {
    private static final double WIDTH = 720;

    private final SeedTrial seeds;
    private final Button run = new Button("", Icons.of(Feather.SHUFFLE, 16));
    private final PlotPane plot;

    /// @param k places of a list, asked each time
    SeedsPane(SeedTrial seeds, FigureTaking taking, IntSupplier k) {
        super(10);
        this.seeds = seeds;
        Label heading = new Label(Texts.text("seeds.title"));
        heading.getStyleClass().add("heading");
        Label what = new Label(Texts.text("seeds.what", SeedTrial.SEEDS));
        what.getStyleClass().add("quiet");
        what.setWrapText(true);
        HBox.setHgrow(what, Priority.ALWAYS);
        run.setId("try-seeds");
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(event -> seeds.start(k.getAsInt()));
        HBox line = new HBox(16, run, what);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(WIDTH);
        plot = new PlotPane(taking);
        plot.setId("figure-seeds");
        plot.setPrefHeight(320);
        plot.setMaxWidth(WIDTH);
        plot.managedProperty().bind(plot.visibleProperty());
        VBox.setMargin(plot, new Insets(0, 0, 0, -12));
        getChildren().addAll(heading, line, plot);
        seeds.found().addListener((property, before, now) -> show(now));
        seeds.job().addListener(property -> enable());
        show(seeds.found().get());
        enable();
    }

    private void show(@Nullable SeedStability found) {
        plot.setVisible(found != null);
        if (found != null) {
            plot.show(FeatureFigures.stability(found));
        }
    }

    private void enable() {
        boolean running = seeds.job().get() != null;
        run.setDisable(running);
        run.setText(Texts.text(running ? "seeds.running" : "seeds.run", SeedTrial.SEEDS));
    }
}
