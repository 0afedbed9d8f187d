// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import com.gluonhq.maps.MapLayer;
import com.gluonhq.maps.MapView;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The tiles: the library's map view, steered by a [MapCamera] alone.
///
/// The library keeps what it was last asked for apart from what it shows, moves and zooms by its own input handlers and
/// never lets go of a tile. So its handlers are taken off, its position is set directly, and now and then, as well as
/// for another style, the view is replaced by a new one, whose tiles come from the store at once.
final class BaseLayer extends Region {
    /// Tiles to pass by before the view is replaced; it holds on to each by a soft reference and a listener.
    private static final double TILES_PER_VIEW = 200;

    private static final double OVERLAP = 0.6;

    private @Nullable Library library;
    private double passed;
    private MapCamera shown = MapCamera.world(1, 1);

    /// The library's view and what steers it.
    private record Library(MapView view, Access access) {}

    /// The library gives its inner map to layers only.
    private static final class Access extends MapLayer {
        @Override
        protected void initialize() {
            baseMap.getChildrenUnmodifiable().addListener((ListChangeListener<Node>) change -> {
                while (change.next()) {
                    change.getAddedSubList().forEach(Access::overlap);
                }
            });
        }

        /// Tiles scaled to fractions of a pixel would let the ground through between them.
        private static void overlap(Node tile) {
            if (tile instanceof Parent parent) {
                for (Node part : parent.getChildrenUnmodifiable()) {
                    if (part instanceof ImageView image) {
                        image.setFitWidth(WebMercator.TILE_SIZE + OVERLAP);
                        image.setFitHeight(WebMercator.TILE_SIZE + OVERLAP);
                    }
                }
            }
        }

        void apply(MapCamera camera) {
            baseMap.setZoom(camera.zoom());
            baseMap.setTranslateX(camera.screenX(0));
            baseMap.setTranslateY(camera.screenY(0));
            // Moving by nothing is the public way to have the tiles looked at again.
            baseMap.moveX(0);
        }
    }

    BaseLayer() {
        setManaged(false);
        setMouseTransparent(true);
        // The library would take a scene's first layout for the size of its tile area and miss a later one.
        sceneProperty().addListener((o, before, scene) -> {
            if (scene != null) {
                reload();
            }
        });
    }

    /// Lets go of the library's view; the next one asks for its tiles anew.
    void reload() {
        passed = 0;
        library = null;
        getChildren().clear();
        requestLayout();
    }

    private Library make() {
        MapView view = new MapView();
        view.setOnMousePressed(null);
        view.setOnMouseDragged(null);
        view.setOnMouseReleased(null);
        view.setOnScroll(null);
        view.setOnZoom(null);
        view.setOnZoomStarted(null);
        view.setOnZoomFinished(null);
        Access access = new Access();
        view.addLayer(access);
        getChildren().setAll(view);
        view.resizeRelocate(0, 0, getWidth(), getHeight());
        return new Library(view, access);
    }

    private void apply() {
        if (getScene() == null) {
            return;
        }
        Library made = library;
        if (made == null) {
            made = make();
            library = made;
        }
        made.access.apply(shown);
    }

    /// Shows a view. Needs a scene to show anything; called again when there is one.
    void show(MapCamera camera) {
        double moved = Math.abs(camera.x() - shown.x()) + Math.abs(camera.y() - shown.y());
        double tilesAcross = camera.width() / 256 + 1;
        passed += moved * camera.worldSize() / 256 * tilesAcross + Math.abs(camera.zoom() - shown.zoom()) * tilesAcross;
        shown = camera;
        if (passed > TILES_PER_VIEW) {
            reload();
        }
        apply();
    }

    @Override
    protected void layoutChildren() {
        if (library != null) {
            library.view.resizeRelocate(0, 0, getWidth(), getHeight());
            library.access.apply(shown);
        }
    }
}
