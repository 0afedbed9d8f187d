// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.ui.fx.Icons;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Filter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableBooleanProperty;
import javafx.css.Styleable;
import javafx.css.StyleableBooleanProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows a figure on a canvas, in the colours of the theme around it and as sharp as the screen, with the values under
/// the pointer. The wheel zooms once the figure was clicked (before, and above what has names, it scrolls the page),
/// dragging moves, a double click shows all again. By keyboard: arrows go from value to value, + − 0 zoom, Ctrl+C
/// copies the picture, the menu key opens the menu.
///
/// A figure whose axes have columns ([Axis#column]) can be brushed once there is a selection ([#setSelecting]):
/// dragging brushes a
/// range, a box or neighbouring names, a click chooses a name (with Ctrl one more), an end can be pulled at and the
/// whole dragged; a click beside it, a double click or Escape clears. Then a zoomed figure is moved with Shift held. By
/// keyboard: Enter chooses where the arrows stand, Shift and arrows extend, Ctrl and arrows move, Escape clears.
///
/// Belongs to the JavaFX thread. A figure is painted once a frame at most, however often it changes; its cost is that
/// of its marks, a millisecond or two for some thousand points ([#paintMillis]).
public final class PlotPane extends Region {
    private static final double LEAST_WIDTH = 160;
    private static final double LEAST_HEIGHT = 120;
    private static final double BUTTON = 26;
    private static final StyleablePropertyFactory<PlotPane> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<PlotPane, Boolean> DARK =
            STYLES.createBooleanCssMetaData("-ht-dark-ground", pane -> pane.dark, false);

    /// The selection that brushes are a part of.
    public interface Selecting {
        /// The filter on the rows that a column is of.
        Filter filter(Brushable column);

        /// The hand brushed.
        ///
        /// @param figure in which
        /// @param ended whether the gesture has come to its end, or more is to follow
        void brushed(Figure figure, Brush brush, boolean ended);
    }

    private final Canvas canvas = new Canvas();
    private final Brushing brushing = new Brushing();
    private final ReadingLayer reading = new ReadingLayer();
    private final @Nullable FigureTaking taking;
    private final Button more = Icons.button(Feather.MORE_HORIZONTAL, Texts.text("plot.more"), this::showMenu);
    private final ContextMenu menu;
    private final SimpleBooleanProperty movable = new SimpleBooleanProperty(false);

    private final StyleableBooleanProperty dark = new SimpleStyleableBooleanProperty(DARK, this, "dark", false) {
        @Override
        protected void invalidated() {
            get();
            repaint();
        }
    };

    private @Nullable Figure figure;
    private @Nullable Figure thinned;
    private @Nullable Frame frame;
    private @Nullable Span xSpan;
    private @Nullable Span ySpan;
    private @Nullable Point2D dragged;
    private @Nullable IntConsumer named;
    private boolean stale = true;
    private double paintMillis;

