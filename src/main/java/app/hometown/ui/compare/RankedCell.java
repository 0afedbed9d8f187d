// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One line of a list in two rows of text: rank, stream, score; city, distance, movement.
final class RankedCell extends StreamCell {
    private final Label score = label("score");
    private final Label movement = label("movement");
    private final HBox line;

    RankedCell(CompareModel model, RankedList list) {
        super(model, list);
        score.setMinWidth(USE_PREF_SIZE);
        movement.setMinWidth(USE_PREF_SIZE);
        VBox text = new VBox(id(), place());
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox figures = new VBox(score, movement);
        figures.setAlignment(Pos.CENTER_RIGHT);
        figures.setMinWidth(USE_PREF_SIZE);
        line = new HBox(8, rank(), text, figures);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Node line() {
        return line;
    }

    @Override
    void fill(RankedLine item) {
        score.setText(Formats.score(item.entry().score()));
        movement.setText(item.movement().glyph());
        MovementSign.paint(movement, item.movement().kind());
    }

    @Override
    String words(RankedLine item, String distance) {
        return Texts.text(
                "list.line",
                item.entry().rank(),
                item.entry().streamId(),
                item.city(),
                distance,
                Formats.decimals(item.entry().score(), 4),
                list().words(item));
    }
}
