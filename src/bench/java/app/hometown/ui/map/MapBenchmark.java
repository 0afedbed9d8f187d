// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/// Frame times of the map while it is dragged and while it is zoomed, with its tiles, in a window of 1600 × 990.
///
/// Arguments: the number of users, the number of streams, and, to measure some views only, their names. Needs no
/// display with `-Dglass.platform=Headless
/// -Dprism.order=sw`; with `-Djavafx.animation.fullspeed=true` frames follow each other without waiting for a screen,
/// so that the time from one to the next is what a frame costs. The hand moves by the clock, not by the frame: 1,200
/// pixels a second, to and fro; it zooms by one step and a half a second, in and out, about a place off the middle.
///
/// First the memory that the layer keeps of each point, and how soon changes show. Then a line a view: milliseconds
/// from frame to frame (median,
/// 95th percentile, worst), processor time of the JavaFX
/// thread
/// a frame (median, 95th percentile), and of the threads beside it (mean).
public final class MapBenchmark {
    private static final double[] PARIS = {48.8566, 2.3522};
    private static final int WARM_UP = 80;
    private static final int FRAMES = 200;
    private static final double PIXELS_PER_SECOND = 1200;
    private static final double STEPS_PER_SECOND = 1.5;

    private static final List<String> BESIDE =
            List.of("QuantumRenderer-0", "map points", "map ground", "map tiles 1", "map tiles 2");

    private final Catalog catalog;
    private final MapPane map;
    private final List<String> only;

    private MapBenchmark(Catalog catalog, MapPane map, List<String> only) {
        this.catalog = catalog;
        this.map = map;
        this.only = only;
    }

    /// Measures and prints.
    public static void main(String[] args) throws Exception {
        int users = Integer.parseInt(args[0]);
        int streams = Integer.parseInt(args[1]);
        Catalog catalog = SampleCatalog.of(users, streams);
        System.out.printf(
                Locale.ROOT,
                "%,d users, %,d streams: %.1f bytes a point in every class and size, the pictures of the view apart%n",
                users,
                streams,
                bytesAPoint(catalog));
        Platform.startup(() -> {});
        MapBenchmark benchmark = onFx(() -> {
            var map = new MapPane();
            map.setAnimated(false);
            var stage = new Stage();
            stage.setScene(new Scene(map, 1600, 990));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return new MapBenchmark(catalog, map, List.of(args).subList(2, args.length));
        });
        benchmark.settle();
        long start = System.nanoTime();
        onFx(() -> benchmark.map.setPoints(catalog));
        benchmark.settle();
        System.out.printf(Locale.ROOT, "shown after %.2f s%n", (System.nanoTime() - start) / 1e9);
        benchmark.change();
        benchmark.drag("world", 20, 0, 2.7);
        benchmark.drag("Europe", 49, 8, 4.6);
        benchmark.drag("France", 47, 2.5, 6.3);
        benchmark.drag("Paris", PARIS[0], PARIS[1], 10);
        benchmark.zoom("zoom world", 30, 0, 2.7);
        benchmark.zoom("zoom Europe", 49, 8, 4.6);
        benchmark.zoom("zoom Paris", PARIS[0], PARIS[1], 9);
        MapSelection chosen = SampleCatalog.selection(catalog, PARIS[0], PARIS[1], 250);
        onFx(() -> benchmark.map.show(chosen));
        benchmark.drag("picked", PARIS[0], PARIS[1], 8);
        benchmark.zoom("zoom picked", PARIS[0], PARIS[1], 7);
        Platform.exit();
    }

    /// How long it takes until streams that have gone off the air are off the map: one, and one in a hundred.
    private void change() throws Exception {
        for (int count : new int[] {1, Math.max(1, catalog.streams().size() / 100)}) {
            List<Streams.Change> changes = IntStream.range(0, count)
                    .mapToObj(row -> new Streams.Change(row * 100, false, 10))
                    .filter(change -> change.row() < catalog.streams().size())
                    .toList();
            Catalog changed = catalog.with(catalog.streams().with(changes));
            long start = System.nanoTime();
            onFx(() -> map.setPoints(changed));
            settle();
            System.out.printf(
                    Locale.ROOT, "%,d off the air after %.0f ms%n", changes.size(), (System.nanoTime() - start) / 1e6);
        }
    }

