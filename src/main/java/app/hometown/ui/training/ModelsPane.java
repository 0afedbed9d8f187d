// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.ModelCard;
import app.hometown.learning.ModelFile;
import app.hometown.ui.fx.FileChoices;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.FigureTaking;
import app.hometown.workbench.models.KeptModel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// The kept models as a table, and below it what is chosen there: one model's card, or several side by side.
final class ModelsPane extends BorderPane {
    private final ModelShelf shelf;
    private final FileChoices files;
    private final Function<TextInputDialog, Optional<String>> asking;
    private final TableView<KeptModel> table = new TableView<>();
    private final CardsPane cards;
    private List<Path> shown = List.of();
    private final Button use = new Button(Texts.text("models.use"), Icons.of(Feather.CHECK, 16));
    private final Button rename = new Button(Texts.text("models.rename"));
    private final Button export = new Button(Texts.text("models.export"));
    private final Button delete = new Button(Texts.text("models.delete"));

    /// @param asking shows a dialog over the window
    ModelsPane(
            ModelShelf shelf,
            FileChoices files,
            FigureTaking taking,
            Function<TextInputDialog, Optional<String>> asking) {
        this.shelf = shelf;
        this.files = files;
        this.asking = asking;
        cards = new CardsPane(taking);
        getStyleClass().add("models-pane");
        table.setId("models");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label nothing = new Label(Texts.text("models.none"));
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        table.setPlaceholder(nothing);
        table.getColumns()
                .setAll(List.of(
                        name(),
                        word("models.algorithm", 130, model -> Texts.text("algorithm." + model.algorithm())),
                        word("models.created", 150, model -> Formats.moment(model.created())),
                        number(
                                "metric.rows",
                                70,
                                model -> model.training().rows(),
                                value -> Formats.count((long) value)),
                        number(
                                "metric.auc",
                                60,
                                model -> model.metrics().test().auc(),
                                value -> Formats.decimals(value, 3)),
                        number(
                                "metric.logLoss",
                                70,
                                model -> model.metrics().test().logLoss(),
                                value -> Formats.decimals(value, 4)),
                        number(
                                "metric.brier",
                                60,
                                model -> card(model).map(ModelCard::brier).orElse(Double.NaN),
                                value -> Formats.decimals(value, 4)),
                        number(
                                "metric.accuracy",
                                72,
                                model -> model.metrics().test().accuracy(),
                                Formats::percent),
                        number(
                                "train.seed",
                                52,
                                model -> model.training().seed(),
                                value -> Long.toString((long) value)),
                        word("models.split", 90, model -> card(model)
                                .map(card -> Texts.text("split." + card.split()))
                                .orElse(""))));
        SortedList<KeptModel> sorted = new SortedList<>(shelf.models());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<KeptModel>)
                change -> showChosen());
        shelf.models().addListener((ListChangeListener<KeptModel>) change -> choose());
        table.setOnKeyPressed(this::key);
        use.setId("model-use");
        use.setOnAction(event -> use());
        rename.setId("model-rename");
        rename.setOnAction(event -> rename());
        export.setId("model-export");
        export.setOnAction(event -> export());
        delete.setId("model-delete");
        delete.setOnAction(event -> delete());
        FlowPane buttons = new FlowPane(8, 8, use, rename, export, delete);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("table-line");
        BorderPane top = new BorderPane(table);
        top.setTop(buttons);
        SplitPane split = new SplitPane(top, cards);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.45);
        split.getStyleClass().add("main-split");
        setCenter(split);
        showChosen();
    }

    private static Optional<ModelCard> card(ModelFile model) {
        return Optional.ofNullable(model.card());
    }

    private TableColumn<KeptModel, KeptModel> name() {
        TableColumn<KeptModel, KeptModel> column = column("models.name", 290);
        column.setComparator(Comparator.comparing(KeptModel::name));
        column.setCellFactory(view -> new NameCell());
        return column;
    }

    private static TableColumn<KeptModel, KeptModel> column(String key, double width) {
        TableColumn<KeptModel, KeptModel> column = new TableColumn<>(Texts.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 52));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    private static TableColumn<KeptModel, KeptModel> word(String key, double width, Function<ModelFile, String> words) {
        TableColumn<KeptModel, KeptModel> column = column(key, width);
        column.setComparator(
                Comparator.comparing(model -> model.description().map(words).orElse("")));
        column.setCellFactory(view -> new WordsCell(words));
        return column;
    }

    private static TableColumn<KeptModel, KeptModel> number(
            String key, double width, ToDoubleFunction<ModelFile> number, DoubleFunction<String> words) {
        TableColumn<KeptModel, KeptModel> column = column(key, width);
        column.getStyleClass().add("figures");
        column.setComparator(Comparator.comparingDouble(
                model -> model.description().map(number::applyAsDouble).orElse(Double.NaN)));
        column.setCellFactory(view -> {
            TableCell<KeptModel, KeptModel> cell = new WordsCell(model -> {
                double value = number.applyAsDouble(model);
                return Double.isNaN(value) ? "" : words.apply(value);
            });
            cell.getStyleClass().add("figures");
            return cell;
        });
        return column;
    }

    private List<KeptModel> chosen() {
        return List.copyOf(table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList());
    }

    /// Chooses after a change what was chosen before it, else the active model.
    private void choose() {
        List<KeptModel> still = shelf.models().stream()
                .filter(model -> shown.contains(model.file()))
                .toList();
        List<KeptModel> next = still.isEmpty()
                ? shelf.models().stream().filter(KeptModel::active).toList()
                : still;
        table.getSelectionModel().clearSelection();
        next.forEach(table.getSelectionModel()::select);
        showChosen();
    }

    private void showChosen() {
        List<KeptModel> chosen = chosen();
        boolean one = chosen.size() == 1;
        if (!chosen.isEmpty()) {
            shown = chosen.stream().map(KeptModel::file).toList();
        }
        use.setDisable(!one
                || chosen.getFirst().active()
                || chosen.getFirst().description().isEmpty());
        rename.setDisable(!one);
        export.setDisable(!one);
        delete.setDisable(chosen.isEmpty());
        cards.show(chosen);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DELETE -> delete();
            case F2 -> rename();
            case ENTER -> use();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Ranks by the chosen model from now on.
    void use() {
        if (!use.isDisabled()) {
            shelf.activate(chosen().getFirst());
        }
    }

    /// Asks for another name of the chosen model.
    void rename() {
        if (rename.isDisabled()) {
            return;
        }
        KeptModel model = chosen().getFirst();
        TextInputDialog dialog = new TextInputDialog(model.name());
        dialog.setTitle(Texts.text("models.rename.title"));
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(Texts.text("models.rename.label"));
        asking.apply(dialog).ifPresent(name -> shelf.rename(model, name.strip()));
    }

    /// Asks for a file and copies the chosen model there.
    void export() {
        if (!export.isDisabled()) {
            KeptModel model = chosen().getFirst();
            files.save(Texts.text("models.export.title"), model.name() + ".json")
                    .ifPresent(path -> shelf.export(model, path));
        }
    }

    /// Takes the chosen models out of the list.
    void delete() {
        if (!delete.isDisabled()) {
            shelf.delete(chosen());
        }
    }

    /// Words of a model that fits.
    private static final class WordsCell extends TableCell<KeptModel, KeptModel> {
        private final Function<ModelFile, String> words;

        WordsCell(Function<ModelFile, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(KeptModel model, boolean empty) {
            super.updateItem(model, empty);
            setText(empty || model == null ? "" : model.description().map(words).orElse(""));
        }
    }

    /// A model's name, with a sign when it is the active one or does not fit.
    private static final class NameCell extends TableCell<KeptModel, KeptModel> {
        @Override
        protected void updateItem(KeptModel model, boolean empty) {
            super.updateItem(model, empty);
            setGraphic(null);
            setTooltip(null);
            if (empty || model == null) {
                setText("");
                return;
            }
            setText(model.active() ? Texts.text("models.active", model.name()) : model.name());
            if (model.active()) {
                setGraphic(Icons.of(Feather.CHECK_CIRCLE, 14));
            } else if (model.description().isEmpty()) {
                setGraphic(Icons.of(Feather.ALERT_TRIANGLE, 14));
                setTooltip(new Tooltip(model.fault()));
            }
        }
    }
}
