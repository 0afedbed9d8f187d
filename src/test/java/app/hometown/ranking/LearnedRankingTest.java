// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.learning.additive.RandomCurves;
import app.hometown.learning.trees.BoostedTreesModel;
import app.hometown.learning.trees.RandomForestModel;
import app.hometown.learning.trees.RandomTrees;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The indexes against scoring all streams one by one, with models of the kinds that training makes.
class LearnedRankingTest {
    private static final int[] SIZES = {33, 1000, 4000};
    private static final int REQUESTS = 60;

    @ParameterizedTest
    @EnumSource
    void givesTheTopOfScoringAll(Worlds.Kind kind) {
        Worlds worlds = new Worlds(kind.ordinal() + 300);
        RandomTrees trees = new RandomTrees(kind.ordinal());
        RandomCurves curves = new RandomCurves(kind.ordinal());
        for (int size : SIZES) {
            Catalog catalog = worlds.catalog(kind, size, 0.9);
            RankingIndex index = RankingIndex.of(catalog, Progress.NONE);
            RankingIndex vector = new VectorScan(catalog, Progress.NONE);
            RankingIndex truth = new ScanIndex(catalog);
            for (int i = 0; i < REQUESTS; i++) {
                ClickModel model =
                        switch (i % 3) {
                            case 0 -> curves.model();
                            case 1 -> new BoostedTreesModel(-1, trees.trees(30, 4, 0.4, false));
                            default -> new RandomForestModel(trees.trees(20, 8, 1, true));
                        };
                Scoring any = i % 2 == 0 ? worlds.ranker().scoring() : Scoring.DEFAULT;
                Ranker ranker = Ranker.ml(any, model);
                Viewer viewer = Viewer.of(worlds.user(catalog), catalog);
                int k = 1 + worlds.random.nextInt(50);
                Hits expected = truth.hits(viewer, ranker, k);
                for (RankingIndex each : new RankingIndex[] {index, vector}) {
                    Hits found = each.hits(viewer, ranker, k);
                    String request = "%s, %s streams, k %s, request %s".formatted(kind, size, k, i);
                    assertThat(found.rows()).as(request).containsExactly(expected.rows());
                    assertThat(found.scores()).as(request).containsExactly(expected.scores());
                    assertThat(found.radiusKm()).as(request).isEqualTo(expected.radiusKm());
                }
            }
        }
    }
}
