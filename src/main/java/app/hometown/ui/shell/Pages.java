// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.files.ProgramVersion;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
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

    /// @param diagnostics what people who help want to know
    static void about(Scene over, String diagnostics) {
        Label name = new Label(Texts.text("app.name") + " " + ProgramVersion.get());
        name.getStyleClass().add("title");
        Label what = new Label(Texts.text("about.what"));
        what.setWrapText(true);
        what.setMaxWidth(420);
        Label credits = new Label(Texts.text("about.credits"));
        credits.getStyleClass().add("quiet");
        credits.setWrapText(true);
        credits.setMaxWidth(420);
        Label system = new Label(diagnostics.strip());
        system.getStyleClass().add("quiet");
        system.setWrapText(true);
        system.setMaxWidth(420);
        Button copy = new Button(Texts.text("about.copy"));
        copy.setId("about-copy");
        copy.setOnAction(event -> Diagnostics.copy(diagnostics));
        page(over, Texts.text("action.about"), new VBox(12, name, what, credits, system, copy));
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
