// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.FxThread;
import app.hometown.ui.map.basemap.TileStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Waits until everything in view is drawn and nothing moves. Belongs to the JavaFX thread.
final class Settling {
    private final MapPane map;
    private final BooleanSupplier quiet;
    private final List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();
    private final List<CompletableFuture<@Nullable Void>> drawn = new ArrayList<>();

    /// @param quiet whether nothing moves and all but the base map's tiles is drawn
    Settling(MapPane map, BooleanSupplier quiet) {
        this.map = map;
        this.quiet = quiet;
    }

    /// Whether it is so now.
    boolean isSettled() {
        return TileStore.SHARED.isIdle() && quiet.getAsBoolean();
    }

    /// Completes when it is so.
    CompletableFuture<@Nullable Void> whenSettled() {
        var settled = new CompletableFuture<@Nullable Void>();
        waiting.add(settled);
        map.requestLayout();
        FxThread.run(this::check);
        return settled;
    }

    /// Completes when nothing moves and all in view is drawn, whatever else is under way.
    CompletableFuture<@Nullable Void> whenDrawn() {
        var done = new CompletableFuture<@Nullable Void>();
        drawn.add(done);
        map.requestLayout();
        FxThread.run(this::check);
        return done;
    }

    /// Something was drawn or came to rest.
    void check() {
        if (!drawn.isEmpty() && quiet.getAsBoolean()) {
            List<CompletableFuture<@Nullable Void>> done = List.copyOf(drawn);
            drawn.clear();
            done.forEach(future -> future.complete(null));
        }
        if (waiting.isEmpty()) {
            return;
        }
        map.applyCss();
        map.layout();
        if (!quiet.getAsBoolean()) {
            return;
        }
        // The library puts a tile on the screen in a turn of the JavaFX thread of its own; ours comes after it.
        TileStore.SHARED.whenIdle(() -> FxThread.later(() -> {
            if (isSettled()) {
                List<CompletableFuture<@Nullable Void>> done = List.copyOf(waiting);
                waiting.clear();
                done.forEach(future -> future.complete(null));
            } else {
                check();
            }
        }));
    }
}
