// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import app.hometown.domain.InputException;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import app.hometown.workbench.Settings;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/// Asks whether to show tiles from the network, and whose.
public final class OnlineTilesDialog extends Dialog<Settings.Tiles> {
    private static final double WIDTH = 460;

    private final CheckBox on = new CheckBox(Texts.text("tiles.on"));
    private final TextField address = field("tiles-address", "tiles.address.prompt");
    private final TextField attribution = field("tiles-attribution", "tiles.attribution.prompt");
    private final Label problem = new Label();

    private OnlineTilesDialog(Scene over, Settings.Tiles now) {
        initOwner(over.getWindow());
        setTitle(Texts.text("tiles.title"));
        Theme.adopt(getDialogPane(), over);
        getDialogPane().setId("tiles-dialog");
        on.setId("tiles-on");
        on.setSelected(now.on());
        address.setText(now.template());
        attribution.setText(now.attribution());
        problem.setId("tiles-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(60);
        problem.setMaxWidth(WIDTH);
        Label what = new Label(Texts.text("tiles.what"));
        what.getStyleClass().add("quiet");
        what.setWrapText(true);
        what.setMaxWidth(WIDTH);
        what.setMinHeight(76);
        GridPane form = new GridPane(12, 8);
        form.add(what, 0, 0, 2, 1);
        form.add(on, 1, 1);
        row(form, 2, "tiles.address", address);
        row(form, 3, "tiles.attribution", attribution);
        form.add(problem, 0, 4, 2, 1);
        getDialogPane().setContent(form);
        ButtonType use = new ButtonType(Texts.text("tiles.use"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, use);
        Button button = (Button) getDialogPane().lookupButton(use);
        button.setId("tiles-use");
        on.selectedProperty().addListener(property -> check(button));
        address.textProperty().addListener(property -> check(button));
        attribution.textProperty().addListener(property -> check(button));
        check(button);
        setResultConverter(pressed -> pressed == use ? answer() : null);
    }

    /// Shows the dialog and waits for the answer, which can be used as it is: when it is on, it names a
    /// [TileSource]. Empty when the person changed their mind.
    ///
    /// @param over the window it belongs to
    /// @param now what holds so far
    public static Optional<Settings.Tiles> ask(Scene over, Settings.Tiles now) {
        return new OnlineTilesDialog(over, now).showAndWait();
    }

    private Settings.Tiles answer() {
        return new Settings.Tiles(
                on.isSelected(),
                address.getText().strip(),
                attribution.getText().strip());
    }

    /// Off, anything goes; on, it must be a source. Nothing is said about an address not yet begun.
    private void check(Button button) {
        Settings.Tiles answer = answer();
        String wrong = "";
        try {
            if (answer.on()) {
                var _ = new TileSource(answer.template(), answer.attribution());
            }
        } catch (InputException e) {
            wrong = answer.template().isEmpty() ? Texts.text("tiles.remedy") : String.valueOf(e.getMessage());
        }
        problem.setText(wrong);
        button.setDisable(!wrong.isEmpty());
    }

    private static TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(Texts.text(prompt));
        field.setPrefColumnCount(32);
        return field;
    }

    private static void row(GridPane form, int line, String key, TextField field) {
        Label label = new Label(Texts.text(key));
        label.setLabelFor(field);
        field.setAccessibleText(Texts.text(key));
        form.addRow(line, label, field);
    }
}
