// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.domain.Catalog;
import app.hometown.domain.Streams;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.paint.Color;

/// [MapSpeed] with all that goes with it: the memory that the layer keeps of each point, how soon changes show, and the
/// work of the threads beside the JavaFX thread.
///
/// Arguments: the number of users, the number of streams, and, to measure some views only, their names. Needs no
/// display with `-Dglass.platform=Headless -Dprism.order=sw`.
///
/// A line a view: milliseconds from frame to frame (median, 95th percentile, worst), processor time of the JavaFX
/// thread a frame (median, 95th percentile), and of the threads beside it (mean).
public final class MapBenchmark {
    private static final double[] PARIS = {48.8566, 2.3522};

    private static final List<String> BESIDE =
            List.of("QuantumRenderer-0", "map points", "map ground", "map tiles 1", "map tiles 2");

    private final Catalog catalog;
    private final MapSpeed speed;
    private final List<String> only;

    private MapBenchmark(Catalog catalog, MapSpeed speed, List<String> only) {
        this.catalog = catalog;
        this.speed = speed;
        this.only = only;
    }

    /// Measures and prints.
    public static void main(String[] args) {
        int users = Integer.parseInt(args[0]);
        int streams = Integer.parseInt(args[1]);
        Catalog catalog = SampleCatalog.of(users, streams);
        System.out.printf(
                Locale.ROOT,
                "%,d users, %,d streams: %.1f bytes a point in every class and size, the pictures of the view apart%n",
                users,
                streams,
                bytesAPoint(catalog));
        var benchmark = new MapBenchmark(catalog, MapSpeed.open(), List.of(args).subList(2, args.length));
        benchmark.run();
        Platform.exit();
    }

    private void run() {
        speed.settle();
        long start = System.nanoTime();
        onFx(() -> speed.map().setPoints(catalog));
        speed.settle();
        System.out.printf(Locale.ROOT, "shown after %.2f s%n", (System.nanoTime() - start) / 1e9);
        change();
        MapSpeed.View.ALL.forEach(this::measure);
        MapSelection chosen = SampleCatalog.selection(catalog, PARIS[0], PARIS[1], 250);
        onFx(() -> speed.map().show(chosen));
        measure(new MapSpeed.View("drag-picked", PARIS[0], PARIS[1], 8, false));
        measure(new MapSpeed.View("zoom-picked", PARIS[0], PARIS[1], 7, true));
    }

    /// How long it takes until streams that have gone off the air are off the map: one, and one in a hundred.
    private void change() {
        for (int count : new int[] {1, Math.max(1, catalog.streams().size() / 100)}) {
            List<Streams.Change> changes = IntStream.range(0, count)
                    .mapToObj(row -> new Streams.Change(row * 100, false, 10))
                    .filter(change -> change.row() < catalog.streams().size())
                    .toList();
            Catalog changed = catalog.with(catalog.streams().with(changes));
            long start = System.nanoTime();
            onFx(() -> speed.map().setPoints(changed));
            speed.settle();
            System.out.printf(
                    Locale.ROOT, "%,d off the air after %.0f ms%n", changes.size(), (System.nanoTime() - start) / 1e6);
        }
    }

    private void measure(MapSpeed.View view) {
        if (!only.isEmpty() && !only.contains(view.name())) {
            return;
        }
        speed.approach(view);
        Map<String, Long> before = processorTimes();
        MapSpeed.Frames frames = speed.moved(view);
        Map<String, Long> after = processorTimes();
        List<String> beside = new ArrayList<>();
        for (String thread : BESIDE) {
            long nanos = after.getOrDefault(thread, 0L) - before.getOrDefault(thread, 0L);
            beside.add(String.format(Locale.ROOT, "%s %.1f", thread, nanos / 1e6 / MapSpeed.FRAMES));
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s frame %5.1f %5.1f %5.1f ms; JavaFX thread %4.1f %4.1f ms; %s%n",
                view.name(),
                frames.frameMedianMs(),
                frames.frameP95Ms(),
                frames.frameMostMs(),
                frames.threadMedianMs(),
                frames.threadP95Ms(),
                String.join(" ", beside));
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

    private static void onFx(Runnable action) {
        CompletableFuture.runAsync(action, Platform::runLater).join();
    }
}
