// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A table over the rows of a catalog under a filter of its own.
public final class RowTable extends VBox {
    private final RowGrid grid;
    private final TextField filter = new TextField();
    private final Label count = new Label();
    private List<RowColumn> columns = List.of();
    private int size;
    private IntPredicate admitted = row -> true;
    private Consumer<int[]> arrangedListener = rows -> {};

    /// @param id of the table, with `-filter` that of its filter
    /// @param latest filters and sorts
    /// @param picked takes the row that the person chooses
    public RowTable(String id, Latest latest, IntConsumer picked) {
        getStyleClass().add("row-table");
        grid = new RowGrid(id, latest, picked);
        grid.onArranged(rows -> {
            count.setText(Texts.text("table.count", Formats.count(rows.length), Formats.count(size)));
            arrangedListener.accept(rows);
        });
        VBox.setVgrow(grid, Priority.ALWAYS);
        filter.setId(id + "-filter");
        filter.setPromptText(Texts.text("table.filter"));
        filter.setAccessibleText(Texts.text("table.filter"));
        filter.setPrefWidth(280);
        filter.setMinWidth(80);
        count.setMinWidth(USE_PREF_SIZE);
        filter.textProperty().addListener(property -> admit());
        count.getStyleClass().add("quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, filter, gap, count);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("table-line");
        getChildren().addAll(line, grid);
    }

    /// Shows other data.
    public void show(int rowCount, List<RowColumn> shown) {
        size = rowCount;
        columns = shown;
        grid.show(rowCount, shown);
    }

    /// Shows only rows that a condition admits besides the filter. It is asked on another thread.
    public void admit(IntPredicate condition) {
        admitted = condition;
        admit();
    }

    private void admit() {
        String query = filter.getText().strip().toLowerCase(Locale.ROOT);
        List<RowColumn> searched = columns.stream().filter(RowColumn::searched).toList();
        IntPredicate condition = admitted;
        grid.admit(() -> row -> condition.test(row)
                && (query.isEmpty()
                        || searched.stream().anyMatch(column -> column.text()
                                .apply(row)
                                .toLowerCase(Locale.ROOT)
                                .contains(query))));
    }

    /// Calls back with the rows in the order in which they are shown, whenever that changes. The array is not to be
    /// changed.
    public void onArranged(Consumer<int[]> listener) {
        arrangedListener = listener;
    }

    /// Sorts by a column, the largest first.
    ///
    /// @param key the key of its heading
    public void sortDescending(String key) {
        grid.sortDescending(key);
    }

    /// Shows other values of the same rows. They are filtered and sorted anew when one asks for it next.
    ///
    /// @param shown the columns of before, with newer values
    public void update(List<RowColumn> shown) {
        columns = shown;
        grid.update(shown);
    }

    /// Selects a row, without that being a choice of the person's, and shows it when it is in the table.
    public void select(int row) {
        grid.select(row);
    }
}
