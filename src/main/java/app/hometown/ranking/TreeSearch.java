// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.BoundedClickModel.PairBound;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// One request in one tree: best first, until the best bound that is left is below the k-th score.
final class TreeSearch {
    private final PackedTree tree;
    private final NodeArray nodes;
    private final @Nullable BitSet outdated;
    private final Viewer viewer;
    private final Scorer scorer;
    private final ScoreBound bound;
    private final @Nullable PairBound pairs;
    private final @Nullable ModelTerms terms;
    private final boolean codesExact;
    private final boolean scoresPacked;
    private final boolean nearIsGood;
    private final double factor;
    private final boolean tame;
    private final double[] languagePoints;
    private final double[] categoryPoints;
    private final TopK top;
    private final @Nullable Shortlist shortlist;
    private final NodeQueue queue;
    private double radiusKm;
    private double shift;
    private double leafLanguage;
    private double leafCategory;
    private long nodesBounded;
    private long streamsBounded;
    private long geodesics;

    /// @param outdated rows that the tree no longer speaks for; they are passed over
    /// @param terms of this tree and the ranker's model, if it has a bound
    /// @param top takes what is found
    /// @param shortlist takes it instead, if there is one
    TreeSearch(
            PackedTree tree,
            @Nullable BitSet outdated,
            Catalog catalog,
            Viewer viewer,
            Ranker ranker,
            Scorer scorer,
            @Nullable ModelTerms terms,
            TopK top,
            @Nullable Shortlist shortlist) {
        this.tree = tree;
        this.outdated = outdated;
        this.viewer = viewer;
        this.scorer = scorer;
        this.terms = terms;
        this.top = top;
        this.shortlist = shortlist;
        nodes = tree.nodes();
        bound = new ScoreBound(tree, catalog, viewer, ranker, scorer, terms);
        pairs = bound.pairs();
        codesExact = tree.codesExact();
        BaseBound base = bound.base();
        scoresPacked = base.asPacked()
                && base.factor() == 1
                && codesExact
                && ranker.clickModel().isEmpty();
        nearIsGood = bound.nearIsGood();
        factor = base.factor();
        tame = codesExact && ranker.scoring().tame();
        languagePoints = new double[codesExact ? catalog.languages().size() : 0];
        if (codesExact && viewer.language() >= 0) {
            languagePoints[viewer.language()] = base.language(Match.YES);
        }
        categoryPoints = new double[codesExact ? catalog.categories().size() : 0];
        for (int category = 0; category < categoryPoints.length; category++) {
            categoryPoints[category] = viewer.prefers(category) ? base.category(Match.YES) : 0.0;
        }
        queue = new NodeQueue(nodes, tree.ids());
    }

    /// Offers what is within a radius and could enter.
    void within(double radius) {
        radiusKm = radius;
        queue.clear();
        if (tree.size() > 0) {
            consider(tree.nodeCount() - 1);
        }
        while (!queue.isEmpty()) {
            double best = queue.firstBound();
            int entry = queue.removeFirst();
            int node = queue.node(entry);
            double floor = floor();
            if (best < floor) {
                break;
            }
            if (best == floor && !mayTie(node)) {
                // Others with this very bound may hold smaller ids.
                continue;
            }
            int level = tree.level(node);
            if (level == 0) {
                scan(node, queue.leastKm(entry), queue.probability(entry));
                continue;
            }
            int first = tree.firstChild(node, level);
            int end = tree.lastChild(first, level);
            for (int child = first; child < end; child++) {
                consider(child);
            }
        }
    }

    /// What it took so far.
    Hits.Work work() {
        return new Hits.Work(nodesBounded, streamsBounded, geodesics);
    }

    private void consider(int node) {
        nodesBounded++;
        double floor = floor();
        double best = bound.of(node, floor);
        if (best < floor || bound.leastKm() > radiusKm || (best == floor && !mayTie(node))) {
            return;
        }
        queue.add(node, best, bound.leastKm(), bound.probability());
    }

    /// What is below it cannot enter.
    private double floor() {
        return shortlist == null ? top.floor() : shortlist.floor();
    }

    /// Whether a stream under a node could still enter with just the k-th score.
    private boolean mayTie(int node) {
        return shortlist != null || top.admits(top.floor(), nodes.firstId(node));
    }

