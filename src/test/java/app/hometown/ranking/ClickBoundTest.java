// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.geo.Vector;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClickBoundTest {
    private static final int STREAMS = 2500;
    private static final int REQUESTS = 60;

    @ParameterizedTest
    @EnumSource(names = {"CLUSTERED", "UNIFORM", "DATELINE", "POLAR", "FEW_POINTS"})
    void noStreamIsLikelierThanTheTablesSay(Worlds.Kind kind) {
        Worlds worlds = new Worlds(kind.ordinal() + 400);
        Catalog catalog = worlds.catalog(kind, STREAMS, 1);
        PackedTree tree = TreeIndex.of(catalog, Progress.NONE).main().tree();
        int tight = 0;
        for (int request = 0; request < REQUESTS; request++) {
            TestLogisticModel model = request % 3 == 0 ? TestLogisticModel.USUAL : worlds.logistic();
            Viewer viewer = Viewer.of(worlds.user(catalog), catalog);
            ModelTerms terms = ModelTerms.of(tree, model);
            ClickBound click = Objects.requireNonNull(ClickBound.of(
                    tree,
                    catalog,
                    viewer,
                    model.boundFor(viewer.localPreferenceStrength(), viewer.totalWatchHours()),
                    terms));
            Scorer scorer = new Scorer(viewer, catalog.streams(), Ranker.ml(Scoring.DEFAULT, model));
            Vector here = Vector.of(viewer.latitude(), viewer.longitude());
            for (int stream = 0; stream < tree.size(); stream++) {
                int at = PackedTree.at(stream);
                long word = tree.word(at);
                int row = PackedTree.row(word);
                double probability = scorer.clickProbability(row, scorer.distanceKm(row));
                double most = click.atMost(stream, word, tree.chordSquared(here, at));
                if (!(most >= probability)) {
                    assertThat(most)
                            .as("%s, request %s, row %s of %s", kind, request, row, model)
                            .isGreaterThanOrEqualTo(probability);
                }
                tight += most - probability < 0.02 ? 1 : 0;
            }
        }
        assertThat(tight).as("bounds that say something").isGreaterThan(REQUESTS * STREAMS / 2);
    }

    @Test
    void hasNoTablesForNumbersBeyondAllBounds() {
        Worlds worlds = new Worlds(410);
        Catalog catalog = worlds.catalog(Worlds.Kind.CLUSTERED, STREAMS, 1);
        PackedTree tree = TreeIndex.of(catalog, Progress.NONE).main().tree();
        Viewer viewer = Viewer.of(worlds.user(catalog), catalog);
        double[] coefficients = TestLogisticModel.USUAL.coefficients().clone();
        Arrays.fill(coefficients, 1e36);
        TestLogisticModel huge = new TestLogisticModel(coefficients, 0);
        assertThat(ClickBound.of(tree, catalog, viewer, huge.boundFor(0.5, 1), ModelTerms.of(tree, huge)))
                .isNull();
    }

    @Test
    void streamsAtTheAntipodesAreRankedAsScored() {
        Worlds worlds = new Worlds(420);
        for (Worlds.Kind kind : Worlds.Kind.values()) {
            for (int size : new int[] {3, 40, 400}) {
                Catalog catalog = worlds.catalog(kind, size, 1);
                RankingIndex index = RankingIndex.of(catalog, Progress.NONE);
                RankingIndex truth = new ScanIndex(catalog);
                Streams streams = catalog.streams();
                for (int i = 0; i < 40; i++) {
                    int row = worlds.random.nextInt(size);
                    double longitude = streams.longitude(row);
                    Viewer viewer = Viewer.of(
                            worlds.user(catalog)
                                    .at(-streams.latitude(row), longitude < 0 ? longitude + 180 : longitude - 180),
                            catalog);
                    Ranker ranker = worlds.ranker();
                    int k = 1 + worlds.random.nextInt(30);
                    assertThat(index.hits(viewer, ranker, k).equalTo(truth.hits(viewer, ranker, k)))
                            .as("%s, %s streams, k %s, %s", kind, size, k, ranker)
                            .isTrue();
                }
            }
        }
    }
}
