// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import app.hometown.ui.fx.FxThread;
import app.hometown.ui.map.online.OnlineTiles;
import app.hometown.ui.map.online.TileAddress;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Tiles from the network over the offline map, in every copy of the world in view. Where a tile is not there yet, the
/// part of a wider one stands for it if that is in memory; else the offline map shows through, so nothing is ever
/// blank.
final class OnlineLayer extends Pane {
    /// Servers commonly have no more.
    private static final int DEEPEST = 18;

    private static final int MOST_LEVELS_UP = 4;

    private final Runnable arrivedListener;
    private final Map<Place, ImageView> views = new HashMap<>();
    private final Set<TileAddress> underWay = new HashSet<>();
    private final Set<TileAddress> nothing = new HashSet<>();
    private @Nullable OnlineTiles tiles;
    private MapCamera shown = MapCamera.world(1, 1);

    /// Where a tile goes on the screen.
    private record Place(int zoom, long column, long row) {
        TileAddress address() {
            return new TileAddress(zoom, Math.floorMod(column, 1L << zoom), row);
        }
    }

    /// A picture and the part of it that stands for a tile.
    private record Part(OnlineTiles.Tile tile, Rectangle2D area) {}

    /// A piece of what is on the screen: the part of a picture, and where it goes in logical pixels.
    record Piece(BufferedImage picture, Rectangle2D area, double x, double y, double side) {}

    /// @param arrivedListener called on the JavaFX thread after a tile has come or turned out not to come
    OnlineLayer(Runnable arrivedListener) {
        this.arrivedListener = arrivedListener;
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /// Shows the tiles of a server instead of those before; null shows none.
    void setTiles(@Nullable OnlineTiles newTiles) {
        tiles = newTiles;
        views.clear();
        underWay.clear();
        getChildren().clear();
        setVisible(newTiles != null);
        retry();
    }

    /// Asks again for what did not come.
    void retry() {
        nothing.clear();
        show(shown);
    }

    /// Whether everything in view has come or will not come for now.
    boolean isSettled() {
        return tiles == null || underWay.isEmpty();
    }

    void show(MapCamera camera) {
        shown = camera;
        OnlineTiles from = tiles;
        if (from == null || camera.width() < 2) {
            return;
        }
        int zoom = zoom(camera);
        Set<Place> wanted = inView(camera, zoom);
        Set<TileAddress> addresses = new HashSet<>();
        wanted.forEach(place -> addresses.add(place.address()));
        from.keepAsking(addresses);
        for (Place place : wanted) {
            Part part = part(from, place.address());
            if (part == null) {
                ImageView old = views.remove(place);
                if (old != null) {
                    getChildren().remove(old);
                }
                continue;
            }
            ImageView view = views.computeIfAbsent(place, key -> added());
            view.setImage(part.tile().image());
            view.setViewport(part.area());
            // On whole pixels of the screen, or the ground would show through the seams.
            double count = 1L << zoom;
            double left = snapPositionX(camera.screenX(place.column() / count));
            double top = snapPositionY(camera.screenY(place.row() / count));
            view.setX(left);
            view.setY(top);
            view.setFitWidth(snapPositionX(camera.screenX((place.column() + 1) / count)) - left);
            view.setFitHeight(snapPositionY(camera.screenY((place.row() + 1) / count)) - top);
        }
        views.entrySet().removeIf(entry -> {
            boolean unwanted = !wanted.contains(entry.getKey());
            if (unwanted) {
                getChildren().remove(entry.getValue());
            }
            return unwanted;
        });
    }

    private ImageView added() {
        var view = new ImageView();
        view.setManaged(false);
        getChildren().add(view);
        return view;
    }

    /// What is on the screen, for a picture of it; nothing is asked for.
    List<Piece> pieces() {
        OnlineTiles from = tiles;
        List<Piece> pieces = new ArrayList<>();
        if (from != null) {
            int zoom = zoom(shown);
            for (Place place : inView(shown, zoom)) {
                Part part = inMemory(from, place.address());
                if (part != null) {
                    pieces.add(new Piece(
                            part.tile().picture(),
                            part.area(),
                            shown.screenX(place.column() / (double) (1L << zoom)),
                            shown.screenY(place.row() / (double) (1L << zoom)),
                            side(shown, zoom)));
                }
            }
        }
        return pieces;
    }

    private static int zoom(MapCamera camera) {
        return Math.clamp(Math.round(camera.zoom()), 0, DEEPEST);
    }

    private static double side(MapCamera camera, int zoom) {
        return WebMercator.TILE_SIZE * Math.pow(2, camera.zoom() - zoom);
    }

    private static Set<Place> inView(MapCamera camera, int zoom) {
        long count = 1L << zoom;
        long firstRow = Math.max(0, (long) Math.floor(camera.unitY(0) * count));
        long lastRow = Math.min(count - 1, (long) Math.floor(camera.unitY(camera.height()) * count));
        long lastColumn = (long) Math.floor(camera.unitX(camera.width()) * count);
        Set<Place> places = new HashSet<>();
        for (long column = (long) Math.floor(camera.unitX(0) * count); column <= lastColumn; column++) {
            for (long row = firstRow; row <= lastRow; row++) {
                places.add(new Place(zoom, column, row));
            }
        }
        return places;
    }

    /// What to show for a tile now; asks for the tile when it is not there.
    private @Nullable Part part(OnlineTiles from, TileAddress address) {
        if (from.inMemory(address) == null && !nothing.contains(address) && underWay.add(address)) {
            var _ = from.ask(address)
                    .whenCompleteAsync((came, givenUp) -> arrived(from, address, came), FxThread.EXECUTOR);
        }
        return inMemory(from, address);
    }

    @SuppressWarnings("ReferenceEquality")
    private void arrived(OnlineTiles from, TileAddress address, @Nullable Boolean came) {
        if (from != tiles) {
            return;
        }
        underWay.remove(address);
        if (Boolean.FALSE.equals(came)) {
            nothing.add(address);
        }
        show(shown);
        arrivedListener.run();
    }

    private static @Nullable Part inMemory(OnlineTiles from, TileAddress address) {
        for (int up = 0; up <= Math.min(MOST_LEVELS_UP, address.zoom()); up++) {
            OnlineTiles.Tile tile = from.inMemory(address.above(up));
            if (tile != null) {
                double parts = 1L << up;
                double width = tile.picture().getWidth() / parts;
                double height = tile.picture().getHeight() / parts;
                return new Part(
                        tile,
                        new Rectangle2D(
                                (address.x() & ((1L << up) - 1)) * width,
                                (address.y() & ((1L << up) - 1)) * height,
                                width,
                                height));
            }
        }
        return null;
    }
}
