// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.learning.trees.Tree;
import app.hometown.statistics.FixedRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import smile.model.cart.Loss;

/// Boosts trees: each is grown on what those before it got wrong, and its leaves say by how much the log-odds should be
/// corrected (J. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29,
/// 2001; the subsampling is his "Stochastic gradient boosting", 2002). Smile finds the questions.
final class BoostedTreesFitter implements Fitter {
    /// Smile's log-odds are half of ours.
    private static final double SMILES = 2.0;

    private final int processors;

    /// A fitter that uses all processors.
    BoostedTreesFitter() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /// @param processors how many to grow trees on; does not show in what is grown
    BoostedTreesFitter(int processors) {
        this.processors = processors;
    }

    @Override
    public Fit fit(TrainingData data, int[] rows, int[] heldOut, TrainingOptions options, FitProgress progress) {
        TrainingOptions.BoostedTrees numbers = options.boostedTrees();
        double intercept = ClickRate.logOdds(ClickRate.of(data, rows));
        progress.phase("sorting", 0);
        try (Apart apart = new Apart(progress, processors)) {
            TreeRows columns = apart.call(0, () -> TreeRows.of(data, rows));
            progress.phase("growing trees", numbers.trees());
            int[] labels =
                    Arrays.stream(rows).map(row -> data.clicked(row) ? 1 : 0).toArray();
            Loss loss = Loss.logistic(labels);
            double[] halfLogOdds = loss.residual();
            Arrays.fill(halfLogOdds, intercept / SMILES);
            double[] watched = new double[heldOut.length];
            Arrays.fill(watched, intercept);
            FixedRandom random = new FixedRandom(options.seed(), 0);
            List<Tree> trees = new ArrayList<>();
            List<LossPoint> curve = new ArrayList<>();
            while (trees.size() < numbers.trees()) {
                random.at(trees.size());
                int[] samples = samples(rows.length, numbers.subsample(), random);
                Tree tree = apart.call(trees.size(), () -> new SmileTree(
                                columns,
                                loss,
                                numbers.depth(),
                                numbers.leafSize(),
                                Feature.COUNT,
                                samples,
                                apart::stopIfUnwanted)
                        .tree(said -> SMILES * numbers.learningRate() * said));
                trees.add(tree);
                double train = RowLoss.of(data, rows, progress, trees.size(), (i, features) -> {
                    halfLogOdds[i] += tree.of(features) / SMILES;
                    return LogLoss.ofLogOdds(SMILES * halfLogOdds[i], labels[i] == 1);
                });
                double other = RowLoss.of(data, heldOut, progress, trees.size(), (i, features) -> {
                    watched[i] += tree.of(features);
                    return LogLoss.ofLogOdds(watched[i], data.clicked(heldOut[i]));
                });
                LossPoint point = new LossPoint(trees.size(), train, other);
                curve.add(point);
                progress.loss(point);
            }
            return new Fit(
                    new ModelParameters.BoostedTrees(intercept, trees), curve, trees.size(), OptionalDouble.empty());
        }
    }

    /// 1 for the rows drawn, each with the same chance; at least one is.
    private static int[] samples(int rows, double share, FixedRandom random) {
        int[] samples = new int[rows];
        for (int i = 0; i < rows; i++) {
            samples[i] = random.chance(share) ? 1 : 0;
        }
        samples[random.below(rows)] = 1;
        return samples;
    }
}
