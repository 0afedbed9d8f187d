// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.mapping;

import app.hometown.data.mapping.Mapping;
import app.hometown.data.mapping.Preview;
import app.hometown.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The first rows of a file as it has them, under its own column names and types; columns that are not used are paler.
final class PreviewTable extends TableView<List<String>> {
    private List<Preview.Sketch> shown = List.of();

    PreviewTable() {
        setId("mapping-preview");
        setAccessibleText(Texts.text("mapping.preview"));
        getStyleClass().add("preview-table");
        setFixedCellSize(26);
        setPrefHeight(190);
        setMinHeight(110);
        setSelectionModel(null);
        setFocusTraversable(false);
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        setPlaceholder(new Label(Texts.text("mapping.noRows")));
    }

    void show(Preview preview, Optional<Mapping> mapping) {
        if (!preview.columns().equals(shown)) {
            shown = preview.columns();
            getColumns().clear();
            for (int at = 0; at < shown.size(); at++) {
                getColumns().add(column(preview, at));
            }
        }
        getItems().setAll(preview.rows());
        Set<String> used = mapping.map(Mapping::used).orElse(Set.of());
        for (int at = 0; at < shown.size(); at++) {
            List<String> classes = getColumns().get(at).getStyleClass();
            classes.remove("unused");
            if (!used.contains(shown.get(at).name())) {
                classes.add("unused");
            }
        }
    }

    private static TableColumn<List<String>, String> column(Preview preview, int at) {
        Preview.Sketch sketch = preview.columns().get(at);
        TableColumn<List<String>, String> column = new TableColumn<>();
        Label name = new Label(sketch.name());
        name.getStyleClass().add("strong");
        Label type = new Label(type(preview, at));
        type.getStyleClass().addAll("quiet", "small");
        VBox head = new VBox(name, type);
        head.setAlignment(sketch.numeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        column.setGraphic(head);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(Math.clamp(Math.max(sketch.name().length() * 8.5, sketch.longest() * 7.5) + 24, 84, 200));
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().get(at)));
        if (sketch.numeric()) {
            column.getStyleClass().add("figures");
        }
        return column;
    }

    private static String type(Preview preview, int at) {
        String stored = preview.source().columns().get(at).stored();
        String look = Texts.text("mapping.look." + preview.columns().get(at).look());
        return preview.source().dialect().isPresent() ? look : stored;
    }
}
