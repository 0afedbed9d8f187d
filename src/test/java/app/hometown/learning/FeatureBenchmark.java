// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Times the features of many pairs: from samples in memory to data ready for training. A main and no JMH benchmark,
/// because it is seconds of work that a person waits for once.
///
/// `FeatureBenchmark FOLDER [PAIRS [ROUNDS]]` makes the data in the folder unless it is there, 5,000,000 pairs of
/// 100,000 users and 1,000,000 streams unless told otherwise. Wants 8 GB of heap.
public final class FeatureBenchmark {
    private static final int USERS = 100_000;
    private static final int STREAMS = 1_000_000;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private FeatureBenchmark() {}

    public static void main(String[] args) {
        int pairs = args.length > 1 ? Integer.parseInt(args[1]) : 5_000_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        Path folder = Path.of(args[0]).resolve("pairs-" + pairs);
        if (!DataFolder.isPresent(folder)) {
            Generated made = Generator.generate(new GeneratorOptions(USERS, STREAMS, pairs, 42), Progress.NONE);
            DataFolder.write(folder, made.catalog(), Optional.of(made.train()), Optional.empty(), Progress.NONE);
        }
        Catalog catalog = DataFolder.open(folder, Progress.NONE).catalog();
        double[] reading = new double[rounds];
        double[] features = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            Samples samples = DataFolder.samples(folder.resolve(DataFolder.TRAIN), Progress.NONE)
                    .samples();
            reading[round] = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            long processor = SYSTEM.getProcessCpuTime();
            TrainingData data = TrainingData.of(samples, catalog, Progress.NONE);
            features[round] = (System.nanoTime() - start) / 1e9;
            double processorSeconds = (SYSTEM.getProcessCpuTime() - processor) / 1e9;
            if (data.size() != pairs
                    || data.recomputed() != pairs
                    || !data.differences().isEmpty()) {
                throw new IllegalStateException("the recomputed features are not those of the file");
            }
            System.out.printf(
                    Locale.ROOT,
                    "round %d: samples read %.2f s, features %.2f s, %.2f s of processor time%n",
                    round,
                    reading[round],
                    features[round],
                    processorSeconds);
        }
        Arrays.sort(reading);
        Arrays.sort(features);
        System.out.printf(
                Locale.ROOT,
                "%,d pairs of %,d users and %,d streams, %d processors, median of %d: read %.2f s; features %.2f s,"
                        + " %,.0f pairs/s%n",
                pairs,
                USERS,
                STREAMS,
                Runtime.getRuntime().availableProcessors(),
                rounds,
                reading[rounds / 2],
                features[rounds / 2],
                pairs / features[rounds / 2]);
    }
}
