// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.files.AtomicFile;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Settings;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;

/// A first look as it was drawn when the window was closed: what the next start shows at once, as long as it takes
/// until the map itself is drawn and takes its place.
///
/// It is only ever shown where it is what the map will show: for the same data, settings and program ([LookKey]).
///
/// @param window how the window is opened
/// @param width of the scene that it gets, in screen units; more than the window's own where that fills the screen
/// @param height of that scene
/// @param scale pixels a screen unit
/// @param map where the map is in the scene, in screen units
/// @param pixels `ceil(width · scale)` by `ceil(height · scale)` pixels of 4 bytes (blue, green, red, alpha;
///   premultiplied), row by row
@SuppressWarnings("ArrayRecordComponent")
record KeptLook(Settings.Window window, double width, double height, double scale, Rectangle2D map, byte[] pixels) {
    private static final int FORM = 1;
    private static final int PIXEL_BYTES = 4;
    private static final double LARGEST = 16_384;

    /// Takes a picture of a first look that is drawn. On the JavaFX thread; tens of milliseconds.
    ///
    /// @param first drawn
    /// @param window how the window will be opened
    /// @param scale pixels a screen unit
    static KeptLook of(FirstLook first, Settings.Window window, double scale) {
        Scene scene = first.scene();
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        parameters.setViewport(
                new Rectangle2D(0, 0, pixels(scene.getWidth(), scale), pixels(scene.getHeight(), scale)));
        WritableImage image = scene.getRoot().snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        byte[] pixels = new byte[width * height * PIXEL_BYTES];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getByteBgraPreInstance(),
                        ByteBuffer.wrap(pixels),
                        width * PIXEL_BYTES);
        Bounds map = first.map().localToScene(first.map().getLayoutBounds());
        return new KeptLook(
                window,
                scene.getWidth(),
                scene.getHeight(),
                scale,
                new Rectangle2D(map.getMinX(), map.getMinY(), map.getWidth(), map.getHeight()),
                pixels);
    }

    /// Keeps it in a file.
    ///
    /// @param key what it depends on
    /// @throws app.hometown.domain.InputException when the disk refuses
    void write(Path file, LookKey key) {
        AtomicFile.write(file, to -> {
            DataOutputStream out = new DataOutputStream(to);
            out.writeInt(FORM);
            out.writeUTF(key.frame());
            out.writeUTF(key.data());
            out.writeBoolean(window.maximized());
            write(out, window.width(), window.height(), window.sideWidth());
            write(out, width, height, scale);
            write(out, map.getMinX(), map.getMinY(), map.getWidth(), map.getHeight());
            out.write(pixels);
        });
    }

    private static void write(DataOutputStream out, double... numbers) throws IOException {
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    /// Reads the first of some files that has the look of a key; of a file with another key no more than that is read.
    /// A file that is missing or damaged has none.
    static Optional<KeptLook> find(LookKey key, List<Path> files) {
        return files.stream()
                .map(file -> read(file, key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<KeptLook> read(Path file, LookKey key) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != FORM || !new LookKey(in.readUTF(), in.readUTF()).equals(key)) {
                return Optional.empty();
            }
            boolean maximized = in.readBoolean();
            Settings.Window window = new Settings.Window(in.readDouble(), in.readDouble(), maximized, in.readDouble());
            double width = in.readDouble();
            double height = in.readDouble();
            double scale = in.readDouble();
            Rectangle2D map = new Rectangle2D(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            if (!isSide(width * scale) || !isSide(height * scale)) {
                return Optional.empty();
            }
            int length = pixels(width, scale) * pixels(height, scale) * PIXEL_BYTES;
            byte[] pixels = in.readNBytes(length);
            return pixels.length < length
                    ? Optional.empty()
                    : Optional.of(new KeptLook(window, width, height, scale, map, pixels));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static boolean isSide(double length) {
        return length >= 1 && length <= LARGEST;
    }

    private static int pixels(double length, double scale) {
        return (int) Math.ceil(length * scale);
    }

    /// Whether a screen shows it pixel by pixel.
    boolean fits(Screen screen) {
        Rectangle2D room = screen.getVisualBounds();
        return screen.getOutputScaleX() == scale && room.getWidth() >= width && room.getHeight() >= height;
    }

    /// A scene that shows it.
    Scene scene() {
        ImageView whole = view(new Rectangle2D(0, 0, width, height));
        whole.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        whole.setAccessibleText(Texts.text("start.kept"));
        return new Scene(new Pane(whole), window.width(), window.height());
    }

    /// What stands in for the map.
    ImageView cover() {
        return view(map);
    }

    /// A part of it, in screen units.
    private ImageView view(Rectangle2D part) {
        ImageView view = new ImageView(image());
        view.setViewport(new Rectangle2D(
                part.getMinX() * scale, part.getMinY() * scale, part.getWidth() * scale, part.getHeight() * scale));
        view.setFitWidth(part.getWidth());
        view.setFitHeight(part.getHeight());
        return view;
    }

    private Image image() {
        return new WritableImage(new PixelBuffer<>(
                pixels(width, scale),
                pixels(height, scale),
                ByteBuffer.wrap(pixels),
                PixelFormat.getByteBgraPreInstance()));
    }
}
