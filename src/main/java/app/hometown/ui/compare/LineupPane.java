// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All lists of the lineup beside each other with lines between neighbours. Rows share the height that there is down to
/// what can be read; beyond that all lists scroll as one.
///
/// Up and down choose within a list, left and right go to the list beside it, with Alt they move the list, Delete takes
/// it away.
final class LineupPane extends ScrollPane {
    private static final double LOWEST_ROW = 18;
    private static final double HIGHEST_ROW = 52;
    private static final double GUTTER = 72;
    private static final double NARROWEST = 132;
    private static final int FEW = 8;

    private final CompareModel model;
    private final LineupModel lineup;
    private final Runnable train;
    private final Supplier<ContextMenu> streamMenu;
    private final HBox heads = new HBox();
    private final HBox bodies = new HBox();
    private final ScrollPane scroll = new ScrollPane(bodies);
    private final List<Column> columns = new ArrayList<>();
    private final List<MovementLines> lines = new ArrayList<>();
    private final List<SimilarityHead> similarities = new ArrayList<>();
    private int rows;
    private int focused;

    private record Column(LineupHead head, RankedList list, Refusal refusal) {}

    /// @param train what the button does where there is no model
    /// @param streamMenu makes the menu of a line
    LineupPane(CompareModel model, LineupModel lineup, Runnable train, Supplier<ContextMenu> streamMenu) {
        this.model = model;
        this.lineup = lineup;
        this.train = train;
        this.streamMenu = streamMenu;
        getStyleClass().add("lineup");
        setFitToWidth(true);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("lineup-rows");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        heads.getStyleClass().add("lineup-heads");
        setContent(new VBox(heads, scroll));
        scroll.viewportBoundsProperty().addListener(property -> fit());
        model.selected().addListener(property -> reveal());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Shows an answer.
    void show(Lists lists) {
        if (columns.size() != lists.columns().size()) {
            build(lists.columns().size());
        }
        rows = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            RankedColumn now = lists.columns().get(i);
            rows = Math.max(rows, now.lines().size());
            column.head.show(lists, i);
            column.list.show(lists, i);
            column.list.setVisible(now.ranking().isPresent());
            column.refusal.show(now);
            if (i > 0) {
                RankedColumn left = lists.columns().get(i - 1);
                lines.get(i - 1).show(left, now);
                similarities
                        .get(i - 1)
                        .show(left.name(), now.name(), lists.similarities().get(i - 1), lists.k());
            }
        }
        fit();
        reveal();
    }

    /// The column in which the keyboard is or was last.
    int focusedColumn() {
        return Math.min(focused, columns.size() - 1);
    }

    /// Puts the keyboard into a column.
    void focus(int column) {
        if (column >= 0 && column < columns.size()) {
            focused = column;
            columns.get(column).list.requestFocus();
        }
    }

    private void build(int count) {
        columns.clear();
        lines.clear();
        similarities.clear();
        heads.getChildren().clear();
        bodies.getChildren().clear();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                SimilarityHead similarity = new SimilarityHead(GUTTER);
                MovementLines between = new MovementLines(model, GUTTER);
                similarities.add(similarity);
                lines.add(between);
                heads.getChildren().add(similarity);
                bodies.getChildren().add(between);
            }
            Column column = column(i, new LineupCell.Place(i == 0, i == count - 1));
            columns.add(column);
            StackPane body = new StackPane(column.list, column.refusal);
            body.setAlignment(Pos.TOP_LEFT);
            heads.getChildren().add(even(column.head));
            bodies.getChildren().add(even(body));
        }
    }

    private Column column(int place, LineupCell.Place where) {
        RankedList list = new RankedList(model, "lineup-" + place, own -> new LineupCell(model, own, where));
        list.setContextMenu(streamMenu.get());
        list.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                focused = place;
            }
        });
        return new Column(new LineupHead(lineup, place), list, new Refusal(train, "lineup-train-" + place));
    }

    /// All columns have the same width.
    private static Region even(Region part) {
        part.setMinWidth(NARROWEST);
        part.setPrefWidth(NARROWEST);
        part.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    private void fit() {
        double height = scroll.getViewportBounds().getHeight();
        if (height <= 0 || columns.isEmpty()) {
            return;
        }
        double row = Math.clamp(Math.floor((height - 4) / Math.max(rows, FEW)), LOWEST_ROW, HIGHEST_ROW);
        double all = Math.max(1, rows) * row + 2;
        for (Column column : columns) {
            column.list.setFixedCellSize(row);
            column.list.setMinHeight(all);
            column.list.setPrefHeight(all);
            column.list.setMaxHeight(all);
        }
        lines.forEach(each -> each.follow(row, 0, all));
        // The heads stand over their lists also where a scroll bar takes room beside these.
        double bar = scroll.getWidth() - scroll.getViewportBounds().getWidth();
        heads.setPadding(new Insets(0, Math.max(0, bar), 0, 0));
    }

    /// Brings the chosen stream into view.
    private void reveal() {
        double height = scroll.getViewportBounds().getHeight();
        for (Column column : columns) {
            int place = column.list.place(model.selected().get());
            double room = bodies.getHeight() - height;
            if (place >= 0 && room > 0) {
                double row = column.list.getFixedCellSize();
                double top = scroll.getVvalue() * room;
                if (place * row < top) {
                    scroll.setVvalue(place * row / room);
                } else if ((place + 1) * row > top + height) {
                    scroll.setVvalue(((place + 1) * row - height) / room);
                }
                return;
            }
        }
    }

    private void key(KeyEvent event) {
        boolean left = event.getCode() == KeyCode.LEFT;
        boolean right = event.getCode() == KeyCode.RIGHT;
        boolean inList = columns.stream().anyMatch(column -> column.list.isFocused());
        if (!inList) {
            return;
        }
        if ((left || right) && event.isAltDown()) {
            focus(lineup.move(focused, left ? -1 : 1));
        } else if (left || right) {
            goBeside(left ? -1 : 1);
        } else if (event.getCode() == KeyCode.DELETE) {
            lineup.remove(focused);
        } else {
            return;
        }
        event.consume();
    }

    /// To the list beside: the chosen stream stays chosen; where the list lacks it, the one at its rank is chosen.
    private void goBeside(int by) {
        int to = focused + by;
        if (to < 0 || to >= columns.size()) {
            return;
        }
        int place = columns.get(focused).list.getSelectionModel().getSelectedIndex();
        RankedList list = columns.get(to).list;
        focus(to);
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getSelectionModel()
                    .clearAndSelect(Math.clamp(place, 0, list.getItems().size() - 1));
        }
    }
}
