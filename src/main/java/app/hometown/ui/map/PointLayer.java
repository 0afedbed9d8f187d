// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.FxThread;
import java.nio.IntBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// All users and streams as one picture, drawn on a thread of its own.
///
/// While the map moves the last picture moves and scales with it, which costs nothing, and the newest view is drawn
/// as soon as the one before is done. Three pictures take turns: the one shown, the one that may still be on its way
/// to the screen, and the one being drawn.
final class PointLayer extends Pane {
    private static final Logger LOG = Logger.getLogger(PointLayer.class.getName());
    private static final double MARGIN = 96;

    private static final ExecutorService DRAWING = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("map points").factory());

    private final ImageView view = new ImageView();
    private final PointPainter painter = new PointPainter();
    private final @Nullable Picture[] pictures = new Picture[3];
    private final Runnable drawnListener;
    private int turn;

    private PointIndex users = PointIndex.EMPTY;
    private PointIndex streams = PointIndex.EMPTY;
    private PointPainter.@Nullable Scene wanted;
    private PointPainter.@Nullable Scene drawing;
    private PointPainter.@Nullable Scene shown;
    private Marks userMarks = Marks.ALL;
    private Marks streamMarks = Marks.ALL;
    private boolean dark;

    /// Pixels that the screen takes as they are.
    private static final class Picture {
        private final int width;
        private final int height;
        private final int[] pixels;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage image;

        Picture(int width, int height) {
            this.width = width;
            this.height = height;
            pixels = new int[width * height];
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
        }
    }

    /// @param drawnListener called on the JavaFX thread after a picture has come on the screen
    PointLayer(Runnable drawnListener) {
        this.drawnListener = drawnListener;
        setMouseTransparent(true);
        setManaged(false);
        view.setManaged(false);
        getChildren().add(view);
    }

    void setPoints(PointIndex newUsers, PointIndex newStreams) {
        users = newUsers;
        streams = newStreams;
    }

    void setUserMarks(Marks marks) {
        userMarks = marks;
    }

    void setStreamMarks(Marks marks) {
        streamMarks = marks;
    }

    void setDark(boolean newDark) {
        dark = newDark;
    }

    /// Shows a view: at once by moving the last picture, soon by a new one.
    void show(MapCamera camera, double scale) {
        var scene = new PointPainter.Scene(camera, MARGIN, scale, users, streams, userMarks, streamMarks, dark);
        if (scene.equals(wanted)) {
            return;
        }
        wanted = scene;
        place();
        draw();
    }

    /// Whether the picture on the screen is that of the view last asked for.
    boolean isSettled() {
        return wanted == null || wanted.equals(shown);
    }

    private void draw() {
        PointPainter.Scene next = wanted;
        if (drawing != null || next == null || next.equals(shown)) {
            return;
        }
        drawing = next;
        int slot = turn;
        turn = (turn + 1) % pictures.length;
        Picture old = pictures[slot];
        DRAWING.execute(() -> {
            Picture picture = old;
            if (picture == null || picture.width != next.pixelWidth() || picture.height != next.pixelHeight()) {
                picture = new Picture(next.pixelWidth(), next.pixelHeight());
            }
            try {
                painter.paint(next, picture.pixels);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "the points of the map could not be drawn", e);
            }
            Picture drawn = picture;
            FxThread.run(() -> drawn(slot, next, drawn));
        });
    }

    private void drawn(int slot, PointPainter.Scene scene, Picture picture) {
        pictures[slot] = picture;
        picture.buffer.updateBuffer(buffer -> null);
        drawing = null;
        shown = scene;
        view.setImage(picture.image);
        place();
        draw();
        drawnListener.run();
    }

    /// Puts the picture where its view lies in the one asked for.
    private void place() {
        PointPainter.Scene from = shown;
        PointPainter.Scene to = wanted;
        if (from == null || to == null) {
            return;
        }
        double growth = to.camera().worldSize() / from.camera().worldSize();
        double apart = from.camera().x() - to.camera().x();
        apart -= Math.rint(apart);
        double middleX = to.camera().width() / 2 + apart * to.camera().worldSize();
        double middleY = to.camera().screenY(from.camera().y());
        double width = from.pixelWidth() / from.scale() * growth;
        double height = from.pixelHeight() / from.scale() * growth;
        boolean exact = Math.abs(growth - 1) < 1e-9;
        // A picture of the screen's own pixels is copied, not scaled, which is several times quicker.
        boolean asItIs = exact && from.scale() == 1;
        view.setFitWidth(asItIs ? 0 : width);
        view.setFitHeight(asItIs ? 0 : height);
        double left = middleX - (from.camera().width() / 2 + from.margin()) * growth;
        double top = middleY - (from.camera().height() / 2 + from.margin()) * growth;
        view.setSmooth(!exact);
        view.setX(exact ? snap(left, to.scale()) : left);
        view.setY(exact ? snap(top, to.scale()) : top);
    }

    private static double snap(double logical, double scale) {
        return Math.rint(logical * scale) / scale;
    }

    /// The user nearest to a pixel, -1 when none is within some pixels.
    int userAt(MapCamera camera, double pixelX, double pixelY, double withinPixels) {
        return users.nearest(camera.unitX(pixelX), camera.unitY(pixelY), withinPixels / camera.worldSize());
    }

    /// The stream nearest to a pixel, -1 when none is within some pixels.
    int streamAt(MapCamera camera, double pixelX, double pixelY, double withinPixels) {
        return streams.nearest(camera.unitX(pixelX), camera.unitY(pixelY), withinPixels / camera.worldSize());
    }
}
