// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One line of a list among many: how it came here, rank, stream, its share of the list's best score, whether it goes
/// on. One row of text where lists are long, two where there is room; what does not fit the width is left out, the
/// tooltip says it all.
final class LineupCell extends StreamCell {
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

    private final Place where;
    private final Label before = label("movement");
    private final Label beside = label("place");
    private final Region share = new Region();
    private final Label percent = label("percent");
    private final Label after = label("movement");
    private final HBox line;
    private final HBox bar;

    /// Where in the lineup a list stands: the first has nothing to the left of it, the last nothing to the right.
    record Place(boolean first, boolean last) {}

    LineupCell(CompareModel model, RankedList list, Place where) {
        super(model, list);
        this.where = where;
        getStyleClass().add("lineup-cell");
        before.getStyleClass().add("before");
        after.getStyleClass().add("after");
        before.setVisible(!where.first());
        before.setManaged(!where.first());
        after.setVisible(!where.last());
        after.setManaged(!where.last());
        place().managedProperty().bind(place().visibleProperty());
        share.getStyleClass().add("share");
        bar = new HBox(share);
        bar.getStyleClass().add("share-track");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinWidth(SHARE_WIDTH);
        bar.setMaxWidth(SHARE_WIDTH);
        bar.managedProperty().bind(bar.visibleProperty());
        percent.setMinWidth(USE_PREF_SIZE);
        percent.managedProperty().bind(percent.visibleProperty());
        VBox text = new VBox(id(), place());
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        beside.setMinWidth(0);
        beside.setPrefWidth(BESIDE);
        beside.managedProperty().bind(beside.visibleProperty());
        line = new HBox(5, before, rank(), text, beside, bar, percent, after);
        line.setAlignment(Pos.CENTER_LEFT);
        list.widthProperty().addListener(property -> fit());
        list.fixedCellSizeProperty().addListener(property -> fit());
        fit();
    }

    @Override
    Node line() {
        return line;
    }

    private void fit() {
        boolean roomy = list().getWidth() >= ROOMY;
        after.setMinWidth(roomy ? 40 : 12);
        boolean tall = list().getFixedCellSize() >= TWO_ROWS;
        place().setVisible(tall);
        double room = list().getWidth() - RANK - (where.first() ? 0 : BEFORE) - (where.last() ? 0 : AFTER) - ID;
        bar.setVisible(room >= BAR);
        percent.setVisible(room >= BAR + PERCENT);
        beside.setVisible(!tall && room >= BAR + PERCENT + BESIDE);
        pseudoClassStateChanged(COMPACT, !tall);
        RankedLine item = getItem();
        if (item != null) {
            show(item);
        }
    }

    @Override
    void fill(RankedLine item) {
        beside.setText(place().getText());
        share.setMinWidth(Math.max(1, item.share() * SHARE_WIDTH));
        percent.setText(Formats.wholePercent(item.share()));
        show(before, item.before());
        // Only what ends here is said on the right: what goes on is said where it arrives.
        show(after, item.after().kind() == Movement.Kind.LEAVES ? item.after() : Movement.ALONE);
        if (list().getWidth() < ROOMY && !after.getText().isEmpty()) {
            after.setText(after.getText().substring(0, 1));
        }
    }

    @Override
    String words(RankedLine item, String distance) {
        return Texts.text(
                "lineup.line",
                item.entry().rank(),
                item.entry().streamId(),
                item.city(),
                distance,
                Formats.wholePercent(item.share()),
                Formats.decimals(item.entry().score(), 4),
                list().words(item));
    }

    private static void show(Label label, Movement movement) {
        label.setText(movement.glyph());
        MovementSign.paint(label, movement.kind());
    }
}
