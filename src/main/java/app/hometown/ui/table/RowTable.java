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
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A table over the rows of a catalog that can be filtered and sorted, both off the JavaFX thread.
public final class RowTable extends VBox {
    private final Latest latest;
    private final TextField filter = new TextField();
    private final Label count = new Label();
    private final TableView<Integer> table = new TableView<>();
    private final RowList rows = new RowList();
    private List<RowColumn> columns = List.of();
    private int size;
    private boolean following;
    private IntPredicate admitted = row -> true;
    private Consumer<int[]> arrangedListener = rows -> {};

    /// @param id of the table, with `-filter` that of its filter
    /// @param latest filters and sorts
    /// @param picked takes the row that the person chooses
    public RowTable(String id, Latest latest, IntConsumer picked) {
        this.latest = latest;
        getStyleClass().add("row-table");
        table.setId(id);
        table.setItems(rows);
        table.setFixedCellSize(32);
        table.setPlaceholder(new Label(Texts.text("table.nothing")));
        table.setAccessibleText(Texts.text("table." + id));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setSortPolicy(sorted -> {
            refresh();
            return true;
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                picked.accept(now);
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        filter.setId(id + "-filter");
        filter.setPromptText(Texts.text("table.filter"));
        filter.setAccessibleText(Texts.text("table.filter"));
        filter.setPrefWidth(280);
        filter.setMinWidth(80);
        count.setMinWidth(USE_PREF_SIZE);
        filter.textProperty().addListener(property -> refresh());
        count.getStyleClass().add("quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, filter, gap, count);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("table-line");
        getChildren().addAll(line, table);
    }

    /// Shows other data.
    public void show(int rowCount, List<RowColumn> shown) {
        size = rowCount;
        columns = shown;
        table.getColumns().setAll(shown.stream().map(RowTable::column).toList());
        refresh();
    }

    /// Shows only rows that a condition admits besides the filter. It is asked on another thread.
    public void admit(IntPredicate condition) {
        admitted = condition;
        refresh();
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
        table.getColumns().stream()
                .filter(column -> column.getUserData() instanceof RowColumn shown
                        && shown.key().equals(key))
                .findFirst()
                .ifPresent(column -> {
                    column.setSortType(TableColumn.SortType.DESCENDING);
                    table.getSortOrder().setAll(List.of(column));
                });
    }

    /// Shows other values of the same rows. They are filtered and sorted anew when one asks for it next.
    ///
    /// @param shown the columns of before, with newer values
    public void update(List<RowColumn> shown) {
        columns = shown;
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            if (column.getUserData() instanceof RowColumn old) {
                shown.stream().filter(newer -> newer.key().equals(old.key())).forEach(column::setUserData);
            }
        }
        table.refresh();
    }

    /// Selects a row, without that being a choice of the person's, and shows it when it is in the table.
    public void select(int row) {
        following = true;
        Integer chosen = table.getSelectionModel().getSelectedItem();
        if (row < 0) {
            table.getSelectionModel().clearSelection();
        } else if (chosen == null || chosen != row) {
            int place = rows.indexOf(row);
            if (place >= 0) {
                table.getSelectionModel().clearAndSelect(place);
                table.scrollTo(Math.max(0, place - 3));
            } else {
                table.getSelectionModel().clearSelection();
            }
        }
        following = false;
    }

    private static TableColumn<Integer, String> column(RowColumn shown) {
        TableColumn<Integer, String> column = new TableColumn<>(Texts.text(shown.key()));
        column.setPrefWidth(shown.width());
        column.setUserData(shown);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                ((RowColumn) column.getUserData()).text().apply(cell.getValue())));
        if (shown.figures()) {
            column.getStyleClass().add("figures");
        }
        return column;
    }

    private void refresh() {
        String query = filter.getText().strip().toLowerCase(Locale.ROOT);
        int all = size;
        List<RowColumn> searched = columns.stream().filter(RowColumn::searched).toList();
        List<RowOrder> orders = table.getSortOrder().stream()
                .filter(column -> column.getUserData() instanceof RowColumn)
                .map(RowTable::order)
                .toList();
        Integer chosen = table.getSelectionModel().getSelectedItem();
        IntPredicate condition = admitted;
        latest.request(() -> arranged(all, condition, query, searched, orders), arranged -> {
            following = true;
            rows.show(arranged);
            following = false;
            count.setText(Texts.text("table.count", Formats.count(arranged.length), Formats.count(all)));
            select(chosen == null ? -1 : chosen);
            arrangedListener.accept(arranged);
        });
    }

    private static RowOrder order(TableColumn<Integer, ?> column) {
        RowOrder order = ((RowColumn) column.getUserData()).order();
        return column.getSortType() == TableColumn.SortType.DESCENDING ? order.reversed() : order;
    }

    private static int[] arranged(
            int size, IntPredicate condition, String query, List<RowColumn> searched, List<RowOrder> orders) {
        int[] rows = IntStream.range(0, size)
                .filter(condition)
                .filter(row -> query.isEmpty()
                        || searched.stream().anyMatch(column -> column.text()
                                .apply(row)
                                .toLowerCase(Locale.ROOT)
                                .contains(query)))
                .toArray();
        // The sort is stable, so that the least of several columns goes first.
        for (RowOrder order : orders.reversed()) {
            order.sort(rows);
        }
        return rows;
    }
}
