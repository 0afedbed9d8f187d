// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.InputException;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One number: what it is, a slider with a mark at the standard, a field for the exact number, and the way back to the
/// standard.
final class DialRow extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Dial dial;
    private final Slider slider = new Slider(0, 1, 0);
    private final DefaultMark mark = new DefaultMark();
    private final TextField field = new TextField();
    private final Tooltip tip = new Tooltip();
    private final Button reset;
    private double shown = Double.NaN;
    private double standard = Double.NaN;
    private boolean following;

    DialRow(Dial dial) {
        this.dial = dial;
        getStyleClass().add("dial");
        Label name = new Label(dial.label());
        name.setMinWidth(USE_PREF_SIZE);
        Label what = new Label(dial.what());
        what.getStyleClass().addAll("quiet", "small");
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        Tooltip.install(what, tip);
        Tooltip.install(name, tip);
        field.setId("number-" + dial.key());
        field.setAccessibleText(Texts.text("dial.field", dial.label()));
        field.getStyleClass().add("number-field");
        field.setOnAction(event -> typed());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                typed();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                fill();
                event.consume();
            }
        });
        slider.setId("slider-" + dial.key());
        slider.setBlockIncrement(0.01);
        slider.valueProperty().addListener((property, before, now) -> {
            if (!following) {
                dial.slide(dial.at(now.doubleValue()));
            }
        });
        slider.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dial.rest());
        slider.addEventHandler(KeyEvent.KEY_RELEASED, event -> dial.rest());
        StackPane track = new StackPane(mark, slider);
        HBox.setHgrow(track, Priority.ALWAYS);
        track.setMinWidth(40);
        reset = Icons.button(
                Feather.ROTATE_CCW, Texts.text("dial.reset", dial.label()), () -> dial.set(dial.standard()));
        reset.setId("reset-" + dial.key());
        reset.getStyleClass().add("tiny");
        HBox top = new HBox(8, name, what, field);
        top.setAlignment(Pos.BASELINE_LEFT);
        HBox bottom = new HBox(4, track, reset);
        bottom.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(top, bottom);
        show();
    }

    private void typed() {
        String text = field.getText();
        if (text.equals(dial.text(dial.now()))) {
            wrong(null);
            return;
        }
        try {
            dial.set(dial.read(text));
            fill();
        } catch (InputException e) {
            wrong(e);
        }
    }

    private void wrong(@Nullable InputException error) {
        field.pseudoClassStateChanged(WRONG, error != null);
        field.setTooltip(error == null ? null : new Tooltip(error.what() + ". " + error.remedy()));
    }

    /// Shows the number as it is now; what is being typed stays until the number changes.
    void show() {
        double number = dial.now();
        if (number == shown && dial.standard() == standard) {
            return;
        }
        shown = number;
        standard = dial.standard();
        mark.place(dial.position(dial.standard()));
        following = true;
        // A slider in the hand stands where the hand is, not at the round number that it gives.
        if (dial.at(slider.getValue()) != number) {
            slider.setValue(dial.position(number));
        }
        following = false;
        boolean changed = number != dial.standard();
        reset.setVisible(changed);
        // Not on the row: a field with a rule that hangs on a state of its parent is not styled whole at first.
        field.pseudoClassStateChanged(CHANGED, changed);
        tip.setText(Texts.text("dial.tip", dial.what(), dial.standardWords()));
        slider.setAccessibleText(Texts.text("dial.slider", dial.label(), dial.text(number), dial.standardWords()));
        fill();
    }

    private void fill() {
        String text = dial.text(dial.now());
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
        wrong(null);
    }
}
