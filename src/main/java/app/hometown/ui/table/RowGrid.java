// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import app.hometown.data.Csv;
import app.hometown.domain.Progress;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A table over rows of anything, up to tens of millions: sorted by several columns (Shift adds one) and reduced to
/// what
/// is left, both off the JavaFX thread, the newest wish stopping the older ones. Columns can be hidden and moved; rows
/// that are chosen are copied as tab-separated text.
///
/// Only rows on screen become objects. Memory: 4 bytes a row that is shown, another 4 for every row once it is sorted,
/// and 4 more while it sorts.
public final class RowGrid extends StackPane {
    /// No progress: nothing is being sorted.
    public static final double IDLE = -1;

    /// More rows than this are not copied: that is what files are for.
    public static final int MOST_COPIED = 100_000;

    /// Rows that Ctrl+A chooses at most; the table keeps an object for each.
    private static final int MOST_CHOSEN = 20_000;

    private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");
    private static final KeyCombination ALL = KeyCombination.keyCombination("Shortcut+A");

    private final Latest latest;
    private final TableView<Integer> table = new TableView<>();
    private final RowList rows = new RowList();
    private final Arrangement arrangement = new Arrangement();
    private final AtomicLong newest = new AtomicLong();
    private final ReadOnlyDoubleWrapper sorting = new ReadOnlyDoubleWrapper(IDLE);
    private final ColumnChoice choice;
    private final ContextMenu menu = new ContextMenu();
    private List<RowColumn> columns = List.of();
    private int size;
    private BitSet left = new BitSet();
    private boolean allLeft = true;
    private boolean following;
    private boolean restoring;
    private List<TableColumn<Integer, ?>> sortedLast = List.of();
    private List<TableColumn.SortType> directionsLast = List.of();
    private Supplier<IntPredicate> admitted = () -> row -> true;
    private boolean admitsAll = true;
    private int followed = -1;
    private Consumer<int[]> arrangedListener = shown -> {};
    private IntConsumer opened = row -> {};
    private BiFunction<RowColumn, Integer, List<MenuItem>> offers = (column, row) -> List.of();

    /// @param id of the table
    /// @param latest filters and sorts
    /// @param picked takes the row that the person chooses
    public RowGrid(String id, Latest latest, IntConsumer picked) {
        this.latest = latest;
        choice = new ColumnChoice(table);
        getStyleClass().add("row-grid");
        table.setId(id);
        table.setItems(rows);
        table.setFixedCellSize(32);
        table.setPlaceholder(new Label(Texts.text("table.nothing")));
        table.setAccessibleText(Texts.text("table." + id));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setSortPolicy(sorted -> {
            if (!restoring) {
                refresh();
            }
            return true;
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null
                    && !following
                    && table.getSelectionModel().getSelectedIndices().size() == 1) {
                followed = now;
                picked.accept(now);
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        table.setOnContextMenuRequested(event -> offer(event.getScreenX(), event.getScreenY()));
        getChildren().add(table);
    }

    private void typed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (ALL.match(event)) {
            chooseAll();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && sorting.get() >= 0) {
            cancel();
            event.consume();
        }
    }

    private void open() {
        Integer row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            opened.accept(row);
        }
    }

    /// A table keeps an object a chosen row, so not all of a million are.
    private void chooseAll() {
        following = true;
        table.getSelectionModel().selectRange(0, Math.min(rows.size(), MOST_CHOSEN));
        following = false;
    }

    private void offer(double x, double y) {
        TablePosition<?, ?> focus = table.getFocusModel().getFocusedCell();
        Integer row = table.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        TableColumn<?, ?> at = focus.getTableColumn();
        RowColumn column = at != null && at.getUserData() instanceof RowColumn shown ? shown : columns.getFirst();
        MenuItem copy = new MenuItem(Texts.text("table.copy"));
        copy.setAccelerator(COPY);
        copy.setOnAction(event -> copy());
        List<MenuItem> items = new ArrayList<>(offers.apply(column, row));
        items.add(copy);
        menu.getItems().setAll(items);
        menu.show(table, x, y);
    }

