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
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One line of a list in two rows of text: rank, stream, score; city, distance, movement.
final class RankedCell extends ListCell<RankedLine> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    // Made once: a tooltip is a window of its own, dear to make for every line of every answer.
    private final Tooltip tip = new Tooltip();
    private final CompareModel model;
    private final RankedList list;
    private final Label rank = label("rank");
    private final Label id = label("stream-id");
    private final Label place = label("place");
    private final Label score = label("score");
    private final Label movement = label("movement");
    private final HBox line;
    // Held here because the model only holds it weakly: cells come and go, the model stays.
    private final InvalidationListener mark = property -> mark();

    RankedCell(CompareModel model, RankedList list) {
        this.model = model;
        this.list = list;
        getStyleClass().add("ranked-cell");
        id.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        id.setMinWidth(0);
        place.setMinWidth(0);
        score.setMinWidth(USE_PREF_SIZE);
        movement.setMinWidth(USE_PREF_SIZE);
        VBox text = new VBox(id, place);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox figures = new VBox(score, movement);
        figures.setAlignment(Pos.CENTER_RIGHT);
        figures.setMinWidth(USE_PREF_SIZE);
        line = new HBox(8, rank, text, figures);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseEntered(event -> hover(getItem()));
        setOnMouseExited(event -> hover(null));
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            RankedLine item = getItem();
            if (event.isShiftDown() && event.getButton() == MouseButton.PRIMARY && item != null) {
                model.rival().set(item.entry().row());
                event.consume();
            }
        });
        model.hovered().addListener(new WeakInvalidationListener(mark));
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
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
        score.setText(Formats.score(item.entry().score()));
        movement.setText(item.movement().glyph());
        for (Movement.Kind kind : Movement.Kind.values()) {
            movement.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(kind.key()),
                    kind == item.movement().kind());
        }
        String words = Texts.text(
                "list.line",
                item.entry().rank(),
                item.entry().streamId(),
                item.city(),
                distance,
                Formats.decimals(item.entry().score(), 4),
                list.words(item));
        setAccessibleText(words);
        tip.setText(words);
        setTooltip(tip);
    }
}
