// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.geo.Vector;
import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.BoundedClickModel.PairBound;
import org.jspecify.annotations.Nullable;

/// Bounds the score of everything under a node, for one request. An instance serves one thread.
///
/// **The invariant**: no stream under a node has a score above the node's bound. Each part of the score is taken at
/// its best for the node (the worst where its weight is negative), and the parts are put together by the very code
/// that makes the score, whose rounding keeps order.
final class ScoreBound {
    private final PackedTree tree;
    private final NodeArray nodes;
    private final Scorer scorer;
    private final Vector here;
    private final NodeDistance distance;
    private final BaseBound base;
    private final boolean nearIsGood;
    private final boolean farMatters;
    private final @Nullable PairBound pairs;
    private final @Nullable ModelTerms terms;
    private final double mostProbability;
    private final long languageBit;
    private final long cityBit;
    private final long categoryBits;
    private final boolean fewLanguages;
    private final boolean fewCategories;
    private final boolean fewCities;

    private double leastKm;
    private double mostKm;

    ScoreBound(TreeIndex index, Viewer viewer, Ranker ranker, Scorer scorer, @Nullable ModelTerms terms) {
        this.tree = index.tree();
        this.nodes = tree.nodes();
        this.scorer = scorer;
        this.terms = terms;
        here = Vector.of(viewer.latitude(), viewer.longitude());
        distance = new NodeDistance(nodes, here);
        Scoring.Weights weights = ranker.scoring().weights();
        base = new BaseBound(nodes, ranker.scoring().base(), weights.base() >= 0);
        nearIsGood = weights.proximity() >= 0;
        mostProbability = weights.ml() >= 0 ? 1 : 0;
        pairs = terms != null && weights.ml() > 0 && ranker.clickModel().orElse(null) instanceof BoundedClickModel model
                ? model.boundFor(viewer.localPreferenceStrength(), viewer.totalWatchHours())
                : null;
        farMatters = !nearIsGood || pairs != null;
        fewLanguages = index.catalog().languages().size() <= Long.SIZE;
        fewCategories = index.catalog().categories().size() <= Long.SIZE;
        fewCities = index.catalog().cities().size() <= Long.SIZE;
        languageBit = viewer.language() < 0 ? 0 : 1L << viewer.language();
        cityBit = viewer.city() < 0 ? 0 : 1L << viewer.city();
        categoryBits = viewer.categoryBits();
    }

    /// The bound of a node; leaves behind its [#leastKm].
    double of(int node) {
        measure(node);
        double points =
                Scorer.points(base.staticPoints(node), base.language(language(node)), base.category(category(node)));
        double probability = mostProbability;
        if (pairs != null && terms != null) {
            probability = pairs.atMost(leastKm, mostKm, city(node), language(node), category(node), terms.node(node));
        }
        double bound = scorer.score(nearIsGood ? leastKm : mostKm, points, probability);
        return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
    }

    /// Whether nearer is better, or at least not worse.
    boolean nearIsGood() {
        return nearIsGood;
    }

    /// No stream under the node that was bounded last is nearer.
    double leastKm() {
        return leastKm;
    }

    /// Bounds the base part of everything under a node.
    BaseBound base() {
        return base;
    }

    /// Bounds the probability of pairs, if the model can and it matters.
    @Nullable
    PairBound pairs() {
        return pairs;
    }

    /// The user's place.
    Vector here() {
        return here;
    }

    /// The probability that no stream exceeds, or, with a negative weight, that none falls below.
    double mostProbability() {
        return mostProbability;
    }

    private void measure(int node) {
        if (nodes.onePoint(node)) {
            int at = PackedTree.at(tree.firstLeaf(node));
            leastKm = tree.distanceKm(here, at);
            if (Double.isNaN(leastKm)) {
                leastKm = scorer.distanceKm(PackedTree.row(tree.word(at)));
            }
            mostKm = leastKm;
            return;
        }
        leastKm = distance.leastKm(node);
        mostKm = farMatters ? distance.mostKm(node) : Double.POSITIVE_INFINITY;
    }

    Match language(int node) {
        return match(nodes.languages(node), languageBit, fewLanguages);
    }

    Match category(int node) {
        return match(nodes.categories(node), categoryBits, fewCategories);
    }

    Match city(int node) {
        return match(nodes.cities(node), cityBit, fewCities);
    }

    /// @param here which codes modulo 64 occur under the node
    /// @param wanted which the user has
    /// @param few whether codes are below 64, so that equal bits mean equal codes
    private static Match match(long here, long wanted, boolean few) {
        if ((here & wanted) == 0) {
            return Match.NO;
        }
        return few && (here & ~wanted) == 0 ? Match.YES : Match.EITHER;
    }
}