    /// Shows other data; what was left of other rows is forgotten.
    public void show(int rowCount, List<RowColumn> shown) {
        size = rowCount;
        columns = shown;
        allLeft = true;
        choice.show(shown.stream().map(RowGrid::column).toList());
        refresh();
    }

    /// Shows only some rows.
    ///
    /// @param some the rows; not to be changed afterwards
    public void leave(BitSet some) {
        allLeft = false;
        left = some;
        refresh();
    }

    /// Shows only rows that a condition admits besides. Both are asked on another thread.
    ///
    /// @param condition makes the condition, once for each time that rows are gone through; null for none
    public void admit(@Nullable Supplier<IntPredicate> condition) {
        admitsAll = condition == null;
        admitted = condition == null ? () -> row -> true : condition;
        refresh();
    }

    /// Calls back with the rows in the order in which they are shown, whenever that changes. The array is not to be
    /// changed.
    public void onArranged(Consumer<int[]> listener) {
        arrangedListener = listener;
    }

    /// Calls back with the row that Enter or a double click opens.
    public void onOpened(IntConsumer listener) {
        opened = listener;
    }

    /// Asks what a right click on a value offers.
    public void onOffer(BiFunction<RowColumn, Integer, List<MenuItem>> listener) {
        offers = listener;
    }