    /// In two rounds. The first bounds all streams of the leaf by what lies together, without a jump in the code; the
    /// second looks at the places of those few that could enter.
    private void scan(int leaf, double leastKm, double probability) {
        int start = PackedTree.at(leaf);
        int count = tree.leafSize(leaf);
        streamsBounded += count;
        shift = bound.base().shift(leaf);
        leafLanguage = bound.base().language(bound.language(leaf));
        leafCategory = bound.base().category(bound.category(leaf));
        double proximityTerm = nearIsGood ? scorer.proximityTerm(leastKm) : bound.mostProximityTerm();
        double floor = floor();
        int left = tame && Double.isFinite(floor)
                ? plausible(start, count, proximityTerm, probability, floor)
                : -1 >>> (Integer.SIZE - count);
        for (; left != 0; left &= left - 1) {
            int i = Integer.numberOfTrailingZeros(left);
            score(leaf, start + i, i, probability);
        }
    }

    /// Which of a leaf's streams could still enter, whatever their places in the leaf: a bit each. The sign of a
    /// difference is a bit without a jump; there is none to go by where numbers are not finite.
    private int plausible(int start, int count, double proximityTerm, double probability, double floor) {
        int below = 0;
        for (int i = 0; i < count; i++) {
            double spare = scorer.sum(proximityTerm, points(start + i), probability) - floor;
            below |= (int) (Double.doubleToRawLongBits(spare) >>> 63) << i;
        }
        return ~below & -1 >>> (Integer.SIZE - count);
    }

    /// The base part of a stream, or what it is at most.
    private double points(int at) {
        long word = tree.word(at);
        double staticPoints = factor * tree.staticPoints(at) + shift;
        return codesExact
                ? Scorer.points(
                        staticPoints,
                        languagePoints[PackedTree.language(word)],
                        categoryPoints[PackedTree.category(word)])
                : Scorer.points(staticPoints, leafLanguage, leafCategory);
    }

    private void score(int leaf, int at, int i, double leafProbability) {
        int row = PackedTree.row(tree.word(at));
        double points = points(at);
        if (nearIsGood) {
            double nearestKm = tree.leastKm(bound.here(), at);
            if (nearestKm > radiusKm || scorer.score(nearestKm, points, leafProbability) < floor()) {
                return;
            }
        }
        if (outdated != null && outdated.get(row)) {
            return;
        }
        geodesics++;
        double distanceKm = tree.distanceKm(bound.here(), at);
        if (Double.isNaN(distanceKm)) {
            distanceKm = scorer.distanceKm(row);
        }
        if (distanceKm > radiusKm) {
            return;
        }
        if (scoresPacked) {
            top.offer(row, scorer.score(distanceKm, points, 0), distanceKm);
            return;
        }
        double probability = leafProbability;
        if (pairs != null && terms != null) {
            double streamTerm = terms.stream(leaf, i);
            probability = probability(pairs, streamTerm, leaf, tree.word(at), distanceKm);
            if (shortlist != null) {
                double leastProbability = probability - pairs.looseness(streamTerm);
                shortlist.offer(
                        row,
                        distanceKm,
                        scorer.score(distanceKm, points, leastProbability),
                        scorer.score(distanceKm, points, probability));
                return;
            }
        }
        if (!(scorer.score(distanceKm, points, probability) < floor())) {
            top.offer(row, scorer.score(row, distanceKm), distanceKm);
        }
    }

    /// Whether the scores of streams can be narrowed down without fetching them.
    static boolean narrows(PackedTree tree, Ranker ranker) {
        return tree.codesExact()
                && ranker.scoring().tame()
                && ranker.scoring().weights().base() >= 0
                && BaseBound.asPacked(ranker.scoring().base());
    }

    private double probability(PairBound of, double streamTerm, int leaf, long word, double distanceKm) {
        if (!codesExact) {
            return of.atMost(
                    distanceKm, distanceKm, bound.city(leaf), bound.language(leaf), bound.category(leaf), streamTerm);
        }
        return of.atMost(
                distanceKm,
                distanceKm,
                match(PackedTree.city(word) == viewer.city()),
                match(PackedTree.language(word) == viewer.language()),
                match(viewer.prefers(PackedTree.category(word))),
                streamTerm);
    }

    private static Match match(boolean same) {
        return same ? Match.YES : Match.NO;
    }
}
