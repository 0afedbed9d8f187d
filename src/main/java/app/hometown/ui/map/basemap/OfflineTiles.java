// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import com.gluonhq.maps.tile.TileRetriever;
import java.util.concurrent.CompletableFuture;
import javafx.scene.image.Image;

/// Hands the map library the tiles of the [TileStore]. The library makes one of it by service loading.
public final class OfflineTiles implements TileRetriever {
    /// For the service loader.
    public OfflineTiles() {}

    @Override
    public CompletableFuture<Image> loadTile(int zoom, long x, long y) {
        return TileStore.SHARED.standIn(zoom, x, y);
    }
}
