// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import java.util.List;

/// How much of what people are shown depends on chance alone: the same training with several seeds, which choose other
/// training rows and other random draws, and the lists of the same users under each of the models.
///
/// @param runs one training a seed
/// @param users how many users were ranked for
/// @param k places of a list
/// @param betweenSeeds how alike the lists of two seeds are, over all pairs of seeds and all users
/// @param toBasic how alike a seed's lists and *basic*'s are
/// @param sameForAllSeeds part of the users whose list is the same under every seed, 0..1
public record SeedStability(
        List<Run> runs, int users, int k, Likeness betweenSeeds, Likeness toBasic, double sameForAllSeeds) {
    public SeedStability {
        runs = List.copyOf(runs);
    }

    /// The training of one seed.
    ///
    /// @param auc on its own test rows
    /// @param logLoss on its own test rows
    public record Run(long seed, double auc, double logLoss) {}

    /// Means over pairs of lists.
    ///
    /// @param jaccard streams that both show, of all that either shows, 0..1
    /// @param rankBiasedOverlap agreement that weighs the top most, 0..1
    /// @param identical part of the pairs with the same streams in the same order, 0..1
    public record Likeness(double jaccard, double rankBiasedOverlap, double identical) {}
}
