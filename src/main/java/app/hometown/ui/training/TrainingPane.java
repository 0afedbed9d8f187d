// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Session;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The Train view: what to train on the left; on the right the training under way, what came of it, or the kept models.
public final class TrainingPane extends BorderPane {
    private final TrainingModel model;
    private final ModelShelf shelf;
    private final ToggleButton resultsTab = tab("train.tab.results", "results-tab");
    private final ToggleButton modelsTab = tab("train.tab.models", "models-tab");
    private final Label active = new Label();
    private final SetupPane setup;
    private final RunningPane running;
    private final ResultPane results;
    private final ModelsPane models;
    private final VBox empty = new VBox(12);
    private final Button openData;

    /// What the view asks of the window around it.
    ///
    /// @param openFolder opens data
    /// @param ask shows a dialog over the window
    /// @param k how many places the lists have
    public record Around(Runnable openFolder, Function<TextInputDialog, Optional<String>> ask, IntSupplier k) {}

    /// @param model what is trained
    /// @param shelf what is kept
    /// @param files asks for files
    /// @param taking saves and copies figures
    /// @param following works out what follows the threshold
    public TrainingPane(
            TrainingModel model,
            ModelShelf shelf,
            FileChoices files,
            FigureTaking taking,
            Latest following,
            Around around) {
        this.model = model;
        this.shelf = shelf;
        setId("training");
        getStyleClass().add("training-pane");
        running = new RunningPane(model, taking);
        results = new ResultPane(model, taking, following, around.k());
        models = new ModelsPane(shelf, files, taking, around.ask());
        openData = new Button(Texts.text("empty.open"), Icons.of(Feather.FOLDER, 16));
        openData.setOnAction(event -> around.openFolder().run());
        setup = new SetupPane(model, files);
        ToggleGroup group = new ToggleGroup();
        resultsTab.setToggleGroup(group);
        modelsTab.setToggleGroup(group);
        resultsTab.setSelected(true);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
            choose();
        });
        active.getStyleClass().add("quiet");
        active.setId("model-state");
        active.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tabs = new HBox(4, resultsTab, modelsTab, gap, active);
        tabs.setAlignment(Pos.CENTER_LEFT);
        tabs.getStyleClass().add("train-tabs");
        empty.getStyleClass().add("page");
        empty.setId("train-empty");
        StackPane right = new StackPane(empty, running, results, models);
        right.setMinWidth(0);
        setTop(tabs);
        setCenter(right);
        model.run().addListener((property, before, now) -> {
            if (before == null && now != null) {
                resultsTab.setSelected(true);
            }
            choose();
        });
        model.results().addListener(property -> choose());
        visibleProperty().addListener((property, before, now) -> {
            model.watched(now);
            if (now) {
                shelf.refresh();
            }
        });
        model.fate().addListener(property -> shelf.refresh());
        show(model.session().get());
        choose();
    }

    private static ToggleButton tab(String key, String id) {
        ToggleButton tab = new ToggleButton(Texts.text(key));
        tab.setId(id);
        tab.getStyleClass().add("drawer-tab");
        tab.setContentDisplay(ContentDisplay.LEFT);
        return tab;
    }

    /// What is trained.
    public TrainingModel model() {
        return model;
    }

    /// Shows the kept models.
    public void showModels() {
        modelsTab.setSelected(true);
    }

    /// Ranks by the model chosen in the list from now on.
    public void useChosen() {
        showModels();
        models.use();
    }

    /// Asks for another name of the model chosen in the list.
    public void renameChosen() {
        showModels();
        models.rename();
    }

    /// Asks for a file and copies the model chosen in the list there.
    public void exportChosen() {
        showModels();
        models.export();
    }

    /// Takes the models chosen in the list out of it.
    public void deleteChosen() {
        showModels();
        models.delete();
    }

    /// Follows the workbench.
    public void show(Session session) {
        model.show(session);
        active.setText(
                switch (session.model()) {
                    case ModelState.Active now ->
                        Texts.text(
                                "model.active",
                                String.valueOf(now.file().getFileName()),
                                Formats.moment(now.description().created()));
                    case ModelState.Missing missing -> missing.why();
                });
        showEmpty(session);
        if (getScene() != null && isVisible()) {
            shelf.refresh();
        }
    }

    private void showEmpty(Session session) {
        boolean open = session.data().isPresent();
        Label title = new Label(Texts.text(open ? "train.empty.title" : "train.noData.title"));
        title.getStyleClass().add("title");
        Label what = new Label(Texts.text(open ? "train.empty.what" : "train.noData.what"));
        what.setWrapText(true);
        what.setMaxWidth(560);
        what.getStyleClass().add("quiet");
        empty.getChildren().setAll(title, what);
        if (!open) {
            empty.getChildren().add(openData);
        }
    }

    private void choose() {
        boolean kept = modelsTab.isSelected();
        boolean runs = model.run().get() != null;
        boolean done = model.results().get() != null;
        setLeft(kept ? null : setup);
        only(kept ? models : runs ? running : done ? results : empty);
    }

    private void only(Node shown) {
        for (Node each : new Node[] {empty, running, results, models}) {
            each.setVisible(each == shown);
        }
    }
}
