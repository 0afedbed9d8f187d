// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.results.ThresholdMetrics;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.FigureGrid;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.ui.plot.PlotPane;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The threshold above which a click is foretold, and everything that moves with it. What follows the slider is worked
/// out elsewhere, the newest only.
final class ThresholdPane extends VBox {
    private final Latest following;
    private final Slider slider = new Slider(0, 1, 0.5);
    private final Label value = new Label();
    private final Label shares = new Label();
    private final PlotPane scores;
    private final PlotPane confusion;
    private final PlotPane roc;
    private final PlotPane precisionRecall;
    private @Nullable Results results;

    ThresholdPane(FigureTaking taking, Latest following) {
        super(10);
        this.following = following;
        scores = new PlotPane(taking);
        confusion = new PlotPane(taking);
        roc = new PlotPane(taking);
        precisionRecall = new PlotPane(taking);
        roc.setId("figure-roc");
        slider.setId("threshold");
        slider.setBlockIncrement(0.01);
        slider.setPrefWidth(220);
        slider.setAccessibleText(Texts.text("result.threshold"));
        slider.valueProperty().addListener(property -> follow());
        value.getStyleClass().add("strong");
        value.setMinWidth(36);
        shares.setId("threshold-shares");
        shares.getStyleClass().add("quiet");
        Button half = new Button(Texts.text("result.threshold.half"));
        half.setOnAction(event -> slider.setValue(0.5));
        Button best = new Button(Texts.text("result.threshold.best"));
        best.setId("threshold-best");
        best.setOnAction(event -> best());
        Label name = new Label(Texts.text("result.threshold"));
        name.getStyleClass().add("heading");
        name.setLabelFor(slider);
        HBox setting = new HBox(10, slider, value, half, best);
        setting.setAlignment(Pos.CENTER_LEFT);
        FlowPane line = new FlowPane(20, 8, name, setting, shares);
        line.setAlignment(Pos.CENTER_LEFT);
        FigureGrid grid = new FigureGrid(290);
        grid.show(List.of(scores, confusion, roc, precisionRecall));
        getChildren().addAll(line, grid);
    }

    void show(Results shown) {
        boolean other = results == null || !results.sameModel(shown);
        results = shown;
        if (other) {
            slider.setValue(0.5);
            follow();
        }
    }

    private void best() {
        Results now = results;
        if (now != null) {
            following.request(() -> now.model().report().test().bestF1Threshold(), slider::setValue);
        }
    }

    private void follow() {
        double threshold = slider.getValue();
        value.setText(Formats.decimals(threshold, 2));
        Results now = results;
        if (now != null) {
            following.request(() -> now.at(threshold), this::show);
        }
    }

    private void show(Results.AtThreshold at) {
        scores.show(at.scores());
        confusion.show(at.confusion());
        roc.show(at.roc());
        precisionRecall.show(at.precisionRecall());
        ThresholdMetrics metrics = at.metrics();
        shares.setText(Texts.text(
                "result.shares",
                Formats.percent(metrics.precision()),
                Formats.percent(metrics.recall()),
                Formats.decimals(metrics.f1(), 3),
                Formats.percent(metrics.accuracy()),
                Formats.percent(metrics.foretoldShare())));
    }
}
