// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.RankingIndex;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Times the way from Parquet to ready-to-rank beside DuckDB reading the same columns into Java arrays, in turns in one
/// run. A main and no JMH benchmark, because it is seconds of work that a person waits for once, memory and all.
///
/// `LoadBenchmark FOLDER [STREAMS [ROUNDS [scored|shown]]]` makes the data in the folder unless it is there: 10,000,000
/// streams unless told otherwise, with the twelve columns that are scored, or those of `generate`, which has titles,
/// tags
/// and creators, too. Wants 8 GB of heap, 12 with titles.
///
/// The seconds of processor time tell what a quiet machine would need at least: divide them by its processors.
public final class LoadBenchmark {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private LoadBenchmark() {}

    public static void main(String[] args) throws Exception {
        int streams = args.length > 1 ? Integer.parseInt(args[1]) : 10_000_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        boolean shown = args.length > 3 && args[3].equals("shown");
        Path folder = Path.of(args[0]).resolve((shown ? "shown-" : "scored-") + streams);
        if (!DataFolder.isPresent(folder)) {
            DataFolder.write(folder, made(streams, shown), Optional.empty(), Optional.empty(), Progress.NONE);
        }
        Case duck = new Case("DuckDB into arrays", rounds);
        Case load = new Case("load", rounds);
        Case ready = new Case("load and index", rounds);
        for (int round = 0; round < rounds; round++) {
            int rows = duck.time(
                    round, () -> lastLength(DuckDbArrays.read(folder.resolve(DataFolder.STREAMS), streams, shown)));
            int loaded = load.time(round, () -> DataFolder.open(folder, Progress.NONE)
                    .catalog()
                    .streams()
                    .size());
            int ranked = ready.time(round, () -> RankingIndex.of(
                            DataFolder.open(folder, Progress.NONE).catalog(), Progress.NONE)
                    .catalog()
                    .streams()
                    .size());
            if (rows != streams || loaded != streams || ranked != streams) {
                throw new IllegalStateException("not all streams were read");
            }
        }
        System.out.printf(Locale.ROOT, "%,d streams, %d processors%n", streams, SYSTEM.getAvailableProcessors());
        for (Case each : List.of(duck, load, ready)) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s median %6.2f s (%.2f..%.2f), %6.2f s of processor time, %.2f times DuckDB%n",
                    each.name,
                    median(each.seconds),
                    Arrays.stream(each.seconds).min().orElseThrow(),
                    Arrays.stream(each.seconds).max().orElseThrow(),
                    median(each.processorSeconds),
                    median(each.seconds) / median(duck.seconds));
        }
    }

    private static Catalog made(int streams, boolean shown) {
        Catalog catalog = Generator.generate(new GeneratorOptions(1000, streams, 1000, 42), Progress.NONE)
                .catalog();
        return shown
                ? catalog
                : new Catalog(
                        catalog.users(),
                        scored(catalog.streams()),
                        catalog.cities(),
                        catalog.languages(),
                        catalog.categories(),
                        true,
                        catalog.categoryNames());
    }

    /// The streams without the columns that are only shown.
    private static Streams scored(Streams all) {
        Streams.Builder scored = new Streams.Builder(all.size());
        for (int row = 0; row < all.size(); row++) {
            scored.ids().add(all.ids().get(row));
            scored.add(
                    all.latitude(row),
                    all.longitude(row),
                    all.city(row),
                    all.language(row),
                    all.category(row),
                    all.qualityScore(row),
                    all.avgViewerCount(row),
                    all.creatorFollowers(row),
                    all.partnered(row),
                    all.matureContent(row),
                    all.live(row),
                    -1);
        }
        return scored.build();
    }

    private static int lastLength(List<Object> arrays) {
        return ((boolean[]) arrays.get(11)).length;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Work {
        int run() throws Exception;
    }

    /// Something timed several times.
    private static final class Case {
        private final String name;
        private final double[] seconds;
        private final double[] processorSeconds;

        Case(String name, int rounds) {
            this.name = name;
            seconds = new double[rounds];
            processorSeconds = new double[rounds];
        }

        int time(int round, Work work) throws Exception {
            // What the case before left behind is not this one's to clean up.
            System.gc();
            long start = System.nanoTime();
            long processor = SYSTEM.getProcessCpuTime();
            int result = work.run();
            seconds[round] = (System.nanoTime() - start) / 1e9;
            processorSeconds[round] = (SYSTEM.getProcessCpuTime() - processor) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %-20s %6.2f s, %6.2f s of processor time%n",
                    round,
                    name,
                    seconds[round],
                    processorSeconds[round]);
            return result;
        }
    }
}
