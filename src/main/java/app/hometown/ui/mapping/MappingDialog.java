// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.mapping;

import app.hometown.data.mapping.KeptMappings;
import app.hometown.data.mapping.MappedFile;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.fx.Theme;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Asks what other programs' files are: which is users, streams or samples, which column is which, and where the data
/// goes. Shows what comes of the first rows while one maps.
public final class MappingDialog extends Dialog<MappingDialog.Order> {
    /// What was asked for.
    ///
    /// @param files what they are and what their columns are
    /// @param folder the data folder that they become
    /// @param remembered mappings to keep
    public record Order(List<MappedFile> files, Path folder, List<KeptMappings.Kept> remembered) {}

    private final MappingModel model;
    private final TextField folder = new TextField();
    private final Label problem = new Label();
    private final Button open;

    private MappingDialog(
            Scene over,
            MappingModel model,
            FileChoices choices,
            Path target,
            Executor background,
            Consumer<RuntimeException> failed) {
        this.model = model;
        initOwner(over.getWindow());
        setTitle(Texts.text("mapping.title"));
        setResizable(true);
        Theme.adopt(getDialogPane(), over);
        getDialogPane().setId("mapping-dialog");
        getDialogPane().getStyleClass().add("mapping-dialog");
        MappingPane pane = new MappingPane(model, new Latest(background, FxThread.EXECUTOR, failed), failed);
        VBox.setVgrow(pane, Priority.ALWAYS);
        folder.setId("mapping-folder");
        folder.setText(target.toAbsolutePath().normalize().toString());
        folder.setAccessibleText(Texts.text("mapping.folder"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        Label into = new Label(Texts.text("mapping.folder"));
        into.setMinWidth(Label.USE_PREF_SIZE);
        HBox place = new HBox(
                8, into, folder, Icons.button(Feather.FOLDER, Texts.text("generate.choose"), () -> choices.folder(
                                Texts.text("mapping.folder"), target)
                        .ifPresent(chosen -> folder.setText(chosen.toString()))));
        place.setAlignment(Pos.CENTER_LEFT);
        problem.setId("mapping-problem");
        problem.getStyleClass().add("quiet");
        problem.setWrapText(true);
        problem.setMinHeight(20);
        VBox content = new VBox(12, pane, place, problem);
        getDialogPane().setContent(content);
        getDialogPane().setPrefSize(Math.min(1200, over.getWidth() - 40), Math.min(900, over.getHeight() - 20));
        getDialogPane().setMinSize(760, 520);
        ButtonType go = new ButtonType(Texts.text("mapping.open"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, go);
        open = (Button) getDialogPane().lookupButton(go);
        open.setId("mapping-open");
        model.version().addListener(property -> check());
        folder.textProperty().addListener(property -> check());
        check();
        setResultConverter(pressed -> pressed == go ? order() : null);
    }

    /// Shows the dialog and waits for the answer; empty when the person changed their mind.
    ///
    /// @param over the window it belongs to
    /// @param model the files
    /// @param choices asks for the folder
    /// @param target the folder it suggests
    /// @param background reads the beginnings of files
    /// @param failed takes what goes wrong there
    public static Optional<Order> ask(
            Scene over,
            MappingModel model,
            FileChoices choices,
            Path target,
            Executor background,
            Consumer<RuntimeException> failed) {
        return new MappingDialog(over, model, choices, target, background, failed).showAndWait();
    }

    private void check() {
        Optional<MappingModel.Obstacle> obstacle = model.obstacle();
        Path target = folder();
        problem.getStyleClass().remove("problem");
        if (obstacle.isPresent()) {
            MappingModel.Obstacle what = obstacle.get();
            problem.setText(
                    Texts.text("mapping.obstacle." + what.why(), what.file(), String.join(", ", what.columns())));
            problem.getStyleClass().add("problem");
        } else if (target == null) {
            problem.setText(Texts.text("mapping.folder.wrong"));
            problem.getStyleClass().add("problem");
        } else {
            boolean replaces = Files.exists(target.resolve("users.parquet"));
            problem.setText(Texts.text(replaces ? "mapping.folder.replaces" : "mapping.folder.what"));
        }
        open.setDisable(obstacle.isPresent() || target == null);
    }

    private @Nullable Path folder() {
        try {
            Path path = Path.of(folder.getText().strip());
            return folder.getText().isBlank() || Files.isRegularFile(path) ? null : path;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private @Nullable Order order() {
        Path target = folder();
        return target == null ? null : new Order(model.files(), target, model.remembered());
    }
}
