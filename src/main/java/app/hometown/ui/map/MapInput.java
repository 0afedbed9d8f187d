// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// What the hand does to the map: drag, wheel, pinch, click and keys.
final class MapInput {
    /// How far from a symbol a click still means it.
    static final double PICK_PIXELS = 10;

    /// Zoom per notch of a wheel, which scrolls by 40 pixels.
    private static final double ZOOM_PER_PIXEL = 0.4 / 40;

    private static final double KEY_STEP = 80;
    private static final double NUDGE = 12;

    private final MapPane map;
    private double dragX;
    private double dragY;
    private boolean dragging;

    MapInput(MapPane map) {
        this.map = map;
    }

    void listen() {
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        map.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        map.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        map.addEventHandler(MouseEvent.MOUSE_EXITED, event -> map.pointing().away());
        map.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        map.addEventHandler(ZoomEvent.ZOOM, this::pinched);
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        map.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(MouseEvent event) {
        if (event.getTarget() instanceof javafx.scene.Node node && isFurniture(node)) {
            return;
        }
        map.requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        dragging = primary && !map.userDrag().grasp(dragX, dragY);
    }

    private void moved(MouseEvent event) {
        boolean onFurniture = event.getTarget() instanceof javafx.scene.Node node && isFurniture(node);
        map.pointing().at(event.getX(), event.getY(), !onFurniture);
    }

    private void released(MouseEvent event) {
        if (map.userDrag().isUnderWay()) {
            map.userDrag().letGo();
        }
        if (dragging) {
            map.rest();
        }
        dragging = false;
    }

    private boolean isFurniture(javafx.scene.Node node) {
        for (javafx.scene.Node at = node; at != null && at != map; at = at.getParent()) {
            if (at.getStyleClass().contains("map-buttons") || at.getStyleClass().contains("map-layers")) {
                return true;
            }
        }
        return false;
    }

    private void dragged(MouseEvent event) {
        if (map.userDrag().isUnderWay()) {
            map.userDrag().to(event.getX(), event.getY());
            event.consume();
            return;
        }
        if (!dragging) {
            return;
        }
        MapCamera now = map.cameraProperty().get();
        map.lookNow(now.moved(dragX - event.getX(), dragY - event.getY()));
        dragX = event.getX();
        dragY = event.getY();
        event.consume();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getTarget() instanceof javafx.scene.Node node && isFurniture(node)) {
            return;
        }
        if (event.getClickCount() == 2) {
            MapCamera now = map.cameraProperty().get();
            map.lookNow(now.zoomed(now.zoom() + 1, event.getX(), event.getY()));
        } else {
            map.pointing().pick(event.getX(), event.getY());
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() == 0) {
            return;
        }
        MapCamera now = map.cameraProperty().get();
        double step = Math.clamp(event.getDeltaY() * ZOOM_PER_PIXEL, -1.0, 1.0);
        map.lookNow(now.zoomed(now.zoom() + step, event.getX(), event.getY()));
        map.pointing().at(event.getX(), event.getY(), true);
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        MapCamera now = map.cameraProperty().get();
        double step = Math.log(event.getZoomFactor()) / Math.log(2);
        map.lookNow(now.zoomed(now.zoom() + step, event.getX(), event.getY()));
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.getTarget() != map) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            if (map.userDrag().putBack()) {
                event.consume();
            }
            return;
        }
        if (event.isShiftDown() && nudge(event.getCode())) {
            event.consume();
            return;
        }
        MapCamera now = map.cameraProperty().get();
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> map.lookNow(now.moved(-KEY_STEP, 0));
            case RIGHT, KP_RIGHT -> map.lookNow(now.moved(KEY_STEP, 0));
            case UP, KP_UP -> map.lookNow(now.moved(0, -KEY_STEP));
            case DOWN, KP_DOWN -> map.lookNow(now.moved(0, KEY_STEP));
            case HOME -> map.flyToUser();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean nudge(KeyCode code) {
        return switch (code) {
            case LEFT, KP_LEFT -> map.userDrag().nudge(-NUDGE, 0);
            case RIGHT, KP_RIGHT -> map.userDrag().nudge(NUDGE, 0);
            case UP, KP_UP -> map.userDrag().nudge(0, -NUDGE);
            case DOWN, KP_DOWN -> map.userDrag().nudge(0, NUDGE);
            default -> false;
        };
    }

    /// By the character, so that plus is plus on every keyboard.
    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.getTarget() != map) {
            return;
        }
        switch (event.getCharacter()) {
            case "+", "=" -> map.zoomBy(1);
            case "-" -> map.zoomBy(-1);
            case "0" -> map.flyToWorld();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
