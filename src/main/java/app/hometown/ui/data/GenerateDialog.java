// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.data;

import app.hometown.domain.InputException;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Asks what data to generate and where to put it.
public final class GenerateDialog extends Dialog<GenerateDialog.Order> {
    /// What was asked for.
    ///
    /// @param options how much of what
    /// @param folder where it goes
    public record Order(GeneratorOptions options, Path folder) {}

    private final TextField users = field("users", GeneratorOptions.DEFAULT.users());
    private final TextField streams = field("streams", GeneratorOptions.DEFAULT.streams());
    private final TextField samples = field("samples", GeneratorOptions.DEFAULT.samples());
    private final TextField seed = field("seed", GeneratorOptions.DEFAULT.seed());
    private final TextField folder = new TextField();
    private final Label problem = new Label();

    private GenerateDialog(Scene over, FileChoices files, Path start) {
        initOwner(over.getWindow());
        setTitle(Texts.text("generate.title"));
        Theme.adopt(getDialogPane(), over);
        getDialogPane().setId("generate-dialog");
        folder.setText(start.toAbsolutePath().normalize().toString());
        folder.setId("generate-folder");
        folder.setPrefColumnCount(28);
        folder.setAccessibleText(Texts.text("generate.folder"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox place = new HBox(8, folder, Icons.button(Feather.FOLDER, Texts.text("generate.choose"), () -> files.folder(
                        Texts.text("generate.folder"), start)
                .ifPresent(chosen -> folder.setText(chosen.toString()))));
        place.setAlignment(Pos.CENTER_LEFT);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(40);
        problem.setMaxWidth(440);
        GridPane form = new GridPane(12, 8);
        row(form, 0, "generate.users", users);
        row(form, 1, "generate.streams", streams);
        row(form, 2, "generate.samples", samples);
        row(form, 3, "generate.seed", seed);
        form.add(new Label(Texts.text("generate.folder")), 0, 4);
        form.add(place, 1, 4);
        form.add(problem, 0, 5, 2, 1);
        getDialogPane().setContent(form);
        ButtonType generate = new ButtonType(Texts.text("generate.button"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, generate);
        Button button = (Button) getDialogPane().lookupButton(generate);
        button.setId("generate-button");
        for (TextField field : new TextField[] {users, streams, samples, seed, folder}) {
            field.textProperty().addListener(property -> check(button));
        }
        check(button);
        setResultConverter(pressed -> pressed == generate ? order() : null);
    }

    /// Shows the dialog and waits for the answer; empty when the person changed their mind.
    ///
    /// @param over the window it belongs to
    /// @param files asks for the folder
    /// @param start the folder it suggests
    public static Optional<Order> ask(Scene over, FileChoices files, Path start) {
        return new GenerateDialog(over, files, start).showAndWait();
    }

    private void check(Button button) {
        try {
            Order order = order();
            boolean replaces = Files.exists(order.folder().resolve("users.parquet"));
            problem.setText(replaces ? Texts.text("generate.replaces") : "");
            button.setDisable(false);
        } catch (InputException e) {
            problem.setText(e.getMessage());
            button.setDisable(true);
        }
    }

    private Order order() {
        GeneratorOptions options = new GeneratorOptions(
                whole("generate.users", users),
                whole("generate.streams", streams),
                whole("generate.samples", samples),
                number("generate.seed", seed));
        try {
            Path target = Path.of(folder.getText().strip());
            if (folder.getText().isBlank()) {
                throw new InputException(Texts.text("generate.folder"), Texts.text("generate.folder.none"), "");
            }
            return new Order(options, target);
        } catch (InvalidPathException e) {
            throw new InputException(
                    Texts.text("generate.folder"), e.getReason(), Texts.text("generate.folder.remedy"), e);
        }
    }

    private static int whole(String key, TextField field) {
        long value = number(key, field);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw wrong(key, field);
        }
        return (int) value;
    }

    /// People type and paste numbers with separators between the thousands.
    private static long number(String key, TextField field) {
        try {
            return Long.parseLong(field.getText().replaceAll("[\\s\u00a0\u202f,.'_]", ""));
        } catch (NumberFormatException e) {
            throw wrong(key, field);
        }
    }

    private static InputException wrong(String key, TextField field) {
        return new InputException(
                Texts.text(key), Texts.text("generate.wrong", field.getText()), Texts.text("generate.remedy"));
    }

    private static TextField field(String name, long value) {
        TextField field = new TextField(Long.toString(value));
        field.setId("generate-" + name);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setMaxWidth(140);
        return field;
    }

    private static void row(GridPane form, int line, String key, TextField field) {
        Label label = new Label(Texts.text(key));
        label.setLabelFor(field);
        field.setAccessibleText(Texts.text(key));
        form.addRow(line, label, field);
    }
}
