// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.BoundedClickModel.PairBound;
import org.jspecify.annotations.Nullable;

/// One request: best first through the tree, until the best bound that is left is below the k-th score.
final class TreeSearch implements Reach.Within {
    private final TreeIndex index;
    private final PackedTree tree;
    private final Viewer viewer;
    private final Scorer scorer;
    private final ScoreBound bound;
    private final @Nullable ModelTerms terms;
    private final boolean codesExact;
    private final boolean scoresPacked;
    private final boolean nearIsGood;
    private final boolean[] preferred;
    private final TopK top;
    private final int k;
    private final NodeQueue queue;
    private double radiusKm;
    private long nodes;
    private long streams;
    private long geodesics;

    TreeSearch(TreeIndex index, Viewer viewer, Ranker ranker, int k, @Nullable ModelTerms terms) {
        this.index = index;
        this.viewer = viewer;
        this.k = k;
        this.terms = terms;
        tree = index.tree();
        scorer = new Scorer(viewer, index.catalog().streams(), ranker);
        bound = new ScoreBound(index, viewer, ranker, scorer, terms);
        codesExact = tree.codesExact();
        scoresPacked =
                bound.base().asPacked() && codesExact && ranker.clickModel().isEmpty();
        nearIsGood = bound.nearIsGood();
        preferred = new boolean[codesExact ? index.catalog().categories().size() : 0];
        for (int category = 0; category < preferred.length; category++) {
            preferred[category] = viewer.prefers(category);
        }
        top = new TopK(k, tree.ids());
        queue = new NodeQueue(tree.nodes(), tree.ids());
    }

    /// The best k.
    Hits run(Scoring scoring) {
        var settled = Reach.settle(scoring, k, this);
        return top.hits(scorer, settled, new Hits.Work(nodes, streams, geodesics));
    }

    @Override
    public int atMost(double radius) {
        return index.counts().atMost(viewer.latitude(), viewer.longitude(), radius, k);
    }

    @Override
    public int count(double radius) {
        radiusKm = radius;
        top.clear();
        queue.clear();
        if (tree.size() > 0) {
            consider(tree.nodeCount() - 1);
        }
        while (!queue.isEmpty()) {
            int node = queue.first();
            double best = queue.firstBound();
            double leastKm = queue.firstLeastKm();
            queue.removeFirst();
            if (!top.admits(best, tree.nodes().firstId(node))) {
                if (top.reaches(best)) {
                    // Else others with this very bound may hold smaller ids.
                    continue;
                }
                break;
            }
            open(node, leastKm);
        }
        return top.size();
    }

    private void open(int node, double leastKm) {
        int level = tree.level(node);
        if (level == 0) {
            scan(node, leastKm);
            return;
        }
        int first = tree.firstChild(node, level);
        int end = tree.lastChild(first, level);
        for (int child = first; child < end; child++) {
            consider(child);
        }
    }

    private void consider(int node) {
        nodes++;
        double best = bound.of(node);
        if (bound.leastKm() <= radiusKm && top.admits(best, tree.nodes().firstId(node))) {
            queue.add(node, best, bound.leastKm());
        }
    }

    private void scan(int leaf, double leastKm) {
        BaseBound base = bound.base();
        boolean packed = base.asPacked();
        double leafStatic = packed ? 0 : base.staticPoints(leaf);
        double leafLanguage = base.language(bound.language(leaf));
        double leafCategory = base.category(bound.category(leaf));
        double languageMatch = base.language(Match.YES);
        double categoryMatch = base.category(Match.YES);
        double leafProximity = scorer.proximityTerm(leastKm);
        double probability = bound.mostProbability();
        int start = PackedTree.at(leaf);
        int end = start + tree.leafSize(leaf);
        streams += end - start;
        for (int at = start; at < end; at++) {
            long word = tree.word(at);
            double language = leafLanguage;
            double category = leafCategory;
            if (codesExact) {
                language = PackedTree.language(word) == viewer.language() ? languageMatch : 0.0;
                category = preferred[PackedTree.category(word)] ? categoryMatch : 0.0;
            }
            double points = Scorer.points(packed ? tree.staticPoints(at) : leafStatic, language, category);
            int row = PackedTree.row(word);
            if (nearIsGood) {
                if (!top.admits(scorer.sum(leafProximity, points, probability), row)) {
                    continue;
                }
                double nearestKm = tree.leastKm(bound.here(), at);
                if (nearestKm > radiusKm || !top.admits(scorer.score(nearestKm, points, probability), row)) {
                    continue;
                }
            }
            score(leaf, at, points);
        }
    }

    private void score(int leaf, int at, double points) {
        geodesics++;
        long word = tree.word(at);
        int row = PackedTree.row(word);
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
        double probability = bound.mostProbability();
        PairBound pairs = bound.pairs();
        if (pairs != null && terms != null) {
            probability = pairs.atMost(
                    distanceKm,
                    distanceKm,
                    codesExact ? match(PackedTree.city(word) == viewer.city()) : bound.city(leaf),
                    codesExact ? match(PackedTree.language(word) == viewer.language()) : bound.language(leaf),
                    codesExact ? match(preferred[PackedTree.category(word)]) : bound.category(leaf),
                    terms.stream(leaf, at - PackedTree.at(leaf)));
        }
        if (top.admits(scorer.score(distanceKm, points, probability), row)) {
            top.offer(row, scorer.score(row, distanceKm), distanceKm);
        }
    }

    private static Match match(boolean same) {
        return same ? Match.YES : Match.NO;
    }
}
