// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What is brushed in a plot: shows it, and takes mouse and keys that change it.
final class Brushing {
    private final BrushLayer layer = new BrushLayer();
    private final BrushTool tool = new BrushTool(this::told);
    private PlotPane.@Nullable Selecting selection;
    private @Nullable Frame frame;
    private Ground ground = Ground.LIGHT;
    private OptionalInt began = OptionalInt.empty();

    /// What lies over the figure.
    Node layer() {
        return layer;
    }

    void link(PlotPane.@Nullable Selecting to) {
        selection = to;
    }

    /// Follows the figure as it is laid out now.
    void show(Frame laid, Ground now) {
        frame = laid;
        ground = now;
        layer.show(laid, tool.brush(), now);
    }

    /// Takes what the selection chooses along the axes of a figure.
    void follow(Figure figure) {
        PlotPane.Selecting from = selection;
        if (tool.take(from == null ? Brush.NONE : Brush.of(figure, from::filter))) {
            repaint();
        }
    }

    Brush brush() {
        return tool.brush();
    }

    private void told(Brush brush, boolean ended) {
        repaint();
        if (selection != null && frame != null) {
            selection.brushed(frame.figure(), brush, ended);
        }
    }

    private void repaint() {
        Frame now = frame;
        if (now != null) {
            layer.show(now, tool.brush(), ground);
        }
    }

    /// Whether the figure can be brushed.
    boolean possible() {
        return selection != null && frame != null && !frame.figure().brushes().isEmpty();
    }

    private static boolean adds(MouseEvent event) {
        return event.isShortcutDown() || event.isControlDown();
    }

    Cursor cursor(double x, double y) {
        Frame now = frame;
        return now != null && possible() ? tool.cursor(now, x, y) : Cursor.DEFAULT;
    }

    /// Takes hold, where there is something to brush.
    ///
    /// @return whether the press is taken
    boolean pressed(MouseEvent event) {
        Frame now = frame;
        began = OptionalInt.empty();
        return now != null
                && possible()
                && event.getButton() == MouseButton.PRIMARY
                && !event.isShiftDown()
                && tool.press(now, event.getX(), event.getY(), adds(event));
    }

    /// Follows the hand.
    ///
    /// @return whether the drag is taken
    boolean dragged(MouseEvent event) {
        Frame now = frame;
        if (now == null || !tool.held()) {
            return false;
        }
        tool.drag(now, event.getX(), event.getY());
        return true;
    }

    void released(MouseEvent event) {
        Frame now = frame;
        if (now != null && tool.held()) {
            tool.release(now, event.getX(), event.getY());
        }
    }

    /// Frees everything.
    ///
    /// @return whether something was brushed
    boolean clear() {
        began = OptionalInt.empty();
        return possible() && tool.clear();
    }

    /// Enter and space choose what the keyboard stands on, Shift with arrows extends, Ctrl with arrows moves, Escape
    /// and
    /// Delete clear.
    ///
    /// @param stops where the keyboard can stand
    /// @param at where it stands
    /// @return where it stands from now on, empty when the key means something else
    OptionalInt key(KeyEvent event, List<Point2D> stops, OptionalInt at) {
        Frame now = frame;
        if (now == null || !possible()) {
            return OptionalInt.empty();
        }
        int step =
                switch (event.getCode()) {
                    case LEFT, UP -> -1;
                    case RIGHT, DOWN -> 1;
                    default -> 0;
                };
        boolean upright = event.getCode().isArrowKey()
                && (event.getCode() == javafx.scene.input.KeyCode.UP
                        || event.getCode() == javafx.scene.input.KeyCode.DOWN);
        if (step != 0 && event.isShiftDown() && !stops.isEmpty()) {
            int here = at.orElse(0);
            int to = Math.clamp(here + (at.isPresent() ? step : 0), 0, stops.size() - 1);
            began = began.isPresent() ? began : OptionalInt.of(here);
            tool.extend(now, stops, began.getAsInt(), to);
            return OptionalInt.of(to);
        }
        if (step != 0 && (event.isShortcutDown() || event.isControlDown())) {
            tool.nudge(now, upright ? 0 : step, upright ? step : 0);
            return OptionalInt.of(at.orElse(-1));
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> {
                if (at.isPresent() && at.getAsInt() < stops.size()) {
                    began = at;
                    tool.choose(now, stops, at.getAsInt());
                    return at;
                }
            }
            case ESCAPE, DELETE, BACK_SPACE -> {
                if (clear()) {
                    return OptionalInt.of(at.orElse(-1));
                }
            }
            default -> {}
        }
        return OptionalInt.empty();
    }

    /// The keyboard was let go: what was extended is one change.
    void keyReleased(KeyEvent event) {
        if (event.getCode() == javafx.scene.input.KeyCode.SHIFT && began.isPresent()) {
            began = OptionalInt.empty();
            told(tool.brush(), true);
        }
    }
}
