// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Pans a map over as many different tiles as it is told, in a window without a display, and says how many they were.
/// A program of its own, so that a test can give it little memory.
public final class PannedTiles {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 990;

    private record Tile(int zoom, long column, long row) {}

    private PannedTiles() {}

    /// Pans until it has seen them all.
    ///
    /// @param args how many tiles
    public static void main(String[] args) throws Exception {
        int wanted = Integer.parseInt(args[0]);
        Platform.startup(() -> {});
        Catalog catalog = SampleCatalog.of(2_000, 1_000);
        MapPane map = onFx(() -> {
            var pane = new MapPane();
            pane.setAnimated(false);
            var stage = new Stage();
            stage.setScene(new Scene(pane, WIDTH, HEIGHT));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            pane.setPoints(catalog);
            return pane;
        });
        onFx(() -> {
            map.flyTo(62, 5, 8);
            return true;
        });
        Set<Tile> seen = new HashSet<>();
        for (int step = 0; seen.size() < wanted; step++) {
            int now = step;
            onFx(map::whenSettled).get(120, TimeUnit.SECONDS);
            MapCamera camera = onFx(() -> {
                MapCamera before = map.cameraProperty().get();
                map.lookNow(now % 40 == 39 ? before.moved(0, HEIGHT) : before.moved(WIDTH, 0));
                return map.cameraProperty().get();
            });
            add(camera, seen);
        }
        onFx(map::whenSettled).get(120, TimeUnit.SECONDS);
        System.out.println(seen.size() + " tiles");
        Platform.exit();
    }

    private static void add(MapCamera camera, Set<Tile> seen) {
        int zoom = WorldCopies.zoom(camera);
        long count = 1L << zoom;
        for (long column = (long) (camera.unitX(0) * count); column <= camera.unitX(camera.width()) * count; column++) {
            for (long row = (long) (camera.unitY(0) * count); row <= camera.unitY(camera.height()) * count; row++) {
                seen.add(new Tile(zoom, Math.floorMod(column, count), row));
            }
        }
    }

    private static <T> T onFx(Supplier<T> action) throws Exception {
        return CompletableFuture.supplyAsync(action, Platform::runLater).get(60, TimeUnit.SECONDS);
    }
}
