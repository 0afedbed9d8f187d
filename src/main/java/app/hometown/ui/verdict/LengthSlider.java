// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The length of list that everything is about. What an evaluation knows of a length is shown while it is dragged, the
/// rest is worked out once it is let go.
final class LengthSlider extends HBox {
    private final Slider slider = new Slider(1, EvaluationSetup.LONGEST, 1);
    private final Label length = new Label();

    LengthSlider(EvaluationModel model) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(30);
        slider.setId("evaluate-k");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setPrefWidth(160);
        slider.setMinWidth(100);
        slider.setTooltip(new Tooltip(Texts.text("evaluate.k.tip")));
        slider.setAccessibleText(Texts.text("k.name"));
        length.setId("evaluate-length");
        length.getStyleClass().add("strong");
        length.setMinWidth(48);
        getChildren().addAll(length, slider);
        show(model.k().get());
        slider.valueProperty()
                .addListener((property, before, now) -> model.k().set((int) Math.round(now.doubleValue())));
        slider.valueChangingProperty().addListener((property, before, now) -> {
            if (!now) {
                model.settle();
            }
        });
        model.k().addListener((property, before, now) -> {
            show(now.intValue());
            if (!slider.isValueChanging()) {
                model.settle();
            }
        });
        model.shown().addListener((property, before, now) -> reach(now));
        reach(model.shown().get());
    }

    private void show(int k) {
        if ((int) Math.round(slider.getValue()) != k) {
            slider.setValue(k);
        }
        length.setText(Texts.text("evaluate.length", Formats.count(k)));
    }

    /// An evaluation of a file knows some lengths only; one that is to be made can have any.
    private void reach(@Nullable Evaluated shown) {
        boolean fixed = shown != null && shown.run() == null;
        slider.setMax(shown != null && fixed ? Math.max(2, shown.most()) : EvaluationSetup.LONGEST);
        slider.setDisable(shown != null && fixed && shown.findings().most() == 0);
    }
}
