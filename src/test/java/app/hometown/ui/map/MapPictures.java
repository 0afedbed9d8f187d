// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Pictures of the map for people to look at; needs no display.
///
/// Arguments: the folder for the pictures, the number of users, the number of streams. Run with
/// `-Djava.awt.headless=true -Dglass.platform=Headless -Dprism.order=sw`.
public final class MapPictures {
    private static final double[] PARIS = {48.8566, 2.3522};

    private final Path folder;
    private final Catalog catalog;
    private final MapPane map;
    private final Stage stage;

    private MapPictures(Path folder, Catalog catalog, MapPane map, Stage stage) {
        this.folder = folder;
        this.catalog = catalog;
        this.map = map;
        this.stage = stage;
    }

    /// Draws them all.
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Catalog catalog = SampleCatalog.of(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Platform.startup(() -> {});
        long start = System.nanoTime();
        MapPictures pictures = onFx(() -> {
            var map = new MapPane();
            map.setAnimated(false);
            var stage = new Stage();
            stage.setScene(new Scene(map, 1600, 990));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            map.setPoints(catalog);
            return new MapPictures(folder, catalog, map, stage);
        });
        pictures.settle();
        System.out.printf(Locale.ROOT, "first picture after %.0f ms%n", (System.nanoTime() - start) / 1e6);
        for (boolean dark : new boolean[] {false, true}) {
            onFx(() -> pictures.map.setDark(dark));
            pictures.all(dark ? "dark" : "light");
        }
        Platform.exit();
    }

    private void all(String theme) throws Exception {
        onFx(() -> map.show(null));
        onFx(() -> map.highlight(OptionalInt.empty()));
        onFx(map::flyToWorld);
        save("world-" + theme);
        onFx(() -> map.flyTo(50, 10, 4.6));
        save("europe-" + theme);
        onFx(() -> map.lookNow(map.cameraProperty().get().zoomed(5.05, 500, 400)));
        picture("zooming-" + theme);
        onFx(() -> map.flyTo(50, 10, 4.6));
        show(MapLayer.CITIES);
        save("cities-" + theme);
        show(MapLayer.STREAM_DENSITY, MapLayer.USERS);
        save("density-" + theme);
        onFx(() -> map.layers().set(LayerStack.FIRST));
        onFx(() -> map.showStreams(classes(catalog)));
        save("classes-" + theme);
        onFx(() -> map.flyTo(PARIS[0], PARIS[1], 9));
        save("classes-city-" + theme);
        onFx(() -> map.showStreams(Marks.ALL));
        onFx(() -> map.show(SampleCatalog.selection(catalog, PARIS[0], PARIS[1], 250)));
        onFx(() -> map.flyTo(PARIS[0], PARIS[1], OptionalDouble.of(250)));
        onFx(() -> ((ToggleButton) map.lookup("#map-layers")).setSelected(true));
        save("paris-250-" + theme);
        onFx(() -> ((ToggleButton) map.lookup("#map-layers")).setSelected(false));
        onFx(() -> map.highlight(OptionalInt.of(SampleCatalog.selection(catalog, PARIS[0], PARIS[1], 250)
                .pins()
                .get(4)
                .streamRow())));
        onFx(() -> map.flyTo(PARIS[0], PARIS[1], 11));
        save("paris-city-" + theme);
        onFx(() -> map.show(withRings(SampleCatalog.selection(catalog, -17.8, 178.0, 1000))));
        onFx(() -> map.flyTo(-17.8, 178.0, 4.3));
        save("fiji-" + theme);
        onFx(() -> resize(1100, 700));
        onFx(() -> map.show(SampleCatalog.selection(catalog, PARIS[0], PARIS[1], 50)));
        onFx(() -> map.flyTo(PARIS[0], PARIS[1], OptionalDouble.of(50)));
        save("small-" + theme);
        onFx(() -> map.flyToWorld());
        save("small-world-" + theme);
        onFx(() -> resize(1600, 990));
    }

    private void show(MapLayer... layers) throws Exception {
        onFx(() -> {
            LayerStack stack = LayerStack.FIRST.with(MapLayer.USERS, false).with(MapLayer.STREAMS, false);
            for (MapLayer layer : layers) {
                stack = stack.with(layer, true);
            }
            map.layers().set(stack);
        });
    }

    private static Marks classes(Catalog catalog) {
        int size = catalog.streams().size();
        byte[] classes = new byte[size];
        byte[] sizes = new byte[size];
        BitSet shown = new BitSet();
        for (int row = 0; row < size; row++) {
            classes[row] = (byte) (row % 7 % 4);
            sizes[row] = (byte) (row % 13 % 4);
            shown.set(row, row % 3 != 0);
        }
        return new Marks(shown, classes, List.of(Color.ORANGE, Color.DODGERBLUE, Color.CRIMSON, Color.SEAGREEN), sizes);
    }

    private static MapSelection withRings(MapSelection found) {
        return new MapSelection(
                found.name(),
                found.latitude(),
                found.longitude(),
                found.radiusKm(),
                MapSelection.rings(OptionalDouble.of(125), found.radiusKm()),
                found.pins());
    }

    private void resize(double width, double height) {
        stage.setWidth(width);
        stage.setHeight(height);
    }

    private void settle() throws Exception {
        onFx(map::whenSettled).get(120, TimeUnit.SECONDS);
    }

    private void save(String name) throws Exception {
        settle();
        picture(name);
    }

    private void picture(String name) throws Exception {
        onFx(() -> {
            var image = SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
            try {
                ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static <T> T onFx(Supplier<T> action) throws Exception {
        return CompletableFuture.supplyAsync(action, Platform::runLater).get(60, TimeUnit.SECONDS);
    }

    private static void onFx(Runnable action) throws Exception {
        CompletableFuture.runAsync(action, Platform::runLater).get(60, TimeUnit.SECONDS);
    }
}
