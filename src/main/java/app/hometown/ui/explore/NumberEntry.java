// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// An end of a range as an exact number, in the user's locale. Enter and leaving the field take it, Esc puts back what
/// was there, an empty field leaves the end open. What is no number is marked, says so, and changes nothing.
final class NumberEntry extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int DECIMALS = 6;

    private final Tooltip tip = new Tooltip();
    private final String name;
    private String shown = "";

    /// @param key the column
    /// @param end `least` or `most`
    /// @param typed takes a number that was typed, NaN for none
    NumberEntry(String key, String end, Pos alignment, DoubleConsumer typed) {
        name = Texts.text("filter." + end, Words.column(key));
        setId(end + "-" + key);
        getStyleClass().addAll("small", "number-entry");
        setAlignment(alignment);
        setPrefColumnCount(6);
        setAccessibleText(name);
        tip.setText(name);
        setTooltip(tip);
        textProperty().addListener(property -> mark());
        setOnAction(event -> take(typed));
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                take(typed);
                setText(shown);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().equals(shown)) {
                setText(shown);
                event.consume();
            }
        });
    }

    /// Shows a number, unless one is being typed.
    void show(double number) {
        String before = shown;
        shown = Formats.number(number, DECIMALS);
        if (!isFocused() || getText().equals(before)) {
            setText(shown);
        }
    }

    private void take(DoubleConsumer typed) {
        if (getText().equals(shown)) {
            return;
        }
        if (getText().isBlank()) {
            shown = "";
            typed.accept(Double.NaN);
        } else {
            TypedNumber.of(getText(), Locale.getDefault(Locale.Category.FORMAT)).ifPresent(number -> {
                shown = getText();
                typed.accept(number);
            });
        }
    }

    private void mark() {
        boolean wrong = !getText().isBlank()
                && TypedNumber.of(getText(), Locale.getDefault(Locale.Category.FORMAT))
                        .isEmpty();
        pseudoClassStateChanged(WRONG, wrong);
        tip.setText(wrong ? Texts.text("filter.noNumber", getText().strip()) : name);
    }
}
