// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.geo.Vector;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// The search for the requests that are made most: without a click model, by the constants that are packed, with no
/// negative weight nor match. What [TreeSearch] does for every request, this does for these in nine tenths of the time:
/// siblings are bounded all alike, over local variables and without a jump, because whether one passes is anybody's
/// guess, and where the processor guesses wrong it could have bounded half a node. What is rare, far or in one point,
/// is asked of [ScoreBound].
final class PlainSearch implements Search {
    private final PackedTree tree;
    private final NodeArray nodes;
    private final @Nullable BitSet outdated;
    private final Scorer scorer;
    private final ScoreBound bound;
    private final Vector here;
    private final TopK top;
    private final NodeQueue queue;
    private final FarStreams far;
    private final double farTerm;
    private final long languageBit;
    private final long categoryBits;
    private final double[] languageMatch;
    private final double[] categoryMatch;
    private final double[] languagePoints;
    private final double[] categoryPoints;
    private double radiusKm;
    private double reach;
    private long nodesBounded;
    private long streamsBounded;
    private long geodesics;

    /// Whether a request is one of those.
    static boolean fits(PackedTree tree, Ranker ranker) {
        Scoring scoring = ranker.scoring();
        return ranker.clickModel().isEmpty()
                && tree.codesExact()
                && scoring.tame()
                && scoring.weights().proximity() >= 0
                && scoring.weights().base() >= 0
                && scoring.base().languageMatch() >= 0
                && scoring.base().categoryMatch() >= 0
                && BaseBound.asPacked(scoring.base());
    }

    /// @param outdated rows that the tree no longer speaks for; they are passed over
    /// @param top takes what is found
    PlainSearch(
            PackedTree tree,
            @Nullable BitSet outdated,
            Catalog catalog,
            Viewer viewer,
            Ranker ranker,
            Scorer scorer,
            TopK top) {
        this.tree = tree;
        this.outdated = outdated;
        this.scorer = scorer;
        this.top = top;
        nodes = tree.nodes();
        bound = new ScoreBound(tree, catalog, viewer, ranker, scorer, null);
        here = bound.here();
        queue = new NodeQueue();
        far = new FarStreams(tree.size());
        farTerm = scorer.termOf(Nearness.atMost(NodeDistance.NEAR));
        languageBit = viewer.language() < 0 ? 0 : 1L << viewer.language();
        categoryBits = viewer.categoryBits();
        double language = ranker.scoring().base().languageMatch();
        double category = ranker.scoring().base().categoryMatch();
        languageMatch = new double[] {0, language};
        categoryMatch = new double[] {0, category};
        languagePoints = new double[catalog.languages().size()];
        if (viewer.language() >= 0) {
            languagePoints[viewer.language()] = language;
        }
        categoryPoints = new double[catalog.categories().size()];
        for (int code = 0; code < categoryPoints.length; code++) {
            categoryPoints[code] = viewer.prefers(code) ? category : 0;
        }
    }

    @Override
    public void within(double radius) {
        radiusKm = radius;
        bound.within(radius);
        reach = bound.reach();
        queue.clear();
        far.clear();
        if (tree.size() > 0) {
            consider(0, 1);
        }
        for (int place = queue.take(top.floor()); place >= 0; place = queue.take(top.floor())) {
            int node = queue.node(place);
            double best = queue.bound(place);
            if (best == top.floor() && !top.admits(best, nodes.firstId(node))) {
                // Others with this very bound may hold smaller ids.
                continue;
            }
            int first = nodes.first(node);
            int end = first + nodes.size(node);
            if (nodes.leaf(node)) {
                scan(first, end, queue.proximityTerm(place), languagePoints(node), categoryPoints(node));
            } else {
                consider(first, end);
            }
        }
        for (int i = 0; i < far.size(); i++) {
            if (!(far.bound(i) < top.floor())) {
                score(PackedTree.at(far.stream(i)), far.points(i));
            }
        }
    }

    @Override
    public Hits.Work work() {
        return new Hits.Work(nodesBounded, streamsBounded, geodesics);
    }

    /// Most points that the user's language adds under a node.
    private double languagePoints(int node) {
        return languageMatch[some(nodes.languages(node) & languageBit)];
    }

    /// Most points that the user's categories add under a node.
    private double categoryPoints(int node) {
        return categoryMatch[some(nodes.categories(node) & categoryBits)];
    }

    /// 1 if there is a bit, else 0.
    private static int some(long bits) {
        return (int) ((bits | -bits) >>> 63);
    }

    /// 1 if a number is at least another, else 0; neither NaN, nor both the same infinity.
    private static int notBelow(double number, double other) {
        return (int) (~Double.doubleToRawLongBits(number - other) >>> 63);
    }