    /// How the hand moves in some seconds of a gesture, the first or the second half of its way to and fro.
    private interface Gesture {
        MapCamera moved(MapCamera from, double seconds, boolean out);
    }

    private void drag(String name, double latitude, double longitude, double zoom) throws Exception {
        measure(name, latitude, longitude, zoom, (from, seconds, out) -> {
            double pixels = seconds * PIXELS_PER_SECOND * (out ? 1 : -1);
            return from.moved(pixels * 0.95, pixels * 0.31);
        });
    }

    private void zoom(String name, double latitude, double longitude, double zoom) throws Exception {
        measure(
                name,
                latitude,
                longitude,
                zoom,
                (from, seconds, out) -> from.zoomed(
                        from.zoom() + seconds * STEPS_PER_SECOND * (out ? 1 : -1),
                        from.width() * 0.4,
                        from.height() * 0.6));
    }

    private void measure(String name, double latitude, double longitude, double zoom, Gesture gesture)
            throws Exception {
        if (!only.isEmpty() && !only.contains(name)) {
            return;
        }
        onFx(() -> map.flyTo(latitude, longitude, zoom));
        settle();
        new Moving(WARM_UP, gesture).run();
        settle();
        Map<String, Long> before = processorTimes();
        Moving moving = new Moving(FRAMES, gesture);
        moving.run();
        Map<String, Long> after = processorTimes();
        System.out.printf(
                Locale.ROOT,
                "%-12s frame %5.1f %5.1f %5.1f ms; JavaFX thread %4.1f %4.1f ms;",
                name,
                moving.wall(0.5),
                moving.wall(0.95),
                moving.wall(1),
                moving.work(0.5),
                moving.work(0.95));
        for (String thread : BESIDE) {
            System.out.printf(
                    Locale.ROOT,
                    " %s %.1f",
                    thread,
                    (after.getOrDefault(thread, 0L) - before.getOrDefault(thread, 0L)) / 1e6 / FRAMES);
        }
        System.out.println();
    }

    /// A gesture to and fro that takes the times of its frames.
    private final class Moving {
        private final Gesture gesture;
        private final double[] walls;
        private final double[] works;

        Moving(int frames, Gesture gesture) {
            this.gesture = gesture;
            walls = new double[frames];
            works = new double[frames];
        }

        void run() throws Exception {
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
                    map.lookNow(gesture.moved(map.cameraProperty().get(), seconds, out));
                    if (++frame == walls.length) {
                        stop();
                        done.complete(true);
                    }
                }
            }.start());
            done.get(120, TimeUnit.SECONDS);
        }

        double wall(double part) {
            return quantile(walls, part);
        }

        double work(double part) {
            return quantile(works, part);
        }
    }

    private static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    private void settle() throws Exception {
        onFx(map::whenSettled).get(120, TimeUnit.SECONDS);
    }

    private static double bytesAPoint(Catalog catalog) {
        Marks userMarks = marks(catalog.users().size());
        Marks streamMarks = marks(catalog.streams().size());
        long before = usedHeap();
        var users = PointView.of(
                PointCloud.of(catalog.users().size(), catalog.users()::latitude, catalog.users()::longitude),
                userMarks);
        var streams = PointView.of(
                PointCloud.of(catalog.streams().size(), catalog.streams()::latitude, catalog.streams()::longitude),
                streamMarks);
        long after = usedHeap();
        return (after - before)
                / (double) (users.cloud().size() + streams.cloud().size());
    }

    private static Marks marks(int size) {
        var all = new BitSet(size);
        all.set(0, size);
        return new Marks(all, new byte[size], List.of(Color.RED), new byte[size]);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Map<String, Long> processorTimes() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> times = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null) {
                times.merge(info.getThreadName(), threads.getThreadCpuTime(id), Long::sum);
            }
        }
        return times;
    }

    private static <T> T onFx(Supplier<T> action) throws Exception {
        return CompletableFuture.supplyAsync(action, Platform::runLater).get(60, TimeUnit.SECONDS);
    }

    private static void onFx(Runnable action) throws Exception {
        CompletableFuture.runAsync(action, Platform::runLater).get(60, TimeUnit.SECONDS);
    }
}