    /// Which columns are shown, in which order.
    public ColumnChoice choice() {
        return choice;
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

    /// Selects a row, without that being a choice of the person's, and shows it when it is in the table; where it comes
    /// to be later, it is selected then.
    ///
    /// @param row or a negative number for none
    public void select(int row) {
        followed = row;
        following = true;
        Integer chosen = table.getSelectionModel().getSelectedItem();
        if (row < 0) {
            table.getSelectionModel().clearSelection();
        } else if (chosen == null || chosen != row) {
            int place = rows.place(row);
            if (place >= 0) {
                table.getSelectionModel().clearAndSelect(place);
                table.scrollTo(Math.max(0, place - 3));
            } else {
                table.getSelectionModel().clearSelection();
            }
        }
        following = false;
    }

    /// The share of the sorting that is done, 0..1, or [#IDLE].
    public ReadOnlyDoubleProperty sorting() {
        return sorting.getReadOnlyProperty();
    }

    /// Gives up sorting: the order stays what it was.
    public void cancel() {
        newest.incrementAndGet();
        latest.drop();
        sorting.set(IDLE);
        restoring = true;
        for (int n = 0; n < sortedLast.size(); n++) {
            sortedLast.get(n).setSortType(directionsLast.get(n));
        }
        table.getSortOrder().setAll(sortedLast);
        restoring = false;
    }

    /// The rows as they are shown, in order; not to be changed.
    public int[] shown() {
        return rows.all();
    }

    /// Puts the rows that are chosen on the clipboard, tab-separated below the headings.
    ///
    /// @return how many
    public int copy() {
        int[] chosen = table.getSelectionModel().getSelectedIndices().stream()
                .mapToInt(Integer::intValue)
                .filter(place -> place >= 0 && place < rows.size())
                .sorted()
                .map(place -> rows.get(place))
                .toArray();
        if (chosen.length > 0) {
            copy(chosen);
        }
        return chosen.length;
    }

    /// Puts rows on the clipboard, at most [#MOST_COPIED].
    public void copy(int[] some) {
        ClipboardContent content = new ClipboardContent();
        content.putString(tabs(some));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Rows as tab-separated text: columns as they are shown, numbers neutral.
    private String tabs(int[] some) {
        List<RowColumn> visible = choice.visible();
        StringBuilder text = new StringBuilder();
        line(text, visible.stream().map(RowColumn::file).toList());
        for (int n = 0; n < Math.min(some.length, MOST_COPIED); n++) {
            int row = some[n];
            line(text, visible.stream().map(column -> column.plain().apply(row)).toList());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> fields) {
        for (int n = 0; n < fields.size(); n++) {
            text.append(n == 0 ? "" : "\t").append(fields.get(n).replaceAll("[\\t\\r\\n]+", " "));
        }
        text.append('\n');
    }

    /// The rows that are shown as CSV, a piece at a time: for a file.
    ///
    /// @param shown rows, from [#shown]
    /// @param visible columns, from [ColumnChoice#visible]
    /// @param take takes the pieces
    /// @throws CancellationException when the progress says so
    public static void csv(int[] shown, List<RowColumn> visible, Progress progress, Consumer<String> take) {
        progress.phase("writing rows", shown.length);
        StringBuilder text = new StringBuilder();
        Csv.append(text, visible.stream().map(RowColumn::file).toList());
        for (int n = 0; n < shown.length; n++) {
            int row = shown[n];
            Csv.append(
                    text,
                    visible.stream().map(column -> column.plain().apply(row)).toList());
            if (n % 1024 == 0) {
                take.accept(text.toString());
                text.setLength(0);
                progress.done(n);
            }
        }
        take.accept(text.toString());
        progress.done(shown.length);
    }

    private static TableColumn<Integer, String> column(RowColumn shown) {
        TableColumn<Integer, String> column = new TableColumn<>(Texts.text(shown.key()));
        column.setPrefWidth(shown.width());
        column.setUserData(shown);
        column.setCellValueFactory(cell -> new RowText(column, cell.getValue()));
        column.setCellFactory(made -> new RowCell());
        if (shown.figures()) {
            column.getStyleClass().add("figures");
        }
        return column;
    }

    private void refresh() {
        List<TableColumn<Integer, ?>> order = List.copyOf(table.getSortOrder());
        List<TableColumn.SortType> directions =
                order.stream().map(column -> column.getSortType()).toList();
        List<Arrangement.Key> keys = order.stream()
                .filter(column -> column.getUserData() instanceof RowColumn)
                .map(column -> new Arrangement.Key(
                        (RowColumn) column.getUserData(), column.getSortType() == TableColumn.SortType.DESCENDING))
                .toList();
        int all = size;
        BitSet some = allLeft ? null : left;
        Supplier<IntPredicate> condition = admitsAll ? null : admitted;
        Progress progress = stopWhenOlder(newest.incrementAndGet());
        latest.request(
                () -> arrangement.rows(
                        new Arrangement.Request(all, some, condition == null ? null : condition.get(), keys), progress),
                arranged -> {
                    sortedLast = order;
                    directionsLast = directions;
                    sorting.set(IDLE);
                    following = true;
                    int keep = followed >= 0 ? followed : chosen();
                    table.getSelectionModel().clearSelection();
                    rows.show(arranged);
                    following = false;
                    select(keep);
                    arrangedListener.accept(arranged);
                });
    }

    private int chosen() {
        Integer chosen = table.getSelectionModel().getSelectedItem();
        return chosen == null ? -1 : chosen;
    }

    /// Tells how far the sorting is, and stops it as soon as there is a newer wish.
    private Progress stopWhenOlder(long ticket) {
        return new Progress() {
            private static final long EVERY_NANOS = 80_000_000;
            private final AtomicLong told = new AtomicLong(System.nanoTime());
            private volatile long total;

            @Override
            public void phase(String name, long steps) {
                total = steps;
                done(0);
            }

            @Override
            public void done(long count) {
                if (newest.get() != ticket) {
                    throw new CancellationException("there is a newer wish");
                }
                long before = told.get();
                long now = System.nanoTime();
                if (total > 0 && now - before > EVERY_NANOS && told.compareAndSet(before, now)) {
                    double share = Math.clamp((double) count / total, 0, 1);
                    FxThread.run(() -> {
                        if (newest.get() == ticket) {
                            sorting.set(share);
                        }
                    });
                }
            }
        };
    }
}
