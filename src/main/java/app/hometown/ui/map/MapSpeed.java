// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.ui.fx.FxThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Frame times of the map, with its points and tiles, while it is dragged and while it is zoomed, in a window of
/// [#WIDTH] × [#HEIGHT].
///
/// The hand moves by the clock, not by the frame: 1,200 pixels a second, to and fro; it zooms by one step and a half a
/// second, in and out, about a place off the middle. With `-Djavafx.animation.fullspeed=true` frames follow each other
/// without waiting for a screen, so that the time from one to the next is what a frame costs.
///
/// Not on the JavaFX thread; one at a time.
public final class MapSpeed {
    /// Pixels of the window that is measured.
    public static final int WIDTH = 1600;

    /// Pixels of the window that is measured.
    public static final int HEIGHT = 990;

    private static final int WARM_UP = 80;

    /// How many frames of a view are measured.
    static final int FRAMES = 200;

    private static final double PIXELS_PER_SECOND = 1200;
    private static final double STEPS_PER_SECOND = 1.5;

    /// What the map shows while it is moved, and how it is moved.
    ///
    /// @param name such as `drag-paris`
    /// @param latitude of its middle, degrees
    /// @param longitude of its middle, degrees
    /// @param zoom as of tiles
    /// @param zooming whether it is zoomed; else dragged
    public record View(String name, double latitude, double longitude, double zoom, boolean zooming) {
        /// From the world to a city, dragged and zoomed.
        public static final List<View> ALL = List.of(
                new View("drag-world", 20, 0, 2.7, false),
                new View("drag-europe", 49, 8, 4.6, false),
                new View("drag-france", 47, 2.5, 6.3, false),
                new View("drag-paris", 48.8566, 2.3522, 10, false),
                new View("zoom-world", 30, 0, 2.7, true),
                new View("zoom-europe", 49, 8, 4.6, true),
                new View("zoom-paris", 48.8566, 2.3522, 9, true));
    }

    /// The times of a view's frames, in milliseconds.
    ///
    /// @param view what was moved
    /// @param frameMedianMs from one frame to the next
    /// @param frameP95Ms 95 of 100 took no longer
    /// @param frameMostMs the worst
    /// @param threadMedianMs processor time of the JavaFX thread a frame
    /// @param threadP95Ms 95 of 100 took no more of it
    public record Frames(
            View view,
            double frameMedianMs,
            double frameP95Ms,
            double frameMostMs,
            double threadMedianMs,
            double threadP95Ms) {}

    private final MapPane map;

    private MapSpeed(MapPane map) {
        this.map = map;
    }

    /// Measures all views of some data and closes the window. Starts JavaFX if need be, whose properties must have been
    /// set before. Takes about a minute.
    ///
    /// @param progress counts views
    /// @throws java.util.concurrent.CancellationException when the progress says so; between views
    public static List<Frames> of(Catalog catalog, Progress progress) {
        MapSpeed speed = open();
        try {
            onFx(() -> speed.map.setPoints(catalog));
            List<Frames> all = new ArrayList<>();
            for (View view : View.ALL) {
                progress.done(all.size());
                all.add(speed.measure(view));
            }
            return all;
        } finally {
            speed.close();
        }
    }

    /// Opens a window with an empty map.
    static MapSpeed open() {
        startToolkit();
        return onFx(() -> {
            var map = new MapPane();
            map.setAnimated(false);
            var stage = new Stage();
            stage.setScene(new Scene(map, WIDTH, HEIGHT));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return new MapSpeed(map);
        });
    }

    private static void startToolkit() {
        var started = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (IllegalStateException alreadyStarted) {
            return;
        }
        Platform.setImplicitExit(false);
        started.join();
    }

    /// The map in the window.
    MapPane map() {
        return map;
    }

    /// Measures one view.
    Frames measure(View view) {
        approach(view);
        return moved(view);
    }

    /// Goes to a view and moves about in it until all is warm.
    void approach(View view) {
        onFx(() -> map.flyTo(view.latitude(), view.longitude(), view.zoom()));
        settle();
        new Moving(WARM_UP, view).run();
        settle();
    }

    /// Moves about in a view that was approached and measures.
    Frames moved(View view) {
        Moving moving = new Moving(FRAMES, view);
        moving.run();
        return new Frames(
                view,
                quantile(moving.walls, 0.5),
                quantile(moving.walls, 0.95),
                quantile(moving.walls, 1),
                quantile(moving.works, 0.5),
                quantile(moving.works, 0.95));
    }

    /// Waits until the map shows all that it is to show.
    void settle() {
        onFx(map::whenSettled).join();
    }

    /// Closes the window.
    void close() {
        onFx(() -> map.getScene().getWindow().hide());
    }

    /// A gesture to and fro that takes the times of its frames.
    private final class Moving {
        private final View view;
        private final double[] walls;
        private final double[] works;

        Moving(int frames, View view) {
            this.view = view;
            walls = new double[frames];
            works = new double[frames];
        }

        void run() {
            var done = new CompletableFuture<Boolean>();
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            onFx(() -> new AnimationTimer() {
                private int frame = -1;
                private final long start = System.nanoTime();
                private long lastWall;
                private long lastWork;

                @Override
                public void handle(long unused) {
                    long wall = System.nanoTime();
                    long work = threads.getCurrentThreadCpuTime();
                    if (frame >= 0) {
                        walls[frame] = (wall - lastWall) / 1e6;
                        works[frame] = (work - lastWork) / 1e6;
                    }
                    boolean out = (wall - start) / 1_000_000_000L % 2 == 0;
                    double seconds = frame < 0 ? 0 : (wall - lastWall) / 1e9;
                    lastWall = wall;
                    lastWork = work;
                    map.lookNow(moved(map.cameraProperty().get(), seconds, out));
                    if (++frame == walls.length) {
                        stop();
                        done.complete(true);
                    }
                }
            }.start());
            done.join();
        }

        /// Where the hand has moved the view in some seconds, on its way out or back.
        private MapCamera moved(MapCamera from, double seconds, boolean out) {
            double way = seconds * (out ? 1 : -1);
            return view.zooming()
                    ? from.zoomed(from.zoom() + way * STEPS_PER_SECOND, from.width() * 0.4, from.height() * 0.6)
                    : from.moved(way * PIXELS_PER_SECOND * 0.95, way * PIXELS_PER_SECOND * 0.31);
        }
    }

    private static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    private static <T> T onFx(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, FxThread.EXECUTOR).join();
    }

    private static void onFx(Runnable action) {
        CompletableFuture.runAsync(action, FxThread.EXECUTOR).join();
    }
}
