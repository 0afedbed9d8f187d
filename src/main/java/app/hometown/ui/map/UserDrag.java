// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import org.jspecify.annotations.Nullable;

/// Moving the picked user by the hand: from the grasp of the pin until it is let go, or put back by Esc.
final class UserDrag {
    private final MapPane map;
    private final SelectionLayer layer;
    private UserMoves moves = UserMoves.NONE;
    private MapPane.@Nullable Place from;
    private double gripX;
    private double gripY;

    UserDrag(MapPane map, SelectionLayer layer) {
        this.map = map;
        this.layer = layer;
    }

    void setMoves(UserMoves newMoves) {
        moves = newMoves;
    }

    boolean isUnderWay() {
        return from != null;
    }

    /// Takes hold of the user's pin if it is under a pixel.
    boolean grasp(double x, double y) {
        MapSelection picked = layer.selection();
        if (picked == null || !moves.canMove() || !layer.userCovers(x, y)) {
            return false;
        }
        from = new MapPane.Place(picked.latitude(), picked.longitude());
        gripX = x - layer.userX();
        gripY = y - layer.userY();
        return true;
    }

    /// The hand has moved to a pixel.
    void to(double x, double y) {
        if (from != null) {
            place(x - gripX, y - gripY);
        }
    }

    private void place(double x, double y) {
        MapCamera camera = map.cameraProperty().get();
        double pixelY = Math.clamp(y, camera.screenY(0), camera.screenY(1));
        var place =
                new MapPane.Place(WebMercator.latitude(camera.unitY(pixelY)), WebMercator.longitude(camera.unitX(x)));
        layer.holdUser(place);
        map.drawSelection();
        moves.moving(place);
    }

    /// Lets go where the hand is.
    void letGo() {
        MapPane.Place began = from;
        from = null;
        MapPane.Place held = layer.held();
        layer.holdUser(null);
        map.drawSelection();
        if (began != null && held != null) {
            moves.moved(began, held);
        }
    }

    /// Puts the user back: where the pin was grasped while it is held, else home.
    ///
    /// @return whether there was anything to put back
    boolean putBack() {
        MapPane.Place began = from;
        if (began == null) {
            return moves.home();
        }
        from = null;
        boolean moved = layer.held() != null;
        layer.holdUser(null);
        if (moved) {
            moves.moving(began);
        }
        map.drawSelection();
        return true;
    }

    /// Moves the user by pixels, as the keys do.
    ///
    /// @return whether there is a user to move
    boolean nudge(double dx, double dy) {
        MapSelection picked = layer.selection();
        if (picked == null || !moves.canMove() || from != null) {
            return false;
        }
        var began = new MapPane.Place(picked.latitude(), picked.longitude());
        place(layer.userX() + dx, layer.userY() + dy);
        from = began;
        letGo();
        return true;
    }
}
