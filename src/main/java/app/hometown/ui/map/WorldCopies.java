// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.map.basemap.TilePainter;
import app.hometown.ui.map.basemap.TileStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;

/// The world once more to the east and west, where the map library ends it at ±180°. Empty as long as no other copy
/// is in view.
final class WorldCopies extends Pane {
    private final Map<Address, ImageView> tiles = new HashMap<>();

    /// A tile's place; columns beyond the world belong to its copies.
    private record Address(int zoom, long column, long row) {}

    WorldCopies() {
        getStyleClass().add("map-beneath");
        setMouseTransparent(true);
        setManaged(false);
    }

    /// Lets go of all tiles, so that they are asked for anew.
    void reload() {
        tiles.clear();
        getChildren().clear();
    }

    /// The zoom of the tiles that a view shows, the same as the map library's.
    static int zoom(MapCamera camera) {
        return Math.clamp((int) Math.floor(camera.zoom() + 0.2), 0, TilePainter.MAX_ZOOM);
    }

    void show(MapCamera camera) {
        int zoom = zoom(camera);
        long count = 1L << zoom;
        double side = WebMercator.TILE_SIZE * Math.pow(2, camera.zoom() - zoom);
        long firstRow = Math.max(0, (long) Math.floor(camera.unitY(0) * count));
        long lastRow = Math.min(count - 1, (long) Math.floor(camera.unitY(camera.height()) * count));
        long firstColumn = (long) Math.floor(camera.unitX(0) * count);
        long lastColumn = (long) Math.floor(camera.unitX(camera.width()) * count);
        Set<Address> wanted = new HashSet<>();
        for (long column = firstColumn; column <= lastColumn; column++) {
            if (column >= 0 && column < count) {
                continue;
            }
            for (long row = firstRow; row <= lastRow; row++) {
                var address = new Address(zoom, column, row);
                wanted.add(address);
                ImageView view = tiles.computeIfAbsent(address, this::ask);
                view.setFitWidth(side + 0.6);
                view.setFitHeight(side + 0.6);
                view.setX(camera.screenX(column / (double) count));
                view.setY(camera.screenY(row / (double) count));
            }
        }
        tiles.entrySet().removeIf(entry -> {
            boolean unwanted = !wanted.contains(entry.getKey());
            if (unwanted) {
                getChildren().remove(entry.getValue());
            }
            return unwanted;
        });
    }

    private ImageView ask(Address address) {
        var view = new ImageView();
        view.setManaged(false);
        getChildren().add(view);
        long count = 1L << address.zoom();
        var tile = TileStore.SHARED.standIn(address.zoom(), Math.floorMod(address.column(), count), address.row());
        if (tile.isDone()) {
            view.setImage(tile.join());
        } else {
            var _ = tile.thenAcceptAsync(view::setImage, FxThread.EXECUTOR);
        }
        return view;
    }
}
