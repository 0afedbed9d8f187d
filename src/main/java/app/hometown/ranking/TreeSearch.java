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
    private final double[] points = new double[PackedTree.LEAF];
    private final double[] bests = new double[PackedTree.LEAF];
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
        languagePoints = new double[codesExact ? catalog.languages().size() : 0];
        if (codesExact && viewer.language() >= 0) {
            languagePoints[viewer.language()] = base.language(Match.YES.ordinal());
        }
        categoryPoints = new double[codesExact ? catalog.categories().size() : 0];
        for (int category = 0; category < categoryPoints.length; category++) {
            categoryPoints[category] = viewer.prefers(category) ? base.category(Match.YES.ordinal()) : 0.0;
        }
        queue = new NodeQueue(nodes, tree.ids());
    }

    /// Offers what is within a radius and could enter.
    void within(double radius) {
        radiusKm = radius;
        queue.clear();
        if (tree.size() > 0) {
            consider(0, 1);
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
            if (nodes.leaf(node)) {
                scan(node, queue.leastKm(entry), queue.probability(entry));
            } else {
                int first = nodes.first(node);
                consider(first, first + nodes.size(node));
            }
        }
    }

    /// What it took so far.
    Hits.Work work() {
        return new Hits.Work(nodesBounded, streamsBounded, geodesics);
    }

    /// Puts those of some siblings into the queue that could hold something to enter.
    private void consider(int first, int end) {
        nodesBounded += end - first;
        double floor = floor();
        for (int node = first; node < end; node++) {
            double best = bound.of(node, floor);
            if (best < floor || bound.leastKm() > radiusKm || (best == floor && !mayTie(node))) {
                continue;
            }
            queue.add(node, best, bound.leastKm(), bound.probability());
        }
    }

    /// What is below it cannot enter.
    private double floor() {
        return shortlist == null ? top.floor() : shortlist.floor();
    }

    /// Whether a stream under a node could still enter with just the k-th score.
    private boolean mayTie(int node) {
        return shortlist != null || top.admits(top.floor(), nodes.firstId(node));
    }

    /// In three rounds, the first two without a jump in the code: all streams of the leaf by what lies together and the
    /// leaf's distance, those that are left by their chords, and those left then by their geodesics.
    private void scan(int leaf, double leastKm, double probability) {
        int from = nodes.first(leaf);
        int start = PackedTree.at(from);
        int count = nodes.size(leaf);
        streamsBounded += count;
        shift = bound.base().shift(leaf);
        leafLanguage = bound.languagePoints(leaf);
        leafCategory = bound.categoryPoints(leaf);
        double floor = floor();
        double proximityTerm = nearIsGood ? scorer.proximityTerm(leastKm) : bound.mostProximityTerm();
        int left = plausible(start, count, proximityTerm, probability, floor);
        if (nearIsGood) {
            left = near(left, start, count, probability, floor);
        }
        for (; left != 0; left &= left - 1) {
            int i = Integer.numberOfTrailingZeros(left);
            if (!(bests[i] < floor())) {
                score(leaf, from + i, start + i, count, points[i], probability);
            }
        }
    }

    /// Which of a leaf's streams could still enter, wherever in the leaf they are: a bit each.
    private int plausible(int start, int count, double proximityTerm, double probability, double floor) {
        int below = 0;
        for (int i = 0; i < count; i++) {
            double itsPoints = points(start + i, count);
            double best = scorer.sum(proximityTerm, itsPoints, probability);
            points[i] = itsPoints;
            bests[i] = best;
            below |= ScoreBound.below(best, floor) << i;
        }
        return ~below & -1 >>> (Integer.SIZE - count);
    }

    /// Which of them could still enter, by their chords.
    private int near(int plausible, int start, int count, double probability, double floor) {
        int below = 0;
        for (int left = plausible; left != 0; left &= left - 1) {
            int i = Integer.numberOfTrailingZeros(left);
            double leastKm = NodeDistance.leastKm(tree.chordSquared(bound.here(), start + i, count));
            double best = scorer.sum(scorer.proximityTerm(leastKm), points[i], probability);
            bests[i] = best;
            below |= (ScoreBound.below(best, floor) | ScoreBound.below(radiusKm, leastKm)) << i;
        }
        return plausible & ~below;
    }

    /// The base part of a stream, or what it is at most.
    private double points(int at, int count) {
        long word = tree.word(at, count);
        double staticPoints = factor * tree.staticPoints(at) + shift;
        return codesExact
                ? Scorer.points(
                        staticPoints,
                        languagePoints[PackedTree.language(word)],
                        categoryPoints[PackedTree.category(word)])
                : Scorer.points(staticPoints, leafLanguage, leafCategory);
    }

    private void score(int leaf, int stream, int at, int count, double points, double leafProbability) {
        long word = tree.word(at, count);
        int row = PackedTree.row(word);
        if (outdated != null && outdated.get(row)) {
            return;
        }
        geodesics++;
        double distanceKm = tree.distanceKm(bound.here(), at, count);
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
            double streamTerm = terms.stream(stream);
            probability = probability(pairs, streamTerm, leaf, word, distanceKm);
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
