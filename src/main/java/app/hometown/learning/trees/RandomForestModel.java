// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.trees;

import app.hometown.ranking.ClickModel;
import java.util.List;

/// A random forest: P(click) is the mean of what its trees say, each the share of clicks in a leaf. Asking allocates
/// nothing. Immutable.
public final class RandomForestModel implements ClickModel {
    private final TreeEnsemble trees;

    /// @throws IllegalArgumentException when there is no tree or a leaf is not a probability
    public RandomForestModel(List<Tree> trees) {
        for (Tree tree : trees) {
            for (double leaf : tree.leaf()) {
                if (!(leaf >= 0 && leaf <= 1)) {
                    throw new IllegalArgumentException("a tree of a forest has the leaf " + leaf + ", not in 0..1");
                }
            }
        }
        this.trees = new TreeEnsemble(trees);
    }

    /// Rounding keeps order and whole numbers are exact, so the sum is at most the number of trees.
    @Override
    public double probability(double[] features) {
        return trees.sum(0.0, features) / trees.size();
    }
}
