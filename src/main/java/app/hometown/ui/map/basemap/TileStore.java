// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Draws tiles on its own threads, the latest asked for first, and keeps the last used.
///
/// A tile never fails: one that cannot be drawn is logged and stands as plain sea, because the map library would stop
/// loading for good. Safe for any thread.
public final class TileStore {
    /// The one store of the program; the map library takes all tiles from one place.
    public static final TileStore SHARED = new TileStore(new TilePainter(), 96 << 20);

    private static final Logger LOG = Logger.getLogger(TileStore.class.getName());
    /// Pixels along a side of a tile when nothing else is asked for.
    public static final int USUAL = 512;

    private static final int BYTES_A_PIXEL = 4;
    private static final int THREADS = 2;

    private record Key(MapStyle style, int zoom, long x, long y, int pixels) {}

    private final TilePainter painter;
    private final long capacity;
    private final Map<Key, Image> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long bytes;
    private final Map<Integer, Image> plain = new HashMap<>();
    private final Map<Key, CompletableFuture<Image>> underWay = new HashMap<>();
    private final List<Runnable> whenIdle = new ArrayList<>();
    private final LinkedBlockingDeque<Key> asked = new LinkedBlockingDeque<>();
    private boolean started;
    private volatile MapStyle style = MapStyle.LIGHT;

    /// @param capacity the most bytes to keep; a tile of 512 pixels takes 1 MiB, those of one colour share theirs
    TileStore(TilePainter painter, long capacity) {
        this.painter = painter;
        this.capacity = capacity;
    }

    /// What draws the tiles.
    public TilePainter painter() {
        return painter;
    }

    /// The style of tiles asked for from now on.
    public MapStyle style() {
        return style;
    }

    /// Sets the style of tiles asked for from now on; those on the screen stay as they are.
    public void setStyle(MapStyle style) {
        this.style = style;
    }

    /// A tile in the current style with half the usual pixels, to stand in on the screen until better is drawn: what is
    /// on the screen is in memory twice. Never fails.
    public CompletableFuture<Image> standIn(int zoom, long x, long y) {
        return tile(zoom, x, y, USUAL).thenApply(TileStore::halved);
    }

    /// A tile in the current style. Done at once when it is kept. Never fails.
    ///
    /// @param pixels along a side, when it is not of one colour: such a tile is smaller
    public CompletableFuture<Image> tile(int zoom, long x, long y, int pixels) {
        var key = new Key(style, zoom, x, y, pixels);
        synchronized (this) {
            Image image = kept.get(key);
            if (image != null) {
                return CompletableFuture.completedFuture(image);
            }
            CompletableFuture<Image> future = underWay.get(key);
            if (future == null) {
                future = new CompletableFuture<>();
                underWay.put(key, future);
                asked.addFirst(key);
                start();
            }
            return future;
        }
    }

    /// Whether no tile is under way.
    public synchronized boolean isIdle() {
        return underWay.isEmpty();
    }

    /// Runs the action once no tile is under way: at once on this thread, or later on a drawing thread after everyone
    /// who waits for the last tile has been told.
    public void whenIdle(Runnable action) {
        synchronized (this) {
            if (!underWay.isEmpty()) {
                whenIdle.add(action);
                return;
            }
        }
        action.run();
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().daemon().name("map tiles " + (i + 1)).start(this::work);
        }
    }

    private void work() {
        try {
            while (true) {
                draw(asked.takeFirst());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw(Key key) {
        Image image;
        try {
            image = image(painter.paint(key.zoom(), key.x(), key.y(), key.style(), key.pixels()));
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "the map tile " + key + " could not be drawn", e);
            image = plain(key.style().sea().getRGB());
        }
        CompletableFuture<Image> future;
        synchronized (this) {
            keep(key, image);
            future = underWay.get(key);
        }
        if (future != null) {
            future.complete(image);
        }
        List<Runnable> actions = List.of();
        synchronized (this) {
            underWay.remove(key);
            if (underWay.isEmpty()) {
                actions = List.copyOf(whenIdle);
                whenIdle.clear();
            }
        }
        actions.forEach(Runnable::run);
    }

    private void keep(Key key, Image image) {
        Image before = kept.put(key, image);
        bytes += bytes(image) - (before == null ? 0 : bytes(before));
        Iterator<Image> oldest = kept.values().iterator();
        while (bytes > capacity) {
            bytes -= bytes(oldest.next());
            oldest.remove();
        }
    }

    private static long bytes(Image image) {
        return Math.round(image.getWidth() * image.getHeight()) * BYTES_A_PIXEL;
    }

    private Image image(BufferedImage drawn) {
        int[] pixels = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
        int first = pixels[0];
        for (int pixel : pixels) {
            if (pixel != first) {
                return new WritableImage(new PixelBuffer<>(
                        drawn.getWidth(),
                        drawn.getHeight(),
                        IntBuffer.wrap(pixels),
                        PixelFormat.getIntArgbPreInstance()));
            }
        }
        return plain(first);
    }

    private static Image halved(Image tile) {
        int side = (int) tile.getWidth();
        if (side < USUAL) {
            return tile;
        }
        int half = side / 2;
        int[] rows = new int[2 * side];
        int[] pixels = new int[half * half];
        for (int row = 0; row < half; row++) {
            tile.getPixelReader().getPixels(0, 2 * row, side, 2, PixelFormat.getIntArgbPreInstance(), rows, 0, side);
            for (int column = 0; column < half; column++) {
                int at = 2 * column;
                pixels[row * half + column] = mean(rows[at], rows[at + 1], rows[side + at], rows[side + at + 1]);
            }
        }
        return new WritableImage(
                new PixelBuffer<>(half, half, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }

    /// The mean of four colours, by channels, two at a time.
    private static int mean(int a, int b, int c, int d) {
        int odd = 0xFF00FF;
        int redBlue = (a & odd) + (b & odd) + (c & odd) + (d & odd);
        int alphaGreen = ((a >>> 8) & odd) + ((b >>> 8) & odd) + ((c >>> 8) & odd) + ((d >>> 8) & odd);
        return ((redBlue >>> 2) & odd) | (((alphaGreen >>> 2) & odd) << 8);
    }

    /// The shared tile of one colour.
    private synchronized Image plain(int argb) {
        return plain.computeIfAbsent(argb, colour -> {
            int[] pixels = new int[16];
            java.util.Arrays.fill(pixels, colour);
            return new WritableImage(
                    new PixelBuffer<>(4, 4, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
        });
    }
}
