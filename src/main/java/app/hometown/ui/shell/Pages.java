// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The two pages of the help menu.
final class Pages {
    private Pages() {}

    static void shortcuts(Scene over, List<Command> commands) {
        GridPane grid = new GridPane(24, 8);
        int line = 0;
        for (Command command : commands) {
            Label keys = new Label(
                    command.shortcut() == null ? "" : command.shortcut().getDisplayText());
            keys.getStyleClass().add("keys");
            grid.addRow(line++, new Label(command.text()), keys);
        }
        page(over, Texts.text("action.shortcuts"), grid);
    }

    static void about(Scene over) {
        String version = Pages.class.getPackage().getImplementationVersion();
        Label name = new Label(Texts.text("app.name") + (version == null ? "" : " " + version));
        name.getStyleClass().add("title");
        Label what = new Label(Texts.text("about.what"));
        what.setWrapText(true);
        what.setMaxWidth(420);
        Label credits = new Label(Texts.text("about.credits"));
        credits.getStyleClass().add("quiet");
        credits.setWrapText(true);
        credits.setMaxWidth(420);
        page(over, Texts.text("action.about"), new VBox(12, name, what, credits));
    }

    private static void page(Scene over, String title, javafx.scene.Node content) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(over.getWindow());
        dialog.setTitle(title);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        Theme.adopt(dialog.getDialogPane(), over);
        dialog.show();
    }
}
