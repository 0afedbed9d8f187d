// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;

/// Draws round users and streams: a box with Shift and drag or after B, a lasso after L. By keyboard a box stands in
/// the middle after B: arrows move it, Shift and arrows size it, Enter takes it, Esc drops it.
///
/// The outline stays on the ground, whatever the map does, until [#clear].
public final class AreaTool extends Pane {
    private static final double STEP = 16;
    private static final double LEAST = 4;

    /// What the next drag does.
    public enum Mode {
        /// Moves the map.
        NONE,
        BOX,
        LASSO
    }

    private final MapPane map;
    private final Polygon outline = new Polygon();
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.NONE);
    private final List<double[]> corners = new ArrayList<>();
    private Consumer<Area> drawn = area -> {};
    private Mode drawing = Mode.NONE;
    private boolean byKeys;

    AreaTool(MapPane map) {
        this.map = map;
        setMouseTransparent(true);
        setManaged(false);
        outline.getStyleClass().add("map-area");
        outline.setManaged(false);
        getChildren().add(outline);
    }

    /// Listens to the map, before the map itself does.
    void listen() {
        map.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        map.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        map.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        map.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.isShiftDown() || mode.get() != Mode.NONE) {
                event.consume();
            }
        });
        map.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        map.cameraProperty().addListener(property -> place());
        mode.addListener((property, before, now) -> map.setCursor(now == Mode.NONE ? null : Cursor.CROSSHAIR));
    }

    /// What the next drag does; back to nothing after it.
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /// Called with each area that was drawn.
    public void onDrawn(Consumer<Area> listener) {
        drawn = listener;
    }

    /// Takes all that is in view.
    public void takeView() {
        MapCamera camera = map.cameraProperty().get();
        setBox(0, 0, camera.width(), camera.height());
        finish(Mode.BOX);
    }

    /// Takes the outline away.
    public void clear() {
        byKeys = false;
        drawing = Mode.NONE;
        corners.clear();
        place();
    }

    private void pressed(MouseEvent event) {
        boolean begins = event.getButton() == MouseButton.PRIMARY
                && (mode.get() != Mode.NONE || event.isShiftDown())
                && !isFurniture(event.getTarget());
        if (!begins) {
            return;
        }
        map.requestFocus();
        clear();
        drawing = mode.get() == Mode.NONE ? Mode.BOX : mode.get();
        double[] corner = corner(event);
        for (int i = 0; i < (drawing == Mode.BOX ? 4 : 1); i++) {
            corners.add(corner.clone());
        }
        event.consume();
    }

    private boolean isFurniture(Object target) {
        for (Node at = target instanceof Node node ? node : map; at != null && at != map; at = at.getParent()) {
            if (at.getStyleClass().contains("map-buttons")) {
                return true;
            }
        }
        return false;
    }

    private double[] corner(MouseEvent event) {
        MapCamera camera = map.cameraProperty().get();
        return new double[] {camera.unitX(event.getX()), camera.unitY(event.getY())};
    }

    private void dragged(MouseEvent event) {
        if (drawing == Mode.NONE) {
            return;
        }
        double[] corner = corner(event);
        if (drawing == Mode.LASSO) {
            corners.add(corner);
        } else {
            corners.get(1)[0] = corner[0];
            corners.set(2, corner);
            corners.get(3)[1] = corner[1];
        }
        place();
        event.consume();
    }

    private void released(MouseEvent event) {
        if (drawing == Mode.NONE) {
            return;
        }
        event.consume();
        Mode done = drawing;
        drawing = Mode.NONE;
        if (isTooSmall()) {
            clear();
        } else {
            finish(done);
        }
    }

    private boolean isTooSmall() {
        double size = map.cameraProperty().get().worldSize();
        double width = (most(0) - least(0)) * size;
        double height = (most(1) - least(1)) * size;
        return corners.size() < 3 || (width < LEAST && height < LEAST);
    }

    private double least(int axis) {
        return corners.stream().mapToDouble(corner -> corner[axis]).min().orElse(0);
    }

    private double most(int axis) {
        return corners.stream().mapToDouble(corner -> corner[axis]).max().orElse(0);
    }

    private void finish(Mode done) {
        byKeys = false;
        mode.set(Mode.NONE);
        place();
        drawn.accept(
                done == Mode.BOX
                        ? Area.box(least(0), least(1), most(0), most(1))
                        : Area.ring(
                                corners.stream()
                                        .mapToDouble(corner -> corner[0])
                                        .toArray(),
                                corners.stream()
                                        .mapToDouble(corner -> corner[1])
                                        .toArray()));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.getTarget() != map) {
            return;
        }
        switch (event.getCode()) {
            case B -> beginByKeys();
            case L -> mode.set(Mode.LASSO);
            case ESCAPE -> {
                if (mode.get() == Mode.NONE && drawing == Mode.NONE && corners.isEmpty()) {
                    return;
                }
                mode.set(Mode.NONE);
                clear();
            }
            case ENTER -> {
                if (!byKeys) {
                    return;
                }
                finish(Mode.BOX);
            }
            case LEFT, RIGHT, UP, DOWN -> {
                if (!byKeys) {
                    return;
                }
                move(event);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void beginByKeys() {
        MapCamera camera = map.cameraProperty().get();
        clear();
        mode.set(Mode.BOX);
        byKeys = true;
        setBox(camera.width() / 3, camera.height() / 3, camera.width() * 2 / 3, camera.height() * 2 / 3);
    }

    private void setBox(double left, double top, double right, double bottom) {
        MapCamera camera = map.cameraProperty().get();
        double x = camera.unitX(left);
        double y = camera.unitY(top);
        double farX = camera.unitX(right);
        double farY = camera.unitY(bottom);
        corners.clear();
        corners.add(new double[] {x, y});
        corners.add(new double[] {farX, y});
        corners.add(new double[] {farX, farY});
        corners.add(new double[] {x, farY});
        place();
    }

    private void move(KeyEvent event) {
        double step = STEP / map.cameraProperty().get().worldSize();
        double dx =
                switch (event.getCode()) {
                    case LEFT -> -step;
                    case RIGHT -> step;
                    default -> 0;
                };
        double dy =
                switch (event.getCode()) {
                    case UP -> -step;
                    case DOWN -> step;
                    default -> 0;
                };
        for (int i = 0; i < corners.size(); i++) {
            // Sizing moves the right and the lower edge only.
            corners.get(i)[0] += event.isShiftDown() && (i == 0 || i == 3) ? 0 : dx;
            corners.get(i)[1] += event.isShiftDown() && i < 2 ? 0 : dy;
        }
        place();
    }

    private void place() {
        MapCamera camera = map.cameraProperty().get();
        outline.setVisible(corners.size() > 1);
        List<Double> points = new ArrayList<>();
        // In the copy of the world nearest to the middle of the view.
        double copy = corners.isEmpty() ? 0 : Math.rint(camera.x() - (least(0) + most(0)) / 2);
        for (double[] corner : corners) {
            points.add(camera.screenX(corner[0] + copy));
            points.add(camera.screenY(corner[1]));
        }
        outline.getPoints().setAll(points);
    }
}
