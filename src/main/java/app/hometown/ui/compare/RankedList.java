// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Texts;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// One ranking as a list; what is selected in it is the stream that the model explains.
final class RankedList extends ListView<RankedLine> {
    private final CompareModel model;
    private boolean following;
    private @Nullable Lists shown;
    private int column;

    /// @param id of the list
    /// @param cell makes what shows a line of this list
    RankedList(CompareModel model, String id, Function<RankedList, ListCell<RankedLine>> cell) {
        this.model = model;
        setId(id);
        getStyleClass().add("ranked-list");
        setFixedCellSize(36);
        setMinWidth(0);
        setPrefWidth(200);
        setCellFactory(list -> cell.apply(this));
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!following && now != null) {
                model.selected().set(now.entry().row());
            }
        });
        model.selected().addListener(property -> follow());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.selected().get() != CompareModel.NONE) {
                model.selected().set(CompareModel.NONE);
                event.consume();
            }
        });
    }

    /// Shows a column of the lineup.
    void show(Lists lists, int place) {
        shown = lists;
        column = place;
        RankedColumn now = lists.columns().get(place);
        setAccessibleText(Texts.text("list.name", now.name()));
        RankerSign.paint(this, now.look());
        following = true;
        getItems().setAll(now.lines());
        following = false;
        follow();
    }

    /// Shows nothing.
    void clear() {
        shown = null;
        following = true;
        getItems().clear();
        following = false;
    }

    /// What is to be said of a line: where the stream is in the neighbouring lists.
    String words(RankedLine line) {
        return shown == null ? "" : shown.words(column, line);
    }

    /// Selects the line of the model's stream, or nothing where this list does not have it.
    private void follow() {
        int index = place(model.selected().get());
        following = true;
        if (index < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != index) {
            getSelectionModel().clearAndSelect(index);
            getFocusModel().focus(index);
        }
        following = false;
    }

    /// Where a stream stands in the list, or -1.
    int place(int row) {
        return IntStream.range(0, getItems().size())
                .filter(i -> getItems().get(i).entry().row() == row)
                .findFirst()
                .orElse(-1);
    }

    /// How far it is scrolled, 0..1; empty until it has been laid out.
    Optional<DoubleProperty> scroll() {
        for (Node node : lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                return Optional.of(bar.valueProperty());
            }
        }
        return Optional.empty();
    }
}
