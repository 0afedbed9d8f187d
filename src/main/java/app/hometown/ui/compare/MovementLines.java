// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The strip between two lists: a line from each stream's place on the left to its place on the right, so that
/// what moved is seen at once. Decoration for the eye only; the lists say the same in glyphs and words.
final class MovementLines extends Pane {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

    private final CompareModel model;
    /// More moving lines than that are drawn thinner: what matters then is which way they go, and the marked one.
    private static final int MANY = 16;

    private double rowHeight = 36;
    private double scroll;
    private double viewport;
    private int rows;

    /// @param width of the strip
    MovementLines(CompareModel model, double width) {
        this.model = model;
        getStyleClass().add("movement-lines");
        setMouseTransparent(true);
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        model.hovered().addListener(property -> mark());
        model.selected().addListener(property -> mark());
    }

    /// Draws the lines between two lists; none where one is missing.
    void show(@Nullable RankedColumn left, @Nullable RankedColumn right) {
        List<Curve> ways = new ArrayList<>();
        rows = 0;
        if (left != null && right != null) {
            rows = Math.max(left.lines().size(), right.lines().size());
            for (RankedLine line : left.lines()) {
                right.line(line.entry().row())
                        .ifPresent(to -> ways.add(curve(ways.size())
                                .of(line, line.entry().rank() - 1, to.entry().rank() - 1)));
            }
        }
        boolean many = left != null
                && left.lines().stream()
                                .map(line -> line.after().kind())
                                .filter(kind -> kind == Movement.Kind.RISES || kind == Movement.Kind.FALLS)
                                .count()
                        > MANY;
        ways.forEach(curve -> curve.pseudoClassStateChanged(BUSY, many));
        // Curves are used again: to style a new one takes longer than to draw it.
        if (ways.size() < getChildren().size()) {
            getChildren().remove(ways.size(), getChildren().size());
        } else {
            getChildren().addAll(ways.subList(getChildren().size(), ways.size()));
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

    private Curve curve(int place) {
        return place < getChildren().size() && getChildren().get(place) instanceof Curve there ? there : new Curve();
    }

    /// One stream stands out; while it does, the others step back.
    private void mark() {
        int hovered = model.hovered().get();
        int chosen = model.selected().get();
        for (var child : getChildren()) {
            if (child instanceof Curve curve) {
                boolean marked = curve.row == hovered || curve.row == chosen;
                curve.pseudoClassStateChanged(MARKED, marked);
                curve.pseudoClassStateChanged(DIMMED, !marked && hovered != CompareModel.NONE);
                curve.setViewOrder(marked ? -1 : 0);
            }
        }
    }

    @Override
    protected void layoutChildren() {
        double offset = scroll * Math.max(0, rows * rowHeight - viewport);
        for (var child : getChildren()) {
            if (child instanceof Curve curve) {
                curve.place((curve.from + 0.5) * rowHeight - offset, (curve.to + 0.5) * rowHeight - offset, getWidth());
            }
        }
    }

    private static final class Curve extends CubicCurve {
        private int row;
        private int from;
        private int to;

        Curve() {
            getStyleClass().add("movement-line");
            setFill(Color.TRANSPARENT);
            setManaged(false);
        }

        /// Makes it the way of a line, from one place to another.
        Curve of(RankedLine line, int start, int end) {
            row = line.entry().row();
            from = start;
            to = end;
            MovementSign.paint(this, line.after().kind());
            return this;
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
