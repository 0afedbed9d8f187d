// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Progress;
import app.hometown.ui.fx.FxThread;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/// Draws what only JavaFX can draw into a [MapPicture]: pins, lines and the furniture.
final class MapShot {
    /// Small enough that a square takes no more than a frame or two of the JavaFX thread.
    private static final int SIDE = 1024;

    private final MapCamera camera;
    private final int scale;

    MapShot(MapCamera camera, int scale) {
        this.camera = camera;
        this.scale = scale;
    }

    /// Draws the radius, the lines and the pins anew at the picture's scale. What comes back may run on any thread: it
    /// asks the JavaFX thread for a square at a time, so that the window stays awake.
    BiConsumer<BufferedImage, Progress> painted(SelectionLayer layer) {
        if (!layer.isVisible()) {
            return (picture, progress) -> {};
        }
        return (picture, progress) -> {
            int columns = (picture.getWidth() - 1) / SIDE + 1;
            int rows = (picture.getHeight() - 1) / SIDE + 1;
            progress.phase("drawing the pins", (long) columns * rows);
            Graphics2D g = picture.createGraphics();
            for (int square = 0; square < columns * rows; square++) {
                int left = square % columns * SIDE;
                int top = square / columns * SIDE;
                int width = Math.min(SIDE, picture.getWidth() - left);
                int height = Math.min(SIDE, picture.getHeight() - top);
                BufferedImage drawn = CompletableFuture.supplyAsync(
                                () -> square(layer, left, top, width, height), FxThread.EXECUTOR)
                        .join();
                g.drawImage(drawn, left, top, null);
                progress.done(square + 1L);
            }
            g.dispose();
        };
    }

    private BufferedImage square(SelectionLayer layer, int left, int top, int width, int height) {
        var canvas = new Canvas(width, height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.translate(-left, -top);
        g.scale(scale, scale);
        layer.draw(g, camera);
        return SwingFXUtils.fromFXImage(canvas.snapshot(transparent(), null), null);
    }

    /// The furniture where it stands. On the JavaFX thread.
    List<MapPicture.Part> parts(List<Region> furniture) {
        return furniture.stream().map(this::part).toList();
    }

    private MapPicture.Part part(Region furniture) {
        SnapshotParameters asLarge = transparent();
        asLarge.setTransform(new Scale(scale, scale));
        BufferedImage image = SwingFXUtils.fromFXImage(furniture.snapshot(asLarge, null), null);
        return new MapPicture.Part(image, (int) Math.round(furniture.getLayoutX() * scale), (int)
                Math.round(furniture.getLayoutY() * scale));
    }

    private static SnapshotParameters transparent() {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return parameters;
    }
}