    /// Puts those of some siblings into the queue that could hold something to enter.
    private void consider(int first, int end) {
        double floor = top.floor();
        int from = queue.room();
        int passed = from;
        long[] words = nodes.words();
        Scorer scorer = this.scorer;
        int[] places = queue.nodes();
        double[] bounds = queue.bounds();
        double[] terms = queue.proximityTerms();
        double[] languageMatch = this.languageMatch;
        double[] categoryMatch = this.categoryMatch;
        long languageBit = this.languageBit;
        long categoryBits = this.categoryBits;
        double x = here.x();
        double y = here.y();
        double z = here.z();
        double reach = this.reach;
        double leastTerm = farTerm;
        long together = 0;
        for (int node = end - 1; node >= first; node--) {
            int at = NodeArray.at(node);
            double points = Scorer.points(
                    NodeArray.staticMax(words, at),
                    languageMatch[some(NodeArray.languages(words, at) & languageBit)],
                    categoryMatch[some(NodeArray.categories(words, at) & categoryBits)]);
            double chordSquared = NodeDistance.chordSquared(words, at, x, y, z);
            double term = scorer.termOf(Nearness.atMost(chordSquared));
            double best = scorer.sum(term, points, 0);
            places[passed] = node;
            bounds[passed] = best;
            terms[passed] = term;
            leastTerm = term < leastTerm ? term : leastTerm;
            together |= NodeArray.link(words, at);
            passed += notBelow(best, floor) & notBelow(reach, chordSquared);
        }
        nodesBounded += end - first;
        boolean someFar = leastTerm < farTerm && floor != Double.NEGATIVE_INFINITY;
        queue.add(someFar || NodeArray.onePoint(together) ? tightened(from, passed, floor) : passed);
    }

    /// Bounds those more tightly that are far away, where the table of nearness is too coarse as soon as there are k to
    /// compare with, and those in one point, whose bound can be reached.
    ///
    /// @return behind the last place of those that are left
    private int tightened(int from, int end, double floor) {
        double farTerm = floor == Double.NEGATIVE_INFINITY ? Double.NEGATIVE_INFINITY : this.farTerm;
        int kept = from;
        for (int place = from; place < end; place++) {
            int node = queue.node(place);
            double best = queue.bound(place);
            double term = queue.proximityTerm(place);
            if (term < farTerm || nodes.onePoint(node)) {
                best = bound.of(node, floor);
                term = bound.proximityTerm();
            }
            if (best >= floor) {
                queue.put(kept++, node, best, term);
            }
        }
        return kept;
    }

    /// Looks at a leaf's streams, the best static score first.
    ///
    /// @param leafTerm no stream of the leaf has more for being near
    /// @param leafLanguage nor for its language
    /// @param leafCategory nor for its category
    private void scan(int first, int end, double leafTerm, double leafLanguage, double leafCategory) {
        PackedTree tree = this.tree;
        Scorer scorer = this.scorer;
        Vector here = this.here;
        double reach = this.reach;
        double floor = top.floor();
        int stream = first;
        for (; stream < end; stream++) {
            int at = PackedTree.at(stream);
            double staticPoints = tree.staticPoints(at);
            if (scorer.sum(leafTerm, Scorer.points(staticPoints, leafLanguage, leafCategory), 0) < floor) {
                // The others have less still.
                break;
            }
            long word = tree.word(at);
            double points = Scorer.points(
                    staticPoints, languagePoints[PackedTree.language(word)], categoryPoints[PackedTree.category(word)]);
            if (scorer.sum(leafTerm, points, 0) < floor) {
                continue;
            }
            double chordSquared = tree.chordSquared(here, at);
            if (chordSquared > reach) {
                continue;
            }
            double best = scorer.sum(scorer.termOf(Nearness.atMost(chordSquared)), points, 0);
            if (best < floor) {
                continue;
            }
            if (far.takes(chordSquared)) {
                far.add(stream, points, best);
                continue;
            }
            score(at, points);
            floor = top.floor();
        }
        streamsBounded += Math.min(end, stream + 1) - first;
    }

    private void score(int at, double points) {
        int row = PackedTree.row(tree.word(at));
        if (outdated != null && outdated.get(row)) {
            return;
        }
        geodesics++;
        double distanceKm = tree.distanceKm(here, at);
        if (Double.isNaN(distanceKm)) {
            distanceKm = scorer.distanceKm(row);
        }
        if (distanceKm <= radiusKm) {
            top.offer(row, scorer.score(distanceKm, points, 0), distanceKm);
        }
    }
}
