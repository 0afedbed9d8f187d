// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The side panel: the picked user, how many streams within what radius, and the first two rankings of the lineup side
/// by side.
public final class ComparePane extends VBox {
    private static final double LOWEST_ROW = 34;
    private static final double HIGHEST_ROW = 48;

    private final UserHeader header = new UserHeader("picked-user");
    private final Label note = new Label();
    private final RankedList left;
    private final RankedList right;
    private final MovementLines lines;
    private final ColumnHead leftHead = new ColumnHead();
    private final ColumnHead rightHead = new ColumnHead();
    private final Refusal leftRefusal;
    private final Refusal rightRefusal;
    private final Summary summary = new Summary();
    private final Button copyButton;
    private final HBox lists;
    private final VBox content;
    private final VBox nobody;
    private final VBox hidden;
    private final CompareModel model;

    /// @param model the state
    /// @param train what the button does where there is no model
    /// @param copy copies both lists
    /// @param streamMenu makes the menu of a line: what one can do with the chosen stream
    public ComparePane(CompareModel model, Runnable train, Runnable copy, Supplier<ContextMenu> streamMenu) {
        this.model = model;
        getStyleClass().add("compare-pane");
        setMinWidth(456);
        left = new RankedList(model, "left-list", list -> new RankedCell(model, list));
        right = new RankedList(model, "right-list", list -> new RankedCell(model, list));
        left.setContextMenu(streamMenu.get());
        right.setContextMenu(streamMenu.get());
        lines = new MovementLines(model, 32);
        note.getStyleClass().add("note");
        note.setMinWidth(USE_PREF_SIZE);
        leftRefusal = new Refusal(train, "train-left");
        rightRefusal = new Refusal(train, "train-here");
        lists = new HBox(
                column("at-left", leftHead, left, leftRefusal),
                gutter(),
                column("at-right", rightHead, right, rightRefusal));
        VBox.setVgrow(lists, Priority.ALWAYS);
        copyButton = Icons.button(Feather.COPY, Texts.text("action.copy"), copy);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(24, summary, gap, copyButton);
        foot.getStyleClass().add("summary");
        foot.setAlignment(Pos.CENTER_LEFT);
        summary.setAlignment(Pos.CENTER_LEFT);
        content = new VBox(header, new RankingControls(model, note, ""), lists, foot);
        content.getStyleClass().add("compare-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        nobody = emptyState(Feather.MAP_PIN, "nobody");
        hidden = emptyState(Feather.EYE_OFF, "hidden");
        getChildren().setAll(nobody);
        model.lists().addListener((property, before, now) -> show(now));
        model.hidden().addListener(property -> show(model.lists().get()));
        model.userRow().addListener(property -> {
            if (model.isAwaited()) {
                getChildren().clear();
            }
        });
        model.selected().addListener(property -> reveal(model.selected().get()));
        show(model.lists().get());
    }

    private static VBox emptyState(Feather glyph, String key) {
        VBox state = new VBox(8, Icons.of(glyph, 24), heading(key + ".title"), quiet(key + ".what"));
        state.getStyleClass().add("empty-state");
        state.setAlignment(Pos.CENTER);
        VBox.setVgrow(state, Priority.ALWAYS);
        return state;
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label quiet(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    /// A list under its head, or the reason why there is none.
    private static VBox column(String style, ColumnHead head, RankedList list, Refusal refusal) {
        StackPane body = new StackPane(list, refusal);
        body.setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox column = new VBox(head, body);
        column.setMinWidth(0);
        column.setPrefWidth(200);
        column.getStyleClass().addAll("list-column", style);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private VBox gutter() {
        Region head = new Region();
        head.getStyleClass().add("list-head");
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox gutter = new VBox(head, lines);
        gutter.getStyleClass().add("gutter");
        return gutter;
    }

    private void show(@Nullable Lists answer) {
        put(answer != null ? content : model.hidden().get() ? hidden : nobody);
        if (answer == null) {
            return;
        }
        header.show(answer.user(), answer.catalog());
        RadiusNote.show(note, answer);
        show(answer, 0, leftHead, left, leftRefusal);
        show(answer, 1, rightHead, right, rightRefusal);
        lines.show(answer.left(), answer.right());
        summary.show(answer);
        requestLayout();
    }

    /// What is there already stays: put in anew, all of it would be styled anew.
    private void put(VBox shown) {
        if (!getChildren().equals(List.of(shown))) {
            getChildren().setAll(shown);
        }
    }

    private static void show(Lists answer, int place, ColumnHead head, RankedList list, Refusal refusal) {
        RankedColumn column = answer.columns().get(place);
        head.show(column);
        list.show(answer, place);
        list.setVisible(column.ranking().isPresent());
        refusal.show(column);
    }

    /// Brings a stream that was chosen elsewhere, on the map or by the search, into view.
    private void reveal(int row) {
        if (left.isFocused() || right.isFocused()) {
            return;
        }
        for (RankedList list : new RankedList[] {left, right}) {
            int place = list.place(row);
            if (place >= 0) {
                list.scrollTo(Math.max(0, place - 3));
                return;
            }
        }
    }

    /// Rows share the height there is, between what can be read and what looks lost; the lists scroll as one.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double height = left.getHeight();
        int rows = Math.max(1, Math.max(left.getItems().size(), right.getItems().size()));
        if (height > 0) {
            double row = Math.clamp(Math.floor((height - 2) / Math.max(rows, 10)), LOWEST_ROW, HIGHEST_ROW);
            if (left.getFixedCellSize() != row) {
                left.setFixedCellSize(row);
                right.setFixedCellSize(row);
            }
        }
        scrollAsOne();
        lines.follow(
                left.getFixedCellSize(), left.scroll().map(DoubleProperty::get).orElse(0.0), height);
    }

    private void scrollAsOne() {
        Optional<DoubleProperty> one = left.scroll();
        Optional<DoubleProperty> other = right.scroll();
        if (one.isEmpty() || other.isEmpty() || left.getProperties().containsKey("scrolls")) {
            return;
        }
        left.getProperties().put("scrolls", other.get());
        one.get().bindBidirectional(other.get());
        one.get()
                .addListener((property, before, now) ->
                        lines.follow(left.getFixedCellSize(), now.doubleValue(), left.getHeight()));
    }
}
