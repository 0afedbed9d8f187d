// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.trees;

import app.hometown.domain.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random trees and rows for tests, by seed.
public final class RandomTrees {
    /// What the features are about the size of; flags are 0 or 1.
    private static final double[] SIZES = {1000, 1, 0, 0, 0, 0, 1, 100, 10, 500, 5000, 0, 0, 0};

    private final SplittableRandom random;

    public RandomTrees(long seed) {
        random = new SplittableRandom(seed);
    }

    /// Trees of a depth at most, leaves within ± size or, for a forest, 0..size.
    public List<Tree> trees(int count, int depth, double leafSize, boolean positive) {
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trees.add(new Grown(depth, leafSize, positive).tree());
        }
        return trees;
    }

    private double value(int feature) {
        double size = SIZES[feature];
        if (size == 0) {
            return random.nextInt(2);
        }
        double value = random.nextDouble() * size;
        return random.nextInt(4) == 0 ? Math.rint(value) : value;
    }

    /// A row of features, each within its range.
    public double[] row() {
        double[] row = new double[Feature.COUNT];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(i);
        }
        return row;
    }

    private final class Grown {
        private final List<Integer> features = new ArrayList<>();
        private final List<Double> thresholds = new ArrayList<>();
        private final List<Integer> lefts = new ArrayList<>();
        private final List<Integer> rights = new ArrayList<>();
        private final List<Double> leaves = new ArrayList<>();
        private final int depth;
        private final double leafSize;
        private final boolean positive;

        Grown(int depth, double leafSize, boolean positive) {
            this.depth = depth;
            this.leafSize = leafSize;
            this.positive = positive;
        }

        Tree tree() {
            place(depth);
            return new Tree(
                    features.stream().mapToInt(i -> i).toArray(),
                    thresholds.stream().mapToDouble(d -> d).toArray(),
                    lefts.stream().mapToInt(i -> i).toArray(),
                    rights.stream().mapToInt(i -> i).toArray(),
                    leaves.stream().mapToDouble(d -> d).toArray());
        }

        private int place(int left) {
            if (left == 0 || random.nextInt(6) == 0) {
                leaves.add(positive ? random.nextDouble() * leafSize : random.nextDouble(-leafSize, leafSize));
                return -leaves.size();
            }
            int place = features.size();
            int feature = random.nextInt(Feature.COUNT);
            features.add(feature);
            thresholds.add(SIZES[feature] == 0 ? 0.5 : value(feature));
            lefts.add(0);
            rights.add(0);
            lefts.set(place, place(left - 1));
            rights.set(place, place(left - 1));
            return place;
        }
    }
}
