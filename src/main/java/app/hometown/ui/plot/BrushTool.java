// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.workbench.explore.Range;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import org.jspecify.annotations.Nullable;

/// Makes, moves, pulls at and clears a brush between the axes of a figure, by mouse and by keyboard. Knows no node: it
/// is told where the pointer is and says what is brushed.
final class BrushTool {
    private static final double NEAR = 6;
    private static final double CLICK = 3;
    private static final double STEP = 0.05;

    private final BiConsumer<Brush, Boolean> told;
    private Brush brush = Brush.NONE;
    private @Nullable Drag drag;

    /// What the hand does between press and release.
    ///
    /// @param from where it was pressed
    /// @param before the brush then
    /// @param box where that lay
    /// @param grip what was taken hold of
    /// @param more whether places are added to those that are chosen
    private record Drag(Point2D from, Brush before, BrushLayer.Box box, Grip grip, boolean more) {}

    private enum Grip {
        NEW,
        WHOLE,
        LEFT,
        RIGHT,
        TOP,
        BOTTOM
    }

    /// @param told of every change, and whether it ends a gesture
    BrushTool(BiConsumer<Brush, Boolean> told) {
        this.told = told;
    }

    /// What is brushed.
    Brush brush() {
        return brush;
    }

    /// Takes what is brushed elsewhere; nobody is told.
    ///
    /// @return whether it is other than before
    boolean take(Brush now) {
        if (drag != null || now.equals(brush)) {
            return false;
        }
        brush = now;
        return true;
    }

    /// Whether the hand holds it.
    boolean held() {
        return drag != null;
    }

    /// The pointer's shape at a place.
    Cursor cursor(Frame frame, double x, double y) {
        if (!frame.holds(x, y)) {
            return Cursor.DEFAULT;
        }
        return switch (grip(frame, x, y)) {
            case LEFT, RIGHT -> Cursor.H_RESIZE;
            case TOP, BOTTOM -> Cursor.V_RESIZE;
            case WHOLE -> Cursor.MOVE;
            case NEW ->
                frame.figure().brushes().stream().allMatch(column -> column.named()) ? Cursor.HAND : Cursor.CROSSHAIR;
        };
    }

    private Grip grip(Frame frame, double x, double y) {
        boolean across = brush.x().orElse(null) instanceof Brush.Part.Numbers;
        boolean up = brush.y().orElse(null) instanceof Brush.Part.Numbers;
        if (!across && !up) {
            return Grip.NEW;
        }
        BrushLayer.Box box = BrushLayer.Box.of(frame, brush);
        boolean inHeight = y >= box.top() - NEAR && y <= box.bottom() + NEAR;
        boolean inWidth = x >= box.left() - NEAR && x <= box.right() + NEAR;
        if (across && inHeight && Math.abs(x - box.right()) <= NEAR) {
            return Grip.RIGHT;
        }
        if (across && inHeight && Math.abs(x - box.left()) <= NEAR) {
            return Grip.LEFT;
        }
        if (up && inWidth && Math.abs(y - box.top()) <= NEAR) {
            return Grip.TOP;
        }
        if (up && inWidth && Math.abs(y - box.bottom()) <= NEAR) {
            return Grip.BOTTOM;
        }
        return box.holds(x, y) ? Grip.WHOLE : Grip.NEW;
    }

    /// The hand takes hold.
    ///
    /// @param more whether places are added to those that are chosen
    /// @return whether there is something to brush here
    boolean press(Frame frame, double x, double y, boolean more) {
        if (frame.figure().brushes().isEmpty() || !frame.holds(x, y)) {
            return false;
        }
        drag = new Drag(new Point2D(x, y), brush, BrushLayer.Box.of(frame, brush), grip(frame, x, y), more);
        return true;
    }

    /// The hand moves.
    void drag(Frame frame, double x, double y) {
        Drag now = drag;
        if (now == null || (now.from().distance(x, y) < CLICK && brush.equals(now.before()))) {
            return;
        }
        double right = Math.clamp(x, frame.left(), frame.right());
        double down = Math.clamp(y, frame.top(), frame.bottom());
        tell(dragged(frame, now, right, down), false);
    }

