// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.trees;

import app.hometown.ranking.ClickModel;
import java.util.List;

/// Boosted trees: P(click) = 1 / (1 + e^-(intercept + Σ what each tree says)). Asking allocates nothing. Immutable.
public final class BoostedTreesModel implements ClickModel {
    private final double intercept;
    private final TreeEnsemble trees;

    /// @param intercept finite
    /// @throws IllegalArgumentException when there is no tree or a number is not finite
    public BoostedTreesModel(double intercept, List<Tree> trees) {
        if (!Double.isFinite(intercept)) {
            throw new IllegalArgumentException("intercept " + intercept);
        }
        this.intercept = intercept;
        this.trees = new TreeEnsemble(trees);
    }

    @Override
    public double probability(double[] features) {
        return 1.0 / (1.0 + Math.exp(-trees.sum(intercept, features)));
    }
}
