// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The strip between the two lists: a line from each stream's place on the left to its place on the right, so that
/// what moved is seen at once. Decoration for the eye only; the lists say the same in glyphs and words.
final class MovementLines extends Pane {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final CompareModel model;
    private double rowHeight = 36;
    private double scroll;
    private double viewport;

    MovementLines(CompareModel model) {
        this.model = model;
        getStyleClass().add("movement-lines");
        setMouseTransparent(true);
        setMinWidth(32);
        setPrefWidth(32);
        setMaxWidth(32);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        model.hovered().addListener(property -> mark());
        model.selected().addListener(property -> mark());
    }

    /// Draws the lines of an answer.
    void show(@Nullable Lists lists) {
        getChildren().clear();
        if (lists != null && !lists.ml().isEmpty()) {
            List<RankedLine> left = lists.basic();
            for (int from = 0; from < left.size(); from++) {
                RankedLine line = left.get(from);
                int start = from;
                lists.inMl(line.entry().row())
                        .ifPresent(to -> add(line, start, to.entry().rank() - 1));
            }
        }
        mark();
        requestLayout();
    }

    /// Follows the lists.
    ///
    /// @param height of a row
    /// @param position how far they are scrolled, 0..1
    /// @param visible height of what they show
    void follow(double height, double position, double visible) {
        rowHeight = height;
        scroll = position;
        viewport = visible;
        requestLayout();
    }

    private void add(RankedLine line, int from, int to) {
        Curve curve = new Curve(line.entry().row(), from, to);
        curve.getStyleClass().add("movement-line");
        curve.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(line.movement().kind().key()), true);
        getChildren().add(curve);
    }

    private void mark() {
        for (var child : getChildren()) {
            if (child instanceof Curve curve) {
                boolean marked = curve.row == model.hovered().get()
                        || curve.row == model.selected().get();
                curve.pseudoClassStateChanged(MARKED, marked);
                curve.setViewOrder(marked ? -1 : 0);
            }
        }
    }

    @Override
    protected void layoutChildren() {
        int rows = 0;
        for (var child : getChildren()) {
            if (child instanceof Curve curve) {
                rows = Math.max(rows, Math.max(curve.from, curve.to) + 1);
            }
        }
        double offset = scroll * Math.max(0, rows * rowHeight - viewport);
        for (var child : getChildren()) {
            if (child instanceof Curve curve) {
                curve.place((curve.from + 0.5) * rowHeight - offset, (curve.to + 0.5) * rowHeight - offset, getWidth());
            }
        }
    }

    private static final class Curve extends CubicCurve {
        private final int row;
        private final int from;
        private final int to;

        Curve(int row, int from, int to) {
            this.row = row;
            this.from = from;
            this.to = to;
            setFill(Color.TRANSPARENT);
            setManaged(false);
        }

        void place(double startY, double endY, double width) {
            setStartX(0);
            setStartY(startY);
            setControlX1(width / 2);
            setControlY1(startY);
            setControlX2(width / 2);
            setControlY2(endY);
            setEndX(width);
            setEndY(endY);
        }
    }
}
