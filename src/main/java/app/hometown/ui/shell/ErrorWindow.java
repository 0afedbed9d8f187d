// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Tells of a mistake of the program's own, with the text that whoever mends it needs.
final class ErrorWindow {
    private static final System.Logger LOG = System.getLogger(ErrorWindow.class.getName());

    private ErrorWindow() {}

    /// Shows it without waiting. On the JavaFX thread.
    static void show(@Nullable Window owner, Throwable error) {
        LOG.log(System.Logger.Level.ERROR, "unexpected error", error);
        String text = text(error);
        TextArea trace = new TextArea(text);
        trace.setEditable(false);
        trace.setPrefSize(640, 320);
        trace.setAccessibleText(Texts.text("crash.text"));
        ButtonType copy = new ButtonType(Texts.text("error.copy"), ButtonBar.ButtonData.LEFT);
        Alert alert = new Alert(Alert.AlertType.ERROR, "", copy, ButtonType.CLOSE);
        alert.initOwner(owner);
        alert.setTitle(Texts.text("crash.title"));
        alert.setHeaderText(Texts.text("crash.what"));
        alert.getDialogPane().setContent(trace);
        if (owner != null) {
            Theme.adopt(alert.getDialogPane(), owner.getScene());
        }
        alert.resultProperty().addListener((property, before, pressed) -> {
            if (pressed == copy) {
                Diagnostics.copy(text);
            }
        });
        alert.show();
    }

    private static String text(Throwable error) {
        StringWriter text = new StringWriter();
        text.append(Diagnostics.system());
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