    private static Brush dragged(Frame frame, Drag drag, double x, double y) {
        BrushLayer.Box box = drag.box();
        Brush before = drag.before();
        double byX = x - drag.from().getX();
        double byY = y - drag.from().getY();
        return switch (drag.grip()) {
            case NEW -> {
                Optional<Brush.Part> across =
                        part(frame, frame.figure().x(), false, drag.from().getX(), x, drag.more(), before.x());
                Optional<Brush.Part> up =
                        part(frame, frame.figure().y(), true, drag.from().getY(), y, drag.more(), before.y());
                yield new Brush(across, up);
            }
            case WHOLE -> {
                double dx = Math.clamp(byX, frame.left() - box.left(), frame.right() - box.right());
                double dy = Math.clamp(byY, frame.top() - box.top(), frame.bottom() - box.bottom());
                yield new Brush(
                        before.x().map(part -> moved(frame, part, false, dx)),
                        before.y().map(part -> moved(frame, part, true, dy)));
            }
            case LEFT -> new Brush(Optional.of(numbers(frame, false, x, box.right())), before.y());
            case RIGHT -> new Brush(Optional.of(numbers(frame, false, box.left(), x)), before.y());
            case TOP -> new Brush(before.x(), Optional.of(numbers(frame, true, y, box.bottom())));
            case BOTTOM -> new Brush(before.x(), Optional.of(numbers(frame, true, box.top(), y)));
        };
    }

    private static Brush.Part moved(Frame frame, Brush.Part part, boolean up, double by) {
        if (!(part instanceof Brush.Part.Numbers(Range range))) {
            return part;
        }
        double from = up ? frame.y(range.least()) : frame.x(range.least());
        double to = up ? frame.y(range.most()) : frame.x(range.most());
        boolean whole = Double.isFinite(from) && Double.isFinite(to);
        return whole ? numbers(frame, up, from + by, to + by) : part;
    }

    private static Optional<Brush.Part> part(
            Frame frame, Axis axis, boolean up, double from, double to, boolean more, Optional<Brush.Part> before) {
        if (axis.column() == null) {
            return Optional.empty();
        }
        if (!axis.named()) {
            return Optional.of(numbers(frame, up, from, to));
        }
        SortedSet<Integer> places = new TreeSet<>();
        if (more && before.orElse(null) instanceof Brush.Part.Places(SortedSet<Integer> chosen)) {
            places.addAll(chosen);
        }
        int first = slot(frame, axis, up, Math.min(from, to));
        int last = slot(frame, axis, up, Math.max(from, to));
        for (int place = first; place <= last; place++) {
            places.add(place);
        }
        return Optional.of(new Brush.Part.Places(places));
    }

    private static int slot(Frame frame, Axis axis, boolean down, double at) {
        double share = down ? frame.yShare(at) : frame.xShare(at);
        int count = axis.names().size();
        return Math.clamp((int) (share * count), 0, count - 1);
    }

    private static Brush.Part numbers(Frame frame, boolean up, double from, double to) {
        double a = up ? frame.ySpan().value(frame.yShare(from)) : frame.xSpan().value(frame.xShare(from));
        double b = up ? frame.ySpan().value(frame.yShare(to)) : frame.xSpan().value(frame.xShare(to));
        return new Brush.Part.Numbers(new Range(Math.min(a, b), Math.max(a, b)));
    }

    /// The hand lets go. A click on a name chooses it, or frees it when it is the only one; elsewhere a click outside
    /// clears.
    void release(Frame frame, double x, double y) {
        Drag now = drag;
        drag = null;
        if (now == null) {
            return;
        }
        if (now.from().distance(x, y) >= CLICK || !brush.equals(now.before())) {
            tell(brush, true);
            return;
        }
        if (frame.figure().brushes().stream().anyMatch(column -> column.named())) {
            Brush clicked = new Brush(
                    toggled(frame, frame.figure().x(), false, x, now.more(), brush.x()),
                    toggled(frame, frame.figure().y(), true, y, now.more(), brush.y()));
            tell(clicked.equals(brush) && !now.more() ? Brush.NONE : clicked, true);
        } else if (now.grip() == Grip.NEW && !brush.equals(Brush.NONE)) {
            tell(Brush.NONE, true);
        }
    }

