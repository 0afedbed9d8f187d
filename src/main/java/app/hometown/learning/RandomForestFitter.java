// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.learning.trees.Tree;
import app.hometown.statistics.FixedRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import smile.math.MathEx;
import smile.model.cart.Loss;

/// Grows a forest: each tree on rows drawn with repetition, each of its questions chosen from some features drawn
/// (L. Breiman, "Random forests", Machine Learning 45, 2001). Smile finds the questions; a leaf says what share of its
/// rows was clicked, and the forest the mean of its trees.
///
/// Where no held-out rows are given, the loss is watched on the rows that a tree was not grown on.
final class RandomForestFitter implements Fitter {
    /// Trees grown side by side before the loss is looked at, a processor.
    private static final int TREES_PER_LOOK = 2;

    private final int processors;

    /// A fitter that uses all processors.
    RandomForestFitter() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /// @param processors how many to grow trees on; does not show in what is grown
    RandomForestFitter(int processors) {
        this.processors = processors;
    }

    @Override
    public Fit fit(TrainingData data, int[] rows, int[] heldOut, TrainingOptions options, FitProgress progress) {
        TrainingOptions.RandomForest numbers = options.randomForest();
        ClickRate.of(data, rows);
        progress.phase("sorting", 0);
        try (Apart apart = new Apart(progress, processors)) {
            TreeRows columns = apart.call(0, () -> TreeRows.of(data, rows));
            progress.phase("growing trees", numbers.trees());
            double[] clicks = Arrays.stream(rows)
                    .mapToDouble(row -> data.clicked(row) ? 1.0 : 0.0)
                    .toArray();
            Loss loss = Loss.ls(clicks);
            FixedRandom random = new FixedRandom(options.seed(), 0);
            IntFunction<int[]> draw = tree -> {
                random.at(tree);
                return drawn(rows.length, numbers.subsample(), random);
            };
            Watch watch = new Watch(data, rows, heldOut, progress);
            List<Tree> trees = new ArrayList<>();
            while (trees.size() < numbers.trees()) {
                int first = trees.size();
                int count = Math.min(numbers.trees() - first, TREES_PER_LOOK * processors);
                List<int[]> samples =
                        IntStream.range(first, first + count).mapToObj(draw).toList();
                List<Tree> grown = apart.call(first, () -> IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> grow(columns, loss, numbers, samples.get(i), seed(options, first + i), apart))
                        .toList());
                for (int i = 0; i < count; i++) {
                    trees.add(grown.get(i));
                    watch.add(grown.get(i), samples.get(i), trees.size());
                }
            }
            return new Fit(new ModelParameters.RandomForest(trees), watch.curve, trees.size(), OptionalDouble.empty());
        }
    }

    /// Smile draws features by a generator of the thread, and uses no other thread while it draws.
    private static Tree grow(
            TreeRows columns, Loss loss, TrainingOptions.RandomForest numbers, int[] samples, long seed, Apart apart) {
        MathEx.setSeed(seed);
        return new SmileTree(
                        columns,
                        loss,
                        numbers.depth(),
                        numbers.leafSize(),
                        numbers.featuresPerSplit(),
                        samples,
                        apart::stopIfUnwanted)
                .tree(said -> Math.clamp(said, 0.0, 1.0));
    }

    private static long seed(TrainingOptions options, int tree) {
        FixedRandom random = new FixedRandom(options.seed(), 1);
        random.at(tree);
        return random.bits() >>> 1;
    }

    /// How often each row was drawn.
    private static int[] drawn(int rows, double share, FixedRandom random) {
        int[] samples = new int[rows];
        long draws = Math.max(1, Math.round(share * rows));
        for (long i = 0; i < draws; i++) {
            samples[random.below(rows)]++;
        }
        return samples;
    }

    /// Follows the loss of the forest as it grows.
    private static final class Watch {
        private final TrainingData data;
        private final int[] rows;
        private final int[] heldOut;
        private final FitProgress progress;
        private final double[] sums;
        private final double[] others;
        private final int[] spared;
        private final List<LossPoint> curve = new ArrayList<>();

        Watch(TrainingData data, int[] rows, int[] heldOut, FitProgress progress) {
            this.data = data;
            this.rows = rows;
            this.heldOut = heldOut;
            this.progress = progress;
            sums = new double[rows.length];
            boolean sparing = heldOut.length == 0;
            others = new double[sparing ? rows.length : heldOut.length];
            spared = new int[sparing ? rows.length : 0];
        }

        void add(Tree tree, int[] samples, int trees) {
            double train = RowLoss.of(data, rows, progress, trees, (i, features) -> {
                double said = tree.of(features);
                sums[i] += said;
                if (spared.length > 0 && samples[i] == 0) {
                    others[i] += said;
                    spared[i]++;
                }
                return LogLoss.ofProbability(sums[i] / trees, data.clicked(rows[i]));
            });
            double other = spared.length > 0
                    ? ofSpared()
                    : RowLoss.of(data, heldOut, progress, trees, (i, features) -> {
                        others[i] += tree.of(features);
                        return LogLoss.ofProbability(others[i] / trees, data.clicked(heldOut[i]));
                    });
            LossPoint point = new LossPoint(trees, train, other);
            curve.add(point);
            progress.loss(point);
        }

        private double ofSpared() {
            double sum = 0.0;
            int count = 0;
            for (int i = 0; i < spared.length; i++) {
                if (spared[i] > 0) {
                    sum += LogLoss.ofProbability(others[i] / spared[i], data.clicked(rows[i]));
                    count++;
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }
    }
}
