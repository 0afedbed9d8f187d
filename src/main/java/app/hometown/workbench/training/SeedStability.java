// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.domain.Progress;
import app.hometown.evaluation.ListSimilarity;
import app.hometown.ranking.ClickModel;
import app.hometown.ranking.Everyone;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.Scoring;
import app.hometown.statistics.FixedRandom;
import app.hometown.workbench.OpenData;
import java.util.ArrayList;
import java.util.Arrays;
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

    /// Ranks for a sample of users by each model and by *basic*, and compares their lists. An index query for each
    /// model
    /// and user, and a comparison of two lists for each pair of models and user.
    ///
    /// @param models one a run, at least two
    /// @param users how many users at most, drawn at random
    /// @param seed of that draw
    /// @throws java.util.concurrent.CancellationException when the progress says so
    static SeedStability of(
            List<Run> runs,
            List<ClickModel> models,
            OpenData data,
            Scoring scoring,
            int users,
            int k,
            long seed,
            Progress progress) {
        int[] rows = drawn(data.catalog().users().size(), users, seed);
        int[][] basic = lists(Ranker.basic(scoring), rows, data, k, "ranking by basic", progress);
        List<int[][]> bySeed = new ArrayList<>();
        for (int run = 0; run < models.size(); run++) {
            Ranker ranker = Ranker.ml(scoring, models.get(run));
            data.index().prepare(ranker);
            bySeed.add(lists(
                    ranker, rows, data, k, "ranking by seed " + runs.get(run).seed(), progress));
        }
        progress.phase("comparing lists", rows.length);
        Sums between = new Sums();
        Sums toBasic = new Sums();
        int same = 0;
        for (int user = 0; user < rows.length; user++) {
            progress.done(user);
            boolean allSame = true;
            for (int a = 0; a < bySeed.size(); a++) {
                int[] list = bySeed.get(a)[user];
                toBasic.add(list, basic[user]);
                for (int b = a + 1; b < bySeed.size(); b++) {
                    allSame &= between.add(list, bySeed.get(b)[user]);
                }
            }
            same += allSame ? 1 : 0;
        }
        return new SeedStability(
                runs, rows.length, k, between.means(), toBasic.means(), (double) same / Math.max(1, rows.length));
    }

    private static int[][] lists(Ranker ranker, int[] rows, OpenData data, int k, String phase, Progress progress) {
        progress.phase(phase, rows.length);
        int[][] lists = new int[rows.length][];
        Everyone.visit(
                data.catalog(),
                rows,
                progress,
                (i, viewer) -> lists[i] = data.index().hits(viewer, ranker, k).rows());
        return lists;
    }

    /// Distinct rows, ascending.
    private static int[] drawn(int size, int most, long seed) {
        int[] rows = new int[size];
        Arrays.setAll(rows, i -> i);
        FixedRandom random = new FixedRandom(seed, 6);
        int count = Math.min(size, most);
        for (int i = 0; i < count; i++) {
            int other = i + random.below(size - i);
            int swap = rows[i];
            rows[i] = rows[other];
            rows[other] = swap;
        }
        int[] some = Arrays.copyOf(rows, count);
        Arrays.sort(some);
        return some;
    }

    /// Adds up likenesses of pairs of lists.
    private static final class Sums {
        private double jaccard;
        private double overlap;
        private int identical;
        private int pairs;

        boolean add(int[] a, int[] b) {
            ListSimilarity likeness = ListSimilarity.of(a, b);
            jaccard += likeness.jaccard();
            overlap += likeness.rankBiasedOverlap();
            identical += likeness.identical() ? 1 : 0;
            pairs++;
            return likeness.identical();
        }

        Likeness means() {
            double n = Math.max(1, pairs);
            return new Likeness(jaccard / n, overlap / n, identical / n);
        }
    }
}
