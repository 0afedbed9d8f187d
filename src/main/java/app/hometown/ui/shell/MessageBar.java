// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.domain.InputException;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A line under the top bar that says what went wrong outside the program: what, where, what to do. It stays until it
/// is closed or the next action succeeds.
final class MessageBar extends HBox {
    private final Label what = new Label();
    private final Label where = new Label();
    private String copied = "";

    MessageBar() {
        super(12);
        setId("message-bar");
        getStyleClass().add("message-bar");
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        what.getStyleClass().add("strong");
        what.setId("message-what");
        what.setWrapText(true);
        where.setId("message-where");
        where.setWrapText(true);
        VBox text = new VBox(2, what, where);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button(Texts.text("error.copy"), Icons.of(Feather.COPY, 14));
        copy.getStyleClass().addAll("flat", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied);
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren()
                .addAll(
                        Icons.of(Feather.ALERT_TRIANGLE, 18),
                        text,
                        copy,
                        Icons.button(Feather.X, Texts.text("error.close"), this::hide));
    }

    void show(InputException error) {
        what.setText(capital(error.what()) + ". " + error.remedy());
        where.setText(error.where());
        copied = error.where() + ": " + error.what() + ". " + error.remedy();
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(java.util.Locale.getDefault()) + text.substring(1);
    }
}
