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
    private final boolean scoresPacked;
    private final boolean withModel;
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
        scoresPacked = bound.base().asPacked() && tree.codesExact();
        withModel = ranker.clickModel().isPresent();
        top = new TopK(k, index.catalog().streams().ids());
        queue = new NodeQueue(tree.nodes(), index.catalog().streams().ids());
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
        boolean codesExact = tree.codesExact();
        Match leafLanguage = bound.language(leaf);
        Match leafCategory = bound.category(leaf);
        double leafStatic = base.asPacked() ? 0 : base.staticPoints(leaf);
        int start = PackedTree.at(leaf);
        int size = tree.leafSize(leaf);
        streams += size;
        for (int i = 0; i < size; i++) {
            int at = start + i;
            long word = tree.word(at);
            Match language = codesExact ? match(PackedTree.language(word) == viewer.language()) : leafLanguage;
            Match category = codesExact ? match(viewer.prefers(PackedTree.category(word))) : leafCategory;
            double points = Scorer.points(
                    base.asPacked() ? tree.staticPoints(at) : leafStatic,
                    base.language(language),
                    base.category(category));
            int row = PackedTree.row(word);
            if (bound.nearIsGood()
                    && (!top.admits(scorer.score(leastKm, points, bound.mostProbability()), row)
                            || !top.admits(
                                    scorer.score(tree.leastKm(bound.here(), at), points, bound.mostProbability()),
                                    row))) {
                continue;
            }
            score(leaf, i, row, points, language, category);
        }
    }

    private void score(int leaf, int i, int row, double points, Match language, Match category) {
        int at = PackedTree.at(leaf) + i;
        geodesics++;
        double distanceKm = tree.distanceKm(bound.here(), at);
        if (Double.isNaN(distanceKm)) {
            distanceKm = scorer.distanceKm(row);
        }
        if (distanceKm > radiusKm) {
            return;
        }
        if (!withModel && scoresPacked) {
            top.offer(row, scorer.score(distanceKm, points, 0), distanceKm);
            return;
        }
        double probability = bound.mostProbability();
        PairBound pairs = bound.pairs();
        if (pairs != null && terms != null) {
            Match city = tree.codesExact()
                    ? match(PackedTree.city(tree.word(at)) == viewer.city())
                    : bound.city(leaf);
            probability = pairs.atMost(distanceKm, distanceKm, city, language, category, terms.stream(leaf, i));
        }
        if (top.admits(scorer.score(distanceKm, points, probability), row)) {
            top.offer(row, scorer.score(row, distanceKm), distanceKm);
        }
    }

    private static Match match(boolean same) {
        return same ? Match.YES : Match.NO;
    }
}
