// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import app.hometown.domain.InputException;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// A field for a number. What is typed counts at once when it is possible; what is not is marked and said why.
public final class NumberBox extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Consumer<String> typed;
    private final Consumer<String> problem;
    private boolean showing;
    private @Nullable String wrong;

    /// @param name for screen readers
    /// @param typed takes what was typed; throws when it is not possible
    /// @param problem takes why it is not, or "" when it is
    public NumberBox(String name, Consumer<String> typed, Consumer<String> problem) {
        this.typed = typed;
        this.problem = problem;
        setPrefColumnCount(6);
        setMaxWidth(96);
        setAlignment(Pos.CENTER_RIGHT);
        setAccessibleText(name);
        getStyleClass().add("setup-number");
        textProperty().addListener((property, before, now) -> take(now));
    }

    /// Shows a number, unless it is what is being typed.
    public void show(String text) {
        if (!isFocused() || wrong == null) {
            showing = true;
            if (!isFocused()) {
                setText(text);
            }
            showing = false;
            mark(null);
        }
    }

    private void take(String text) {
        if (showing) {
            return;
        }
        try {
            typed.accept(text);
            mark(null);
        } catch (NumberFormatException e) {
            mark(Texts.text("number.needed", getAccessibleText()));
        } catch (InputException e) {
            mark(getAccessibleText() + ": " + e.what() + ". " + e.remedy());
        }
    }

    private void mark(@Nullable String why) {
        boolean told = wrong != null;
        wrong = why;
        pseudoClassStateChanged(WRONG, why != null);
        if (why != null || told) {
            problem.accept(why == null ? "" : why);
        }
    }
}
