// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;

/// How to train. Numbers of all algorithms are kept, so that a form or a file holds them while another is chosen; only
/// those of [#algorithm] are used.
///
/// @param algorithm what to learn
/// @param seed of the split into training and test rows, and of whatever an algorithm draws at random
/// @param split how samples are divided into those to train on and those to test on
/// @param rowLimit rows to train on, at most; of more, as many are drawn. At least 100
/// @param logistic numbers of the logistic regression
/// @param additive numbers of the additive model
/// @param boostedTrees numbers of the boosted trees
/// @param randomForest numbers of the random forest
public record TrainingOptions(
        Algorithm algorithm,
        long seed,
        DataSplit split,
        int rowLimit,
        Logistic logistic,
        Additive additive,
        BoostedTrees boostedTrees,
        RandomForest randomForest) {
    private static final int LEAST_ROWS = 100;

    /// Logistic regression, seed 42.
    public static final TrainingOptions DEFAULT = new TrainingOptions(Algorithm.LOGISTIC, 42);

    /// An algorithm with its default numbers.
    public TrainingOptions(Algorithm algorithm, long seed) {
        this(
                algorithm,
                seed,
                DataSplit.ROWS,
                rowLimit(algorithm),
                Logistic.DEFAULT,
                Additive.DEFAULT,
                BoostedTrees.DEFAULT,
                RandomForest.DEFAULT);
    }

    public TrainingOptions {
        within("row limit", rowLimit, LEAST_ROWS, Integer.MAX_VALUE);
    }

    /// The rows an algorithm is trained on at most unless one says otherwise: what takes about a minute.
    public static int rowLimit(Algorithm algorithm) {
        return switch (algorithm) {
            case LOGISTIC, ADDITIVE -> 20_000_000;
            case BOOSTED_TREES, RANDOM_FOREST -> 200_000;
        };
    }

    /// Numbers of the logistic regression.
    ///
    /// @param c inverse strength of the penalty on coefficients, 1e-6..1e6; smaller holds them nearer to 0
    public record Logistic(double c) {
        /// C = 1.
        public static final Logistic DEFAULT = new Logistic(1.0);

        public Logistic {
            within("C", c, 1e-6, 1e6);
        }
    }

    /// Numbers of the additive model.
    ///
    /// @param knots places where a feature's curve may bend, 2..64
    /// @param smoothness strength of the penalty on bends, 0..1e6; larger gives straighter curves
    public record Additive(int knots, double smoothness) {
        /// The least cross-validated log-loss on the default data (0.4914; 0.4921 with smoothness 10).
        public static final Additive DEFAULT = new Additive(16, 1_000.0);

        public Additive {
            within("knots", knots, 2, 64);
            within("smoothness", smoothness, 0, 1e6);
        }
    }

    /// Numbers of the boosted trees.
    ///
    /// @param trees how many, 1..5,000
    /// @param depth questions from a tree's root to a leaf, at most; 1..12
    /// @param learningRate share of its correction that a tree may make, above 0 and at most 1
    /// @param subsample share of the rows that each tree is grown on, above 0 and at most 1
    /// @param leafSize rows of a leaf, at least; 1..1,000,000
    public record BoostedTrees(int trees, int depth, double learningRate, double subsample, int leafSize) {
        /// The least cross-validated log-loss on the default data (0.4861; 0.4866 with depth 2, 0.4874 with 250 trees).
        public static final BoostedTrees DEFAULT = new BoostedTrees(120, 3, 0.05, 0.7, 50);

        public BoostedTrees {
            within("trees", trees, 1, 5_000);
            within("depth", depth, 1, 12);
            within("learning rate", learningRate, 1e-4, 1);
            within("subsample", subsample, 1e-3, 1);
            within("leaf size", leafSize, 1, 1_000_000);
        }
    }

    /// Numbers of the random forest.
    ///
    /// @param trees how many, 1..2,000
    /// @param depth questions from a tree's root to a leaf, at most; 1..32
    /// @param featuresPerSplit features that a question is chosen from, drawn anew for each; 1..14
    /// @param subsample rows drawn for each tree, with repetition, as a share of all; above 0 and at most 1
    /// @param leafSize rows of a leaf, at least; 1..1,000,000
    public record RandomForest(int trees, int depth, int featuresPerSplit, double subsample, int leafSize) {
        /// The least cross-validated log-loss on the default data (0.4876; 0.4923 with 3 features, 0.4879 with leaves
        /// of
        /// 10), of like ones the one that is asked fastest.
        public static final RandomForest DEFAULT = new RandomForest(150, 12, 6, 1.0, 80);

        public RandomForest {
            within("trees", trees, 1, 2_000);
            within("depth", depth, 1, 32);
            within("features per split", featuresPerSplit, 1, Feature.COUNT);
            within("subsample", subsample, 1e-3, 1);
            within("leaf size", leafSize, 1, 1_000_000);
        }
    }

    /// The same for another algorithm. A row limit that was the algorithm's usual one becomes the other's.
    public TrainingOptions with(Algorithm other) {
        int limit = rowLimit == rowLimit(algorithm) ? rowLimit(other) : rowLimit;
        return new TrainingOptions(other, seed, split, limit, logistic, additive, boostedTrees, randomForest);
    }

    /// The same with another seed.
    public TrainingOptions withSeed(long other) {
        return new TrainingOptions(algorithm, other, split, rowLimit, logistic, additive, boostedTrees, randomForest);
    }

    /// The same with the samples divided otherwise.
    public TrainingOptions with(DataSplit other) {
        return new TrainingOptions(algorithm, seed, other, rowLimit, logistic, additive, boostedTrees, randomForest);
    }

    /// The same with another limit of rows.
    public TrainingOptions withRowLimit(int other) {
        return new TrainingOptions(algorithm, seed, split, other, logistic, additive, boostedTrees, randomForest);
    }

    /// The same with other numbers of the logistic regression.
    public TrainingOptions with(Logistic other) {
        return new TrainingOptions(algorithm, seed, split, rowLimit, other, additive, boostedTrees, randomForest);
    }

    /// The same with other numbers of the additive model.
    public TrainingOptions with(Additive other) {
        return new TrainingOptions(algorithm, seed, split, rowLimit, logistic, other, boostedTrees, randomForest);
    }

    /// The same with other numbers of the boosted trees.
    public TrainingOptions with(BoostedTrees other) {
        return new TrainingOptions(algorithm, seed, split, rowLimit, logistic, additive, other, randomForest);
    }

    /// The same with other numbers of the random forest.
    public TrainingOptions with(RandomForest other) {
        return new TrainingOptions(algorithm, seed, split, rowLimit, logistic, additive, boostedTrees, other);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw outside(what, Integer.toString(value), Integer.toString(least), Integer.toString(most));
        }
    }

    private static void within(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw outside(what, Double.toString(value), Double.toString(least), Double.toString(most));
        }
    }

    private static InputException outside(String what, String value, String least, String most) {
        return new InputException(
                what, value + " is not possible", "Give a number from " + least + " to " + most + ".");
    }
}
