// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.Optional;
import java.util.SortedSet;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/// Shows what is brushed: what lies outside is dimmed, the brush has an edge.
final class BrushLayer extends Region {
    private static final double DIM = 0.62;

    private final Canvas canvas = new Canvas();

    BrushLayer() {
        setMouseTransparent(true);
        getChildren().add(canvas);
    }

    /// Where a brush lies between the axes, in pixels: along each axis from one end to the other, all along it when
    /// that
    /// is not brushed.
    record Box(double left, double top, double right, double bottom) {
        static Box of(Frame frame, Brush brush) {
            double left = frame.left();
            double right = frame.right();
            double top = frame.top();
            double bottom = frame.bottom();
            if (brush.x().orElse(null) instanceof Brush.Part.Numbers numbers) {
                left = Math.clamp(place(frame.x(numbers.range().least()), left), frame.left(), frame.right());
                right = Math.clamp(place(frame.x(numbers.range().most()), right), frame.left(), frame.right());
            }
            if (brush.y().orElse(null) instanceof Brush.Part.Numbers numbers) {
                bottom = Math.clamp(place(frame.y(numbers.range().least()), bottom), frame.top(), frame.bottom());
                top = Math.clamp(place(frame.y(numbers.range().most()), top), frame.top(), frame.bottom());
            }
            return new Box(left, top, right, bottom);
        }

        /// An end that is open, or that a logarithmic axis does not show, lies at the edge.
        private static double place(double at, double edge) {
            return Double.isFinite(at) ? at : edge;
        }

        boolean holds(double x, double y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }
    }

    void show(Frame frame, Brush brush, Ground ground) {
        resizeCanvas();
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (brush.equals(Brush.NONE)) {
            return;
        }
        CanvasPen pen = new CanvasPen(g);
        int dim = (ground.surface() & 0xffffff) | (int) (255 * DIM) << 24;
        dimPlaces(frame, brush.x(), false, dim, pen);
        dimPlaces(frame, brush.y(), true, dim, pen);
        boolean numbers = brush.x().filter(Brush.Part.Numbers.class::isInstance).isPresent()
                || brush.y().filter(Brush.Part.Numbers.class::isInstance).isPresent();
        if (!numbers) {
            return;
        }
        Box box = Box.of(frame, brush);
        double wide = frame.right() - frame.left();
        pen.box(frame.left(), frame.top(), wide, box.top - frame.top(), dim);
        pen.box(frame.left(), box.bottom, wide, frame.bottom() - box.bottom, dim);
        pen.box(frame.left(), box.top, box.left - frame.left(), box.bottom - box.top, dim);
        pen.box(box.right, box.top, frame.right() - box.right, box.bottom - box.top, dim);
        int edge = ground.of(Tone.STRONG, 0.75);
        double l = FigurePainter.crisp(box.left);
        double r = FigurePainter.crisp(box.right);
        double t = FigurePainter.crisp(box.top);
        double b = FigurePainter.crisp(box.bottom);
        pen.path(new double[] {l, r, r, l, l}, new double[] {t, t, b, b, t}, 5, edge, 1, false);
        if (brush.x().filter(Brush.Part.Numbers.class::isInstance).isPresent()) {
            grip(pen, l, (t + b) / 2, true, edge);
            grip(pen, r, (t + b) / 2, true, edge);
        }
        if (brush.y().filter(Brush.Part.Numbers.class::isInstance).isPresent()) {
            grip(pen, (l + r) / 2, t, false, edge);
            grip(pen, (l + r) / 2, b, false, edge);
        }
    }

    /// A small bar that says: an end to pull at.
    private static void grip(Pen pen, double x, double y, boolean upright, int colour) {
        if (upright) {
            pen.box(x - 2, y - 9, 4, 18, colour);
        } else {
            pen.box(x - 9, y - 2, 18, 4, colour);
        }
    }

    private static void dimPlaces(Frame frame, Optional<Brush.Part> part, boolean down, int dim, Pen pen) {
        if (!(part.orElse(null) instanceof Brush.Part.Places(SortedSet<Integer> places))) {
            return;
        }
        Axis axis = down ? frame.figure().y() : frame.figure().x();
        int count = axis.names().size();
        double slot = (down ? frame.bottom() - frame.top() : frame.right() - frame.left()) / count;
        for (int place = 0; place < count; place++) {
            if (!places.contains(place)) {
                if (down) {
                    pen.box(frame.left(), frame.top() + place * slot, frame.right() - frame.left(), slot, dim);
                } else {
                    pen.box(frame.left() + place * slot, frame.top(), slot, frame.bottom() - frame.top(), dim);
                }
            }
        }
    }

    @Override
    protected void layoutChildren() {
        resizeCanvas();
    }

    private void resizeCanvas() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
    }
}