    private static Optional<Brush.Part> toggled(
            Frame frame, Axis axis, boolean down, double at, boolean more, Optional<Brush.Part> before) {
        if (axis.column() == null) {
            return Optional.empty();
        }
        if (!axis.named()) {
            return Optional.empty();
        }
        int place = slot(frame, axis, down, at);
        SortedSet<Integer> places = new TreeSet<>();
        if (more && before.orElse(null) instanceof Brush.Part.Places(SortedSet<Integer> chosen)) {
            places.addAll(chosen);
        }
        if (!places.remove(place)) {
            places.add(place);
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(new Brush.Part.Places(places));
    }

    /// Frees everything.
    ///
    /// @return whether something was brushed
    boolean clear() {
        boolean was = !brush.equals(Brush.NONE);
        drag = null;
        if (was) {
            tell(Brush.NONE, true);
        }
        return was;
    }

    /// Chooses what the keyboard stands on, as a click there would; numbers from this place to the next.
    void choose(Frame frame, List<Point2D> stops, int at) {
        Point2D stop = stops.get(at);
        Optional<Brush.Part> across = partAt(frame, frame.figure().x(), false, stops, at, brush.x());
        Optional<Brush.Part> up =
                frame.figure().x().column() != null && !frame.figure().y().named()
                        ? brush.y()
                        : partAt(frame, frame.figure().y(), true, List.of(stop), 0, brush.y());
        Brush chosen = new Brush(across, up);
        tell(chosen.equals(brush) ? Brush.NONE : chosen, true);
    }

    private static Optional<Brush.Part> partAt(
            Frame frame, Axis axis, boolean up, List<Point2D> stops, int at, Optional<Brush.Part> before) {
        if (axis.column() == null) {
            return Optional.empty();
        }
        Point2D stop = stops.get(at);
        if (axis.named()) {
            return toggled(frame, axis, up, up ? stop.getY() : stop.getX(), true, before);
        }
        return Optional.of(up ? numbers(frame, true, frame.bottom(), frame.top()) : slice(frame, stops, at, at));
    }

    /// From half way before the first stop to half way behind the last one.
    private static Brush.Part slice(Frame frame, List<Point2D> stops, int first, int last) {
        double from = first == 0
                ? frame.left()
                : (stops.get(first - 1).getX() + stops.get(first).getX()) / 2;
        double to = last == stops.size() - 1
                ? frame.right()
                : (stops.get(last).getX() + stops.get(last + 1).getX()) / 2;
        return numbers(frame, false, from, to);
    }

    /// Extends the brush along the horizontal axis to a stop.
    ///
    /// @param from the stop at which it began
    void extend(Frame frame, List<Point2D> stops, int from, int to) {
        Axis axis = frame.figure().x();
        boolean down = axis.column() == null || frame.figure().y().named();
        Axis along = down ? frame.figure().y() : axis;
        if (along.column() == null) {
            return;
        }
        Brush.Part part;
        if (along.named()) {
            SortedSet<Integer> places = new TreeSet<>();
            for (int at = Math.min(from, to); at <= Math.max(from, to); at++) {
                Point2D stop = stops.get(at);
                places.add(slot(frame, along, down, down ? stop.getY() : stop.getX()));
            }
            part = new Brush.Part.Places(places);
        } else if (down) {
            return;
        } else {
            part = slice(frame, stops, Math.min(from, to), Math.max(from, to));
        }
        tell(down ? new Brush(brush.x(), Optional.of(part)) : new Brush(Optional.of(part), brush.y()), false);
    }

    /// Moves the brush a little along an axis, names by one place.
    ///
    /// @param right steps to the right
    /// @param down steps down
    /// @return whether there is something to move
    boolean nudge(Frame frame, int right, int down) {
        Brush moved = new Brush(
                brush.x().map(part -> nudged(frame, part, false, right)),
                brush.y().map(part -> nudged(frame, part, true, down)));
        if (moved.equals(brush)) {
            return false;
        }
        tell(moved, true);
        return true;
    }

    private static Brush.Part nudged(Frame frame, Brush.Part part, boolean down, int steps) {
        return switch (part) {
            case Brush.Part.Numbers numbers -> {
                double length = down ? frame.bottom() - frame.top() : frame.right() - frame.left();
                yield moved(frame, numbers, down, steps * STEP * length);
            }
            case Brush.Part.Places(SortedSet<Integer> places) -> {
                int count =
                        (down ? frame.figure().y() : frame.figure().x()).names().size();
                boolean fits = places.first() + steps >= 0 && places.last() + steps < count;
                SortedSet<Integer> others = new TreeSet<>();
                places.forEach(place -> others.add(fits ? place + steps : place));
                yield new Brush.Part.Places(others);
            }
        };
    }

    private void tell(Brush now, boolean ended) {
        brush = now;
        told.accept(now, ended);
    }
}
