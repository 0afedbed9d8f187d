// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.geo.Vector;
import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.BoundedClickModel.PairBound;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// The search for every scoring and every click model.
final class TreeSearch implements Search {
    private static final int ROOT = 0;

    private final PackedTree tree;
    private final NodeArray nodes;
    private final @Nullable BitSet outdated;
    private final Viewer viewer;
    private final Scorer scorer;
    private final ScoreBound bound;
    private final @Nullable PairBound pairs;
    private final @Nullable ModelTerms terms;
    private final Vector here;
    private final boolean codesExact;
    private final boolean scoresPacked;
    private final boolean nearIsGood;
    private final double factor;
    private final double[] languagePoints;
    private final double[] categoryPoints;
    private final TopK top;
    private final @Nullable Shortlist shortlist;
    private final NodeQueue queue;
    private final FarStreams far;
    private final @Nullable ClickBound click;
    private double radiusKm;
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
        here = bound.here();
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
            languagePoints[viewer.language()] = base.languagePoints()[Match.YES.ordinal()];
        }
        categoryPoints = new double[codesExact ? catalog.categories().size() : 0];
        for (int category = 0; category < categoryPoints.length; category++) {
            categoryPoints[category] = viewer.prefers(category) ? base.categoryPoints()[Match.YES.ordinal()] : 0.0;
        }
        queue = new NodeQueue();
        far = new FarStreams(tree.size());
        click = ClickBound.of(tree, catalog, viewer, pairs, terms);
    }

    @Override
    public void within(double radius) {
        radiusKm = radius;
        bound.within(radius);
        queue.clear();
        far.clear();
        if (tree.size() > 0) {
            consider(0, 1);
        }
        for (int place = queue.take(floor()); place >= 0; place = queue.take(floor())) {
            int node = queue.node(place);
            if (queue.bound(place) == floor() && !mayTie(node)) {
                // Others with this very bound may hold smaller ids.
                continue;
            }
            if (nodes.leaf(node)) {
                scan(node, queue.proximityTerm(place), queue.probability(place));
            } else {
                int first = nodes.first(node);
                consider(first, first + nodes.size(node));
            }
        }
        for (int i = 0; i < far.size(); i++) {
            if (!(far.bound(i) < floor())) {
                int stream = far.stream(i);
                score(ROOT, stream, PackedTree.at(stream), far.points(i), bound.mostProbability());
            }
        }
    }

    @Override
    public Hits.Work work() {
        return new Hits.Work(nodesBounded, streamsBounded, geodesics);
    }

    /// Puts those of some siblings into the queue that could hold something to enter.
    private void consider(int first, int end) {
        nodesBounded += end - first;
        double floor = floor();
        int count = bound.sift(first, end, floor);
        for (int i = count - 1; i >= 0; i--) {
            int node = bound.siftedNode(i);
            double best = bound.sifted(i, floor);
            if (best > floor || (best == floor && mayTie(node))) {
                queue.add(node, best, bound.proximityTerm(), bound.probability());
            }
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

    /// Looks at a leaf's streams, the best static score first, each from what is read first and cheapest: static score,
    /// codes, chord, geodesic.
    ///
    /// @param leafTerm no stream of the leaf has more for being near
    /// @param probability none is likelier to be clicked
    private void scan(int leaf, double leafTerm, double probability) {
        int from = nodes.first(leaf);
        int end = from + nodes.size(leaf);
        double shift = bound.base().shift(leaf);
        double leafLanguage = bound.languagePoints(leaf);
        double leafCategory = bound.categoryPoints(leaf);
        double floor = floor();
        double reach = bound.reach();
        int stream = from;
        for (; stream < end; stream++) {
            int at = PackedTree.at(stream);
            double staticPoints = factor * tree.staticPoints(at) + shift;
            double points = Scorer.points(staticPoints, leafLanguage, leafCategory);
            if (scorer.sum(leafTerm, points, probability) < floor) {
                // The others have less still.
                break;
            }
            if (codesExact) {
                long word = tree.word(at);
                points = Scorer.points(
                        staticPoints,
                        languagePoints[PackedTree.language(word)],
                        categoryPoints[PackedTree.category(word)]);
                if (scorer.sum(leafTerm, points, probability) < floor) {
                    continue;
                }
            }
            double chordSquared = tree.chordSquared(here, at);
            if (chordSquared > reach) {
                continue;
            }
            double term = nearIsGood ? scorer.termOf(Nearness.atMost(chordSquared)) : leafTerm;
            double best = scorer.sum(term, points, probability);
            if (best < floor) {
                continue;
            }
            if (click != null) {
                best = scorer.sum(term, points, click.atMost(stream, tree.word(at), chordSquared));
                if (best < floor) {
                    continue;
                }
            }
            if (far.takes(chordSquared)) {
                far.add(stream, points, best);
                continue;
            }
            score(leaf, stream, at, points, probability);
            floor = floor();
        }
        streamsBounded += Math.min(end, stream + 1) - from;
    }

    /// @param leaf or any node above the stream
    private void score(int leaf, int stream, int at, double points, double leafProbability) {
        long word = tree.word(at);
        int row = PackedTree.row(word);
        if (outdated != null && outdated.get(row)) {
            return;
        }
        geodesics++;
        double distanceKm = tree.distanceKm(here, at);
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
