// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One line of a list among many: how it came here, rank, stream, its share of the list's best score, whether it goes
/// on. One row of text where lists are long, two where there is room; what does not fit the width is left out, the
/// tooltip says it all.
final class LineupCell extends ListCell<RankedLine> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double TWO_ROWS = 36;
    /// Below this width an exit is a glyph alone.
    private static final double ROOMY = 200;

    private static final double SHARE_WIDTH = 44;
    /// What the id, the bar and the figure need, and what everything else takes.
    private static final double ID = 92;

    private static final double BAR = SHARE_WIDTH + 5;
    private static final double PERCENT = 39;
    private static final double BESIDE = 130;
    private static final double RANK = 42;
    private static final double BEFORE = 41;
    private static final double AFTER = 45;

    // Made once: a tooltip is a window of its own, dear to make for every line of every answer.
    private final Tooltip tip = new Tooltip();
    private final CompareModel model;
    private final RankedList list;
    private final Place where;
    private final Label before = label("movement");
    private final Label rank = label("rank");
    private final Label id = label("stream-id");
    private final Label place = label("place");
    private final Label beside = label("place");
    private final Region share = new Region();
    private final Label percent = label("percent");
    private final Label after = label("movement");
    private final HBox line;
    private final HBox bar;
    // Held here because the model only holds it weakly: cells come and go, the model stays.
    private final InvalidationListener mark = property -> mark();

    /// Where in the lineup a list stands: the first has nothing to the left of it, the last nothing to the right.
    record Place(boolean first, boolean last) {}

    LineupCell(CompareModel model, RankedList list, Place where) {
        this.model = model;
        this.list = list;
        this.where = where;
        getStyleClass().addAll("ranked-cell", "lineup-cell");
        id.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        id.setMinWidth(0);
        place.setMinWidth(0);
        before.getStyleClass().add("before");
        after.getStyleClass().add("after");
        before.setVisible(!where.first());
        before.setManaged(!where.first());
        after.setVisible(!where.last());
        after.setManaged(!where.last());
        place.managedProperty().bind(place.visibleProperty());
        share.getStyleClass().add("share");
        bar = new HBox(share);
        bar.getStyleClass().add("share-track");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinWidth(SHARE_WIDTH);
        bar.setMaxWidth(SHARE_WIDTH);
        bar.managedProperty().bind(bar.visibleProperty());
        percent.setMinWidth(USE_PREF_SIZE);
        percent.managedProperty().bind(percent.visibleProperty());
        VBox text = new VBox(id, place);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        beside.setMinWidth(0);
        beside.setPrefWidth(BESIDE);
        beside.managedProperty().bind(beside.visibleProperty());
        line = new HBox(5, before, rank, text, beside, bar, percent, after);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseEntered(event -> hover(getItem()));
        setOnMouseExited(event -> hover(null));
        model.hovered().addListener(new WeakInvalidationListener(mark));
        list.widthProperty().addListener(property -> fit());
        list.fixedCellSizeProperty().addListener(property -> fit());
        fit();
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private void fit() {
        boolean roomy = list.getWidth() >= ROOMY;
        after.setMinWidth(roomy ? 40 : 12);
        boolean tall = list.getFixedCellSize() >= TWO_ROWS;
        place.setVisible(tall);
        double room = list.getWidth() - RANK - (where.first() ? 0 : BEFORE) - (where.last() ? 0 : AFTER) - ID;
        bar.setVisible(room >= BAR);
        percent.setVisible(room >= BAR + PERCENT);
        beside.setVisible(!tall && room >= BAR + PERCENT + BESIDE);
        pseudoClassStateChanged(COMPACT, !tall);
        RankedLine item = getItem();
        if (item != null) {
            show(item);
        }
    }

    private void hover(@Nullable RankedLine item) {
        model.hovered().set(item == null ? CompareModel.NONE : item.entry().row());
    }

    private void mark() {
        RankedLine item = getItem();
        pseudoClassStateChanged(
                MARKED, item != null && item.entry().row() == model.hovered().get());
    }

    @Override
    protected void updateItem(@Nullable RankedLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            show(item);
            setGraphic(line);
        }
        mark();
    }

    private void show(RankedLine item) {
        String distance = Formats.km(item.entry().distanceKm());
        rank.setText(Formats.count(item.entry().rank()));
        id.setText(item.entry().streamId());
        place.setText(item.city() + " · " + distance);
        beside.setText(place.getText());
        share.setMinWidth(Math.max(1, item.share() * SHARE_WIDTH));
        percent.setText(Formats.wholePercent(item.share()));
        show(before, item.before());
        // Only what ends here is said on the right: what goes on is said where it arrives.
        show(after, item.after().kind() == Movement.Kind.LEAVES ? item.after() : Movement.ALONE);
        if (list.getWidth() < ROOMY && !after.getText().isEmpty()) {
            after.setText(after.getText().substring(0, 1));
        }
        String words = Texts.text(
                "lineup.line",
                item.entry().rank(),
                item.entry().streamId(),
                item.city(),
                distance,
                Formats.wholePercent(item.share()),
                Formats.decimals(item.entry().score(), 4),
                list.words(item));
        setAccessibleText(words);
        tip.setText(words);
        setTooltip(tip);
    }

    private static void show(Label label, Movement movement) {
        label.setText(movement.glyph());
        for (Movement.Kind kind : Movement.Kind.values()) {
            label.pseudoClassStateChanged(PseudoClass.getPseudoClass(kind.key()), kind == movement.kind());
        }
    }
}
