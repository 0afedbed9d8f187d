// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The invariant by itself: requests may pass by luck where a bound is wrong, since few of them hang on it.
class ScoreBoundTest {
    private static final int REQUESTS = 150;
    private static final int STREAMS = 1500;

    @ParameterizedTest
    @EnumSource
    void noStreamUnderANodeScoresAboveItsBound(Worlds.Kind kind) {
        Worlds worlds = new Worlds(kind.ordinal() + 50);
        Catalog catalog = worlds.catalog(kind, STREAMS, 0.9);
        TreeIndex index = TreeIndex.of(catalog, Progress.NONE);
        PackedTree tree = index.main().tree();
        int tight = 0;
        for (int request = 0; request < REQUESTS; request++) {
            Viewer viewer = Viewer.of(worlds.user(catalog), catalog);
            Ranker ranker = worlds.ranker();
            Scorer scorer = new Scorer(viewer, catalog.streams(), ranker);
            ModelTerms terms = ranker.clickModel().orElse(null) instanceof BoundedClickModel model
                    ? index.main().terms(model)
                    : null;
            ScoreBound bound = new ScoreBound(tree, catalog, viewer, ranker, scorer, terms);
            for (int node = 0; node < tree.nodes().count(); node++) {
                // Far nodes are bounded more tightly as soon as there is something to compare with.
                double best = bound.of(node, request % 2 == 0 ? Double.NEGATIVE_INFINITY : -Double.MAX_VALUE);
                double proximityTerm = bound.proximityTerm();
                double highest = Double.NEGATIVE_INFINITY;
                for (int leaf : leaves(tree, node)) {
                    for (int row : rows(tree, leaf)) {
                        double distanceKm = scorer.distanceKm(row);
                        assertThat(proximityTerm)
                                .as("nearness of row %s", row)
                                .isGreaterThanOrEqualTo(scorer.proximityTerm(distanceKm));
                        double score = scorer.score(row, distanceKm);
                        highest = Double.isNaN(score) ? highest : Math.max(highest, score);
                    }
                }
                if (!(best >= highest)) {
                    assertThat(best)
                            .as(
                                    "%s, request %s, node %s of %s for %s",
                                    kind, request, node, tree.nodes().count(), ranker)
                            .isGreaterThanOrEqualTo(highest);
                }
                tight += best - highest <= 0.5 * Math.abs(highest) ? 1 : 0;
            }
        }
        assertThat(tight)
                .as("bounds that say something")
                .isGreaterThan(REQUESTS * tree.nodes().count() / 5);
    }

    private static List<Integer> leaves(PackedTree tree, int node) {
        NodeArray nodes = tree.nodes();
        if (nodes.leaf(node)) {
            return List.of(node);
        }
        return IntStream.range(nodes.first(node), nodes.first(node) + nodes.size(node))
                .boxed()
                .flatMap(child -> leaves(tree, child).stream())
                .toList();
    }

    private static int[] rows(PackedTree tree, int leaf) {
        int count = tree.nodes().size(leaf);
        int first = tree.nodes().first(leaf);
        return IntStream.range(first, first + count)
                .map(stream -> PackedTree.row(tree.word(PackedTree.at(stream))))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void everyLiveStreamIsPackedOnce(Worlds.Kind kind) {
        Catalog catalog = new Worlds(3).catalog(kind, 3000, 0.8);
        PackedTree tree = TreeIndex.of(catalog, Progress.NONE).main().tree();
        boolean[] seen = new boolean[catalog.streams().size()];
        int count = 0;
        for (int leaf : leaves(tree, 0)) {
            for (int row : rows(tree, leaf)) {
                assertThat(seen[row]).isFalse();
                assertThat(catalog.streams().live(row)).isTrue();
                seen[row] = true;
                count++;
            }
        }
        assertThat(count).isEqualTo(catalog.streams().liveCount());
    }
}
