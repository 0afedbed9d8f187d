// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Tips;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// One line of a ranking: what all of them show of a stream, and that it is marked everywhere while it is pointed at.
/// Shift and a click compare it with the explained stream.
abstract class StreamCell extends ListCell<RankedLine> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final CompareModel model;
    private final RankedList list;
    private final Label rank = label("rank");
    private final Label id = label("stream-id");
    private final Label place = label("place");
    // Held here because the model only holds it weakly: cells come and go, the model stays.
    private final InvalidationListener mark = property -> mark();

    StreamCell(CompareModel model, RankedList list) {
        this.model = model;
        this.list = list;
        getStyleClass().add("ranked-cell");
        id.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        id.setMinWidth(0);
        place.setMinWidth(0);
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

    static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    final RankedList list() {
        return list;
    }

    /// Its rank in the list.
    final Label rank() {
        return rank;
    }

    /// Its id.
    final Label id() {
        return id;
    }

    /// Its city and how far it is.
    final Label place() {
        return place;
    }

    private void hover(@Nullable RankedLine item) {
        model.hovered().set(item == null ? CompareModel.NONE : item.entry().row());
    }

    private void mark() {
        RankedLine item = getItem();
        pseudoClassStateChanged(
                MARKED, item != null && item.entry().row() == model.hovered().get());
    }

    /// All that the line shows, in its order.
    abstract Node line();

    /// Fills in what this kind of line has besides.
    abstract void fill(RankedLine item);

    /// All of it in words, for the tooltip and for screen readers.
    ///
    /// @param distance in words
    abstract String words(RankedLine item, String distance);

    @Override
    protected final void updateItem(@Nullable RankedLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            Tips.set(this, "");
            setAccessibleText(null);
        } else {
            show(item);
            setGraphic(line());
        }
        mark();
    }

    /// Shows a line.
    final void show(RankedLine item) {
        String distance = Formats.km(item.entry().distanceKm());
        rank.setText(Formats.count(item.entry().rank()));
        id.setText(item.entry().streamId());
        place.setText(item.city() + " · " + distance);
        fill(item);
        String words = words(item, distance);
        setAccessibleText(words);
        Tips.set(this, words);
    }
}
