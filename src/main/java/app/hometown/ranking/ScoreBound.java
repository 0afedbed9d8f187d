// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.geo.Vector;
import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.BoundedClickModel.PairBound;
import org.jspecify.annotations.Nullable;

/// Bounds the score of everything under a node, for one request. An instance serves one thread.
///
/// **The invariant**: no stream under a node has a score above the node's bound. Each part of the score is taken at
/// its best for the node (the worst where its weight is negative), and the parts are put together by the very code
/// that makes the score, whose rounding keeps order.
///
/// Parts are looked at from the cheapest to the dearest, those not yet looked at standing at the best of all, and as
/// soon as the sum is below what is still wanted it is bound enough.
final class ScoreBound {
    private static final Match[] MATCHES = Match.values();

    private final PackedTree tree;
    private final NodeArray nodes;
    private final Scorer scorer;
    private final Vector here;
    private final NodeDistance distance;
    private final BaseBound base;
    private final boolean packed;
    private final int wild;
    private final double[] languagePoints;
    private final double[] categoryPoints;
    private final boolean nearIsGood;
    private final boolean farMatters;
    private final @Nullable PairBound pairs;
    private final @Nullable ModelTerms terms;
    private final double mostProbability;
    private final double mostProximityTerm;
    private final long languageBit;
    private final long cityBit;
    private final long categoryBits;
    private final long manyLanguages;
    private final long manyCategories;
    private final long manyCities;

    private final int[] siftedNodes = new int[PackedTree.FAN + 1];
    private final double[] siftedPoints = new double[PackedTree.FAN + 1];
    private final double[] siftedChords = new double[PackedTree.FAN + 1];
    private final double[] siftedTerms = new double[PackedTree.FAN + 1];
    private final double[] siftedBounds = new double[PackedTree.FAN + 1];
    private double radiusKm = Double.POSITIVE_INFINITY;
    private double reach = Double.POSITIVE_INFINITY;
    private double leastKm;
    private double proximityTerm;
    private double probability;

    ScoreBound(
            PackedTree tree, Catalog catalog, Viewer viewer, Ranker ranker, Scorer scorer, @Nullable ModelTerms terms) {
        this.tree = tree;
        this.nodes = tree.nodes();
        this.scorer = scorer;
        this.terms = terms;
        here = Vector.of(viewer.latitude(), viewer.longitude());
        distance = new NodeDistance(nodes, here);
        Scoring.Weights weights = ranker.scoring().weights();
        base = new BaseBound(nodes, ranker.scoring().base(), weights.base() >= 0);
        packed = base.asPacked() && weights.base() >= 0;
        wild = ranker.scoring().tame() ? 0 : 1;
        languagePoints = base.languagePoints();
        categoryPoints = base.categoryPoints();
        nearIsGood = weights.proximity() >= 0;
        mostProximityTerm = scorer.proximityTerm(nearIsGood ? 0 : Double.POSITIVE_INFINITY);
        mostProbability = weights.ml() >= 0 ? 1 : 0;
        pairs = terms != null && weights.ml() > 0 && ranker.clickModel().orElse(null) instanceof BoundedClickModel model
                ? model.boundFor(viewer.localPreferenceStrength(), viewer.totalWatchHours())
                : null;
        farMatters = !nearIsGood || (pairs != null && pairs.needsMostKm());
        manyLanguages = catalog.languages().size() > Long.SIZE ? 1 : 0;
        manyCategories = catalog.categories().size() > Long.SIZE ? 1 : 0;
        manyCities = catalog.cities().size() > Long.SIZE ? 1 : 0;
        languageBit = viewer.language() < 0 ? 0 : 1L << viewer.language();
        cityBit = viewer.city() < 0 ? 0 : 1L << viewer.city();
        categoryBits = viewer.categoryBits();
    }

    /// Sets the radius: what is surely further away has no bound to speak of.
    ///
    /// @param radius positive infinity for the whole world
    void within(double radius) {
        radiusKm = radius;
        reach = NodeDistance.reach(radius);
    }

    /// The square of the chord beyond which all is further away than the radius.
    double reach() {
        return reach;
    }

    /// The bound of a node. [#proximityTerm] and [#probability] belong to it.
    ///
    /// @param floor below it, a bound need not be tight
    /// @return not a number where nothing is within the radius, or the bound is below the floor
    double of(int node, double floor) {
        return sift(node, node + 1, floor) == 0 ? Double.NaN : sifted(0, floor);
    }

    /// Bounds siblings from what is cheap, all alike and without a jump, since whether one passes is anybody's guess.
    ///
    /// @param end behind the last
    /// @param floor what is bounded below it does not pass, nor what is out of reach
    /// @return how many pass
    int sift(int first, int end, double floor) {
        int count = 0;
        for (int node = first; node < end; node++) {
            double staticPoints = packed ? nodes.staticMax(node) : base.staticPoints(node);
            double points = Scorer.points(staticPoints, languagePoints(node), categoryPoints(node));
            double chordSquared = NodeDistance.chordSquared(nodes, node, here);
            double term = nearIsGood ? scorer.termOf(Nearness.atMost(chordSquared)) : mostProximityTerm;
            double best = scorer.sum(term, points, mostProbability);
            siftedNodes[count] = node;
            siftedPoints[count] = points;
            siftedChords[count] = chordSquared;
            siftedTerms[count] = term;
            siftedBounds[count] = best;
            count += wild | (notBelow(best, floor) & notBelow(reach, chordSquared));
        }
        return count;
    }

