// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// The tiles of one server: those last seen in memory, more on the disk, the rest asked for on threads of its own, a
/// few
/// at a time, what was asked for last first. Safe for any thread; to be closed.
public final class OnlineTiles implements AutoCloseable {
    /// Requests at a time.
    static final int THREADS = 3;

    private static final Logger LOG = Logger.getLogger(OnlineTiles.class.getName());
    private static final int KEPT = 256;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final long DISK_BYTES = 200L << 20;

    private final TileSource source;
    private final TileClient client;
    private final List<Thread> threads = new ArrayList<>();
    private final LinkedBlockingDeque<TileAddress> asked = new LinkedBlockingDeque<>();
    private final Map<TileAddress, CompletableFuture<Boolean>> underWay = new HashMap<>();
    private final Map<TileAddress, Tile> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TileAddress, Tile> eldest) {
            return size() > KEPT;
        }
    };

    /// A tile's picture, once for the screen and once for files; they share their pixels, which never change.
    ///
    /// @param image for the screen
    /// @param picture of type `TYPE_INT_ARGB_PRE`
    public record Tile(Image image, BufferedImage picture) {}

    /// @param source whom to ask
    /// @param folder where tiles are kept on the disk; at most 200 MiB
    /// @param userAgent who we are: name/version
    /// @param troubled told, on a thread of ours, when the server begins to be left alone
    public OnlineTiles(TileSource source, Path folder, String userAgent, Consumer<Trouble> troubled) {
        this.source = source;
        client = new TileClient(
                source, new TileCache(folder, DISK_BYTES), userAgent, InstantSource.system(), ANSWER_WITHIN, troubled);
        for (int i = 0; i < THREADS; i++) {
            threads.add(
                    Thread.ofPlatform().daemon().name("online tiles " + (i + 1)).start(this::work));
        }
    }

    /// Whose tiles they are.
    public TileSource source() {
        return source;
    }

    /// A tile if it is in memory.
    public synchronized @Nullable Tile inMemory(TileAddress tile) {
        return kept.get(tile);
    }

    /// Asks for a tile. True when it is in memory now, false when the server has none or is being left alone; cancelled
    /// by [#keepAsking], never failed.
    public synchronized CompletableFuture<Boolean> ask(TileAddress tile) {
        if (kept.containsKey(tile)) {
            return CompletableFuture.completedFuture(true);
        }
        return underWay.computeIfAbsent(tile, key -> {
            asked.addFirst(key);
            return new CompletableFuture<>();
        });
    }

    /// Gives up what was asked for, has not been begun and is not among these: nothing is loaded that nobody looks at.
    public void keepAsking(Set<TileAddress> wanted) {
        List<CompletableFuture<Boolean>> dropped = new ArrayList<>();
        synchronized (this) {
            asked.removeIf(tile -> {
                boolean unwanted = !wanted.contains(tile);
                if (unwanted) {
                    CompletableFuture<Boolean> future = underWay.remove(tile);
                    if (future != null) {
                        dropped.add(future);
                    }
                }
                return unwanted;
            });
        }
        dropped.forEach(future -> future.cancel(false));
    }

    private void work() {
        try {
            while (true) {
                load(asked.takeFirst());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void load(TileAddress address) throws InterruptedException {
        Optional<Tile> tile = Optional.empty();
        try {
            tile = client.get(address).map(OnlineTiles::tile);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "the online tile " + address + " could not be loaded", e);
        } finally {
            CompletableFuture<Boolean> future;
            synchronized (this) {
                tile.ifPresent(ready -> kept.put(address, ready));
                future = underWay.remove(address);
            }
            if (future != null) {
                future.complete(tile.isPresent());
            }
        }
    }

    private static Tile tile(BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        return new Tile(
                new WritableImage(new PixelBuffer<>(
                        picture.getWidth(),
                        picture.getHeight(),
                        IntBuffer.wrap(pixels),
                        PixelFormat.getIntArgbPreInstance())),
                picture);
    }

    /// Ends all requests and threads; what was asked for stays unanswered.
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        client.close();
    }
}
