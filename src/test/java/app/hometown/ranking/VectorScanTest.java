// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.User;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The vectorised scan against scoring all streams one by one: the same rows, scores, distances and radius to the bit.
class VectorScanTest {
    private static final int[] SIZES = {0, 1, 20, 511, 513, 1024, 3000, 5000};
    private static final int REQUESTS = 150;

    @ParameterizedTest
    @EnumSource
    void givesTheTopOfScoringAll(Worlds.Kind kind) {
        Worlds worlds = new Worlds(kind.ordinal() + 500);
        for (int size : SIZES) {
            Catalog catalog = worlds.catalog(kind, size, size % 2 == 0 ? 0.9 : 1);
            VectorScan scan = new VectorScan(catalog, Progress.NONE);
            ScanIndex truth = new ScanIndex(catalog);
            for (int i = 0; i < REQUESTS; i++) {
                User user = worlds.user(catalog);
                Viewer viewer = Viewer.of(user, catalog);
                Ranker any = worlds.ranker();
                // Scorings with a negative weight are scored one by one; most requests are to be bounded.
                Ranker ranker = i % 4 == 0 ? any : new Ranker(any.name(), notNegative(any.scoring()), any.clickModel());
                int k = worlds.random.nextInt(10) == 0 ? size + 5 : 1 + worlds.random.nextInt(50);
                Hits expected = truth.hits(viewer, ranker, k);
                Hits found = scan.hits(viewer, ranker, k);
                String request =
                        "%s, %s streams, k %s, request %s: %s for %s".formatted(kind, size, k, i, ranker, user);
                assertThat(found.rows()).as(request).containsExactly(expected.rows());
                assertThat(found.scores()).as(request).containsExactly(expected.scores());
                assertThat(found.distancesKm()).as(request).containsExactly(expected.distancesKm());
                assertThat(found.radiusKm()).as(request).isEqualTo(expected.radiusKm());
            }
        }
    }

    private static Scoring notNegative(Scoring scoring) {
        Scoring.Weights weights = scoring.weights();
        return new Scoring(
                new Scoring.Weights(Math.abs(weights.proximity()), Math.abs(weights.base()), Math.abs(weights.ml())),
                scoring.base(),
                scoring.radiusKm(),
                scoring.expand());
    }
}