    /// 1 if a number is at least another, else 0, by the sign of their difference; neither NaN, nor both the same
    /// infinity.
    private static int notBelow(double number, double other) {
        return (int) (~Double.doubleToRawLongBits(number - other) >>> 63);
    }

    /// One of those that passed last.
    int siftedNode(int index) {
        return siftedNodes[index];
    }

    /// Its bound, from all that is known. [#proximityTerm] and [#probability] belong to it.
    ///
    /// @param floor below it, a bound need not be tight
    /// @return not a number where nothing is within the radius
    double sifted(int index, double floor) {
        int node = siftedNodes[index];
        double chordSquared = siftedChords[index];
        double best = siftedBounds[index];
        proximityTerm = siftedTerms[index];
        probability = mostProbability;
        if (chordSquared > reach) {
            return Double.NaN;
        }
        boolean far = NodeDistance.far(chordSquared) && floor != Double.NEGATIVE_INFINITY;
        if (pairs != null || farMatters || far || nodes.onePoint(node)) {
            double mostKm = measure(node, chordSquared, far);
            if (leastKm > radiusKm) {
                return Double.NaN;
            }
            best = tight(node, mostKm, siftedPoints[index], floor);
        }
        return Double.isNaN(best) ? Double.POSITIVE_INFINITY : best;
    }

    /// The bound from distances, where the table of nearness is too coarse, and from the click model.
    private double tight(int node, double mostKm, double points, double floor) {
        proximityTerm = scorer.proximityTerm(nearIsGood ? leastKm : mostKm);
        double best = scorer.sum(proximityTerm, points, mostProbability);
        if (best < floor || pairs == null || terms == null) {
            return best;
        }
        probability = pairs.atMost(leastKm, mostKm, city(node), language(node), category(node), terms.node(node));
        return scorer.sum(proximityTerm, points, probability);
    }

    /// Whether nearer is better, or at least not worse.
    boolean nearIsGood() {
        return nearIsGood;
    }

    /// No stream under the node that was bounded last has more for being near.
    double proximityTerm() {
        return proximityTerm;
    }

    /// No stream under the node that was bounded last is likelier to be clicked; or, with a negative weight of clicks,
    /// none less likely.
    double probability() {
        return probability;
    }

    /// No stream is likelier to be clicked; or, with a negative weight of clicks, none less likely.
    double mostProbability() {
        return mostProbability;
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

    /// The points for language under a node.
    double languagePoints(int node) {
        return languagePoints[kind(nodes.languages(node), languageBit, manyLanguages)];
    }

    /// The points for category under a node.
    double categoryPoints(int node) {
        return categoryPoints[kind(nodes.categories(node), categoryBits, manyCategories)];
    }

    /// The user's place.
    Vector here() {
        return here;
    }

    /// Sets the least distance.
    ///
    /// @return no stream under the node is further; infinite where that does not matter
    private double measure(int node, double chordSquared, boolean far) {
        if (nodes.onePoint(node)) {
            int leaf = tree.firstLeaf(node);
            int at = PackedTree.at(nodes.first(leaf));
            leastKm = tree.distanceKm(here, at);
            if (Double.isNaN(leastKm)) {
                leastKm = scorer.distanceKm(PackedTree.row(tree.word(at)));
            }
            return leastKm;
        }
        leastKm = far ? distance.tighterKm(node, chordSquared) : NodeDistance.leastKm(chordSquared);
        return farMatters ? distance.mostKm(node) : Double.POSITIVE_INFINITY;
    }

    Match language(int node) {
        return MATCHES[kind(nodes.languages(node), languageBit, manyLanguages)];
    }

    Match category(int node) {
        return MATCHES[kind(nodes.categories(node), categoryBits, manyCategories)];
    }

    Match city(int node) {
        return MATCHES[kind(nodes.cities(node), cityBit, manyCities)];
    }

    /// A [Match]'s ordinal: none wanted, only wanted, wanted and others. Without a jump, which would often be foreseen
    /// wrongly.
    ///
    /// @param here which codes modulo 64 occur under the node
    /// @param wanted which the user has
    /// @param many 1 where codes go beyond 63, so that equal bits need not mean equal codes; else 0
    private static int kind(long here, long wanted, long many) {
        long wantedHere = here & wanted;
        long othersHere = (here & ~wanted) | many;
        return (int) (isSome(wantedHere) << isSome(othersHere));
    }

    private static long isSome(long bits) {
        return (bits | -bits) >>> 63;
    }
}
