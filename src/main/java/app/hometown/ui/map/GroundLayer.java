// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.map.basemap.TileStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.layout.Pane;

/// The base map in the screen's own pixels, over the library's map view and the copies of the world beside it, which
/// show through where it is not ready yet. While it covers the view the others need not be drawn at all.
final class GroundLayer extends Pane {
    private static final ExecutorService DRAWING = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("map ground").factory());

    private final BlockLayer<GroundPainter.Ground> blocks;
    private int turn;

    /// @param drawnListener called on the JavaFX thread after something has come on the screen
    GroundLayer(Runnable drawnListener) {
        blocks = new BlockLayer<>(new GroundPainter(this::again), DRAWING, drawnListener);
        setMouseTransparent(true);
        setManaged(false);
        getChildren().add(blocks);
    }

    BlockLayer<?> blocks() {
        return blocks;
    }

    private void again() {
        blocks.again();
    }

    /// Draws anew from the tiles there are now, which may be of another style or source.
    void reload() {
        turn++;
    }

    /// Shows a view: at once by moving and scaling what there is, soon by what is missing.
    void show(MapCamera camera, double scale) {
        blocks.show(camera, scale, new GroundPainter.Ground(TileStore.SHARED.style(), turn));
    }

    /// Whether it leaves no part of the view empty, be it scaled or in the style before.
    boolean fills() {
        return blocks.fills();
    }

    /// Whether it fills the view last asked for in the screen's own pixels.
    boolean covers() {
        return blocks.covers();
    }
}
