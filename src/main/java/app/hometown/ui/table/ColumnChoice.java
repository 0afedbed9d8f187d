// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Which columns of a table are shown, in which order; the person hides and shows them by a menu and moves them by
/// dragging their headings. At least one is always shown.
public final class ColumnChoice {
    private final TableView<Integer> table;
    private final MenuButton button = new MenuButton(Texts.text("table.columns"));
    private List<TableColumn<Integer, String>> all = List.of();
    private List<String> wanted = List.of();
    private boolean arranging;
    private Consumer<List<String>> listener = names -> {};

    ColumnChoice(TableView<Integer> table) {
        this.table = table;
        button.setId(table.getId() + "-columns");
        table.getColumns().addListener((Observable property) -> changed());
    }

    /// Puts columns into the table, as they were wanted.
    void show(List<TableColumn<Integer, String>> columns) {
        all = columns;
        for (TableColumn<Integer, String> column : columns) {
            column.visibleProperty().addListener((Observable property) -> changed());
        }
        arrange();
        button.setId(table.getId() + "-columns");
        button.getItems().setAll(items());
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (TableColumn<Integer, String> column : all) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setId("column-" + key(column).replace("column.", ""));
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            items.add(item);
        }
        MenuItem reset = new MenuItem(Texts.text("table.columns.reset"));
        reset.setOnAction(event -> {
            wanted = List.of();
            arrange();
            listener.accept(List.of());
        });
        items.add(new SeparatorMenuItem());
        items.add(reset);
        return items;
    }

    /// The menu of columns.
    public MenuButton button() {
        return button;
    }

    /// The same as a part of another menu.
    public Menu menu() {
        Menu menu = new Menu(Texts.text("table.columns"));
        menu.getItems().setAll(items());
        return menu;
    }

    /// Shows columns as they were wanted before: keys in order, a minus before those that are hidden. Columns that are
    /// not named stand behind them.
    public void want(List<String> names) {
        wanted = List.copyOf(names);
        arrange();
    }

    /// Calls back with what [#want] takes, whenever the person changes it; an empty list when it is as at first.
    public void onChange(Consumer<List<String>> changed) {
        listener = changed;
    }

    /// The columns that are shown, in order.
    public List<RowColumn> visible() {
        return table.getVisibleLeafColumns().stream()
                .filter(column -> column.getUserData() instanceof RowColumn)
                .map(column -> (RowColumn) column.getUserData())
                .toList();
    }

    private void arrange() {
        arranging = true;
        List<TableColumn<Integer, String>> columns = new ArrayList<>(all);
        columns.sort(Comparator.comparingInt(column -> {
            int place = place(column);
            return place < 0 ? Integer.MAX_VALUE : place;
        }));
        columns.forEach(column -> column.setVisible(!wanted.contains("-" + key(column))));
        List<TableColumn<Integer, ?>> order = List.copyOf(table.getSortOrder());
        table.getColumns().setAll(columns);
        if (columns.containsAll(order)) {
            table.getSortOrder().setAll(order);
        }
        arranging = false;
    }

    private int place(TableColumn<Integer, String> column) {
        int shown = wanted.indexOf(key(column));
        return shown >= 0 ? shown : wanted.indexOf("-" + key(column));
    }

    private void changed() {
        if (arranging || table.getColumns().isEmpty()) {
            return;
        }
        if (table.getVisibleLeafColumns().isEmpty()) {
            table.getColumns().getFirst().setVisible(true);
            return;
        }
        List<String> now = table.getColumns().stream()
                .map(column -> (column.isVisible() ? "" : "-") + key(column))
                .toList();
        List<String> first = all.stream().map(ColumnChoice::key).toList();
        List<String> changed = now.equals(first) ? List.of() : now;
        if (!changed.equals(wanted)) {
            wanted = changed;
            listener.accept(changed);
        }
    }

    private static String key(TableColumn<Integer, ?> column) {
        return ((RowColumn) column.getUserData()).key();
    }
}
