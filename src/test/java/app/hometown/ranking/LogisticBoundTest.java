// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Streams;
import app.hometown.ranking.BoundedClickModel.Match;
import org.junit.jupiter.api.Test;

class LogisticBoundTest {
    @Test
    void aSinglePairIsNarrowedDownFromBothSides() {
        Worlds worlds = new Worlds(21);
        Catalog catalog = worlds.catalog(Worlds.Kind.CLUSTERED, 300, 1);
        Streams streams = catalog.streams();
        double[] features = new double[Feature.COUNT];
        int sure = 0;
        for (int request = 0; request < 200; request++) {
            TestLogisticModel model = worlds.logistic();
            Viewer viewer = Viewer.of(worlds.user(catalog), catalog);
            var bound = model.boundFor(viewer.localPreferenceStrength(), viewer.totalWatchHours());
            Scorer scorer = new Scorer(viewer, streams, Ranker.ml(Scoring.DEFAULT, model));
            for (int row = 0; row < streams.size(); row++) {
                double distanceKm = scorer.distanceKm(row);
                Features.compute(viewer, streams, row, distanceKm, features);
                double probability = model.probability(features);
                double term = model.streamTerm(
                        streams.qualityScore(row),
                        streams.avgViewerCount(row),
                        streams.creatorFollowers(row),
                        streams.partnered(row),
                        streams.matureContent(row));
                float rounded = (float) term < term ? Math.nextUp((float) term) : (float) term;
                double most = bound.atMost(
                        distanceKm,
                        distanceKm,
                        viewer.city() == streams.city(row) ? Match.YES : Match.NO,
                        viewer.language() == streams.language(row) ? Match.YES : Match.NO,
                        viewer.prefers(streams.category(row)) ? Match.YES : Match.NO,
                        rounded);
                double least = most - bound.looseness(rounded);
                assertThat(most).isGreaterThanOrEqualTo(probability);
                assertThat(least).isLessThanOrEqualTo(probability);
                sure += most - least < 1e-5 ? 1 : 0;
            }
        }
        assertThat(sure).as("pairs known to five digits").isGreaterThan(150 * streams.size());
    }
}