    /// @param taking saves and copies; without one the figure has no menu for it
    public PlotPane(@Nullable FigureTaking taking) {
        this.taking = taking;
        getStyleClass().add("plot-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        more.getStyleClass().add("plot-more");
        more.setFocusTraversable(false);
        getChildren().addAll(canvas, brushing.layer(), reading, more);
        canvas.setMouseTransparent(true);
        menu = PlotMenu.of(this, taking, movable);
        more.visibleProperty().bind(hoverProperty().or(focusedProperty()).or(menu.showingProperty()));
        focusedProperty().addListener((property, before, now) -> repaint());
        setOnMouseMoved(event -> {
            read(event.getX(), event.getY());
            setCursor(
                    named != null && nameAt(event.getY()).isPresent()
                            ? Cursor.HAND
                            : brushing.cursor(event.getX(), event.getY()));
        });
        setOnMouseExited(event -> unread());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> {
            dragged = null;
            brushing.released(event);
        });
        setOnMouseClicked(this::clicked);
        setOnScroll(this::scrolled);
        setOnKeyPressed(this::key);
        setOnKeyReleased(brushing::keyReleased);
        setOnContextMenuRequested(event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /// Shows a figure. The part in view stays when it is the same figure with other numbers.
    public void show(Figure next) {
        if (next.equals(figure)) {
            return;
        }
        Figure before = figure;
        boolean same = before != null && before.key().equals(next.key());
        figure = next;
        thinned = Thinning.thinned(next);
        if (!same) {
            xSpan = null;
            ySpan = null;
        }
        movable.set(movable(next));
        setAccessibleText(next.spoken());
        brushing.follow(next);
        unread();
        repaint();
    }

    /// What is shown.
    public Optional<Figure> figure() {
        return Optional.ofNullable(figure);
    }

    /// Makes figures with columns brushable; null makes none.
    public void setSelecting(@Nullable Selecting selection) {
        brushing.link(selection);
        followSelection();
    }

    /// Calls back with the place of a name of the vertical axis whose line is clicked, or chosen with Enter where the
    /// arrows stand. For figures that cannot be brushed.
    public void onNamed(IntConsumer listener) {
        named = listener;
    }

    /// The place of the name on whose line a height is.
    private OptionalInt nameAt(double y) {
        Frame now = frame;
        if (now == null || !now.figure().y().named() || y < now.top() || y > now.bottom()) {
            return OptionalInt.empty();
        }
        int names = now.figure().y().names().size();
        return IntStream.range(0, names)
                .reduce((one, other) -> Math.abs(now.y(other) - y) < Math.abs(now.y(one) - y) ? other : one);
    }

    /// Shows as a brush what the selection chooses, unless the hand holds this plot's own brush.
    public void followSelection() {
        if (figure != null) {
            brushing.follow(figure);
        }
    }

    /// What is brushed.
    public Brush brush() {
        return brushing.brush();
    }

    /// How long the last painting took on the JavaFX thread.
    public double paintMillis() {
        return paintMillis;
    }

    /// Whether the ground is dark, as the style sheet says.
    public boolean isDark() {
        return dark.get();
    }

    /// Shows all again.
    public void showAll() {
        xSpan = null;
        ySpan = null;
        repaint();
    }

    /// Comes nearer to the middle or goes away from it.
    ///
    /// @param factor of what is in view, below 1 to come nearer
    void zoom(double factor) {
        Frame now = frame;
        if (now != null) {
            zoom(factor, (now.left() + now.right()) / 2, (now.top() + now.bottom()) / 2);
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    /// The part in view laid out, once it was painted.
    Optional<Frame> frame() {
        return Optional.ofNullable(frame);
    }

    /// The values under the pointer or the keyboard's place.
    Optional<Reading> reading() {
        return reading.shown();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        reading.resizeRelocate(0, 0, width, height);
        brushing.layer().resizeRelocate(0, 0, width, height);
        more.resizeRelocate(width - BUTTON - 6, 4, BUTTON, BUTTON - 2);
        if (stale && thinned != null && width >= LEAST_WIDTH / 2 && height >= LEAST_HEIGHT / 2) {
            paint(thinned, width, height);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 420;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 300;
    }

    private void repaint() {
        stale = true;
        requestLayout();
    }

    private void paint(Figure shown, double width, double height) {
        long start = System.nanoTime();
        stale = false;
        Span x = xSpan == null ? Span.of(shown, Mark.Along.X) : xSpan;
        Span y = ySpan == null ? Span.of(shown, Mark.Along.Y) : ySpan;
        Frame laid = FrameLayout.of(shown, width, height, x, y);
        frame = laid;
        Ground ground = Ground.of(dark.get());
        CanvasPen pen = new CanvasPen(canvas.getGraphicsContext2D());
        FigurePainter.paint(laid, ground, pen);
        brushing.show(laid, ground);
        if (isFocusVisible()) {
            double edge = 1;
            int colour = Tone.BASIC.on(dark.get());
            double[] xs = {edge, width - edge, width - edge, edge, edge};
            double[] ys = {edge, edge, height - edge, height - edge, edge};
            pen.path(xs, ys, xs.length, colour, 2, false);
        }
        paintMillis = (System.nanoTime() - start) / 1e6;
    }

    private void read(double x, double y) {
        Frame now = frame;
        if (now == null) {
            return;
        }
        Readings.at(now, x, y).ifPresentOrElse(found -> reading.show(found, now, Ground.of(dark.get())), this::unread);
    }

    private void unread() {
        reading.hide();
    }

    private void readNext(int by) {
        Frame now = frame;
        if (now == null) {
            return;
        }
        List<Point2D> stops = Readings.stops(now);
        OptionalInt at = standing(now, stops);
        readAt(stops, at.isPresent() ? at.getAsInt() + by : by > 0 ? 0 : stops.size() - 1);
    }

    /// Which stop the reading is at.
    private OptionalInt standing(Frame now, List<Point2D> stops) {
        return reading.shown()
                .filter(shown -> !stops.isEmpty())
                .map(shown ->
                        OptionalInt.of(nearest(stops, shown, now.figure().y().named())))
                .orElse(OptionalInt.empty());
    }

    private void readAt(List<Point2D> stops, int at) {
        if (stops.isEmpty()) {
            return;
        }
        Point2D stop = stops.get(Math.clamp(at, 0, stops.size() - 1));
        read(stop.getX(), stop.getY());
        reading.shown().ifPresent(shown -> {
            setAccessibleText(shown.spoken());
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
    }

    private static int nearest(List<Point2D> stops, Reading shown, boolean down) {
        int nearest = 0;
        for (int i = 0; i < stops.size(); i++) {
            double away = down
                    ? Math.abs(stops.get(i).getY() - shown.y())
                    : Math.abs(stops.get(i).getX() - shown.x());
            double best = down
                    ? Math.abs(stops.get(nearest).getY() - shown.y())
                    : Math.abs(stops.get(nearest).getX() - shown.x());
            nearest = away < best ? i : nearest;
        }
        return nearest;
    }

    private static boolean movable(Figure figure) {
        return !figure.x().named() && !figure.y().named();
    }

    private void zoom(double factor, double atX, double atY) {
        Frame now = frame;
        if (now == null || thinned == null || !movable.get()) {
            return;
        }
        show(now.xSpan().zoomed(factor, now.xShare(atX)), now.ySpan().zoomed(factor, now.yShare(atY)), thinned);
    }

    private void show(Span x, Span y, Figure shown) {
        Span all = Span.of(shown, Mark.Along.X);
        xSpan = x.within(all);
        ySpan = y.within(Span.of(shown, Mark.Along.Y));
        unread();
        repaint();
    }

    private void pressed(MouseEvent event) {
        menu.hide();
        requestFocus();
        dragged = event.getButton() == MouseButton.PRIMARY ? new Point2D(event.getX(), event.getY()) : null;
        if (brushing.pressed(event)) {
            dragged = null;
        }
    }

    private void drag(MouseEvent event) {
        Frame now = frame;
        Point2D from = dragged;
        if (brushing.dragged(event)) {
            unread();
            return;
        }
        if (now == null || from == null || thinned == null || !movable.get() || (xSpan == null && ySpan == null)) {
            return;
        }
        double right = (event.getX() - from.getX()) / (now.right() - now.left());
        double down = (event.getY() - from.getY()) / (now.bottom() - now.top());
        dragged = new Point2D(event.getX(), event.getY());
        show(now.xSpan().moved(-right), now.ySpan().moved(down), thinned);
    }

    private void clicked(MouseEvent event) {
        IntConsumer chosen = named;
        if (chosen != null && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            nameAt(event.getY()).ifPresent(chosen);
            return;
        }
        if (event.getButton() != MouseButton.PRIMARY || event.getClickCount() != 2) {
            return;
        }
        if (!brushing.clear() && event.isStillSincePress()) {
            showAll();
        }
    }

    private void scrolled(ScrollEvent event) {
        Frame now = frame;
        boolean meant = (isFocused() || event.isControlDown()) && movable.get();
        if (now == null || !meant || event.getDeltaY() == 0 || !now.holds(event.getX(), event.getY())) {
            return;
        }
        zoom(event.getDeltaY() > 0 ? 0.8 : 1.25, event.getX(), event.getY());
        event.consume();
    }

    private void key(KeyEvent event) {
        Frame now = frame;
        if (now != null && brushing.possible()) {
            List<Point2D> stops = Readings.stops(now);
            OptionalInt at = brushing.key(event, stops, standing(now, stops));
            if (at.isPresent()) {
                if (at.getAsInt() >= 0) {
                    readAt(stops, at.getAsInt());
                }
                event.consume();
                return;
            }
        }
        boolean down = frame != null && frame.figure().y().named();
        IntConsumer chosen = named;
        if (event.getCode() == KeyCode.ENTER && chosen != null && now != null && down) {
            standing(now, Readings.stops(now)).ifPresent(chosen);
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case RIGHT -> readNext(1);
            case LEFT -> readNext(-1);
            case DOWN -> {
                if (!down) {
                    return;
                }
                readNext(1);
            }
            case UP -> {
                if (!down) {
                    return;
                }
                readNext(-1);
            }
            case PLUS, EQUALS, ADD -> zoom(0.8);
            case MINUS, SUBTRACT -> zoom(1.25);
            case DIGIT0, NUMPAD0 -> showAll();
            case CONTEXT_MENU -> showMenu();
            case C -> {
                if (!event.isShortcutDown() || event.isShiftDown()) {
                    return;
                }
                copyPicture();
            }
            case ESCAPE -> {
                if (reading.shown().isEmpty()) {
                    return;
                }
                unread();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void copyPicture() {
        if (taking != null && figure != null) {
            taking.copyPicture(figure, getWidth(), getHeight(), isDark());
        }
    }

    private void showMenu() {
        menu.show(more, Side.BOTTOM, 0, 2);
    }
}
