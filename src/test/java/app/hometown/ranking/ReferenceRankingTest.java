// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.hometown.data.DataFolder;
import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The reference data, whose rankings another program computed.
class ReferenceRankingTest {
    private final Path folder = Path.of(System.getProperty("hometown.reference", "../shared/reference"));

    @Test
    void ranksAsTheProgramThatWroteTheData() {
        assumeTrue(Files.isDirectory(folder));
        Catalog catalog = DataFolder.open(folder, Progress.NONE).catalog();
        List<Ranking.Entry> best = RankingIndex.of(catalog, Progress.NONE)
                .top(catalog.user("user_000001"), Ranker.basic(Scoring.REFERENCE), 3)
                .entries();
        assertThat(best)
                .extracting(Ranking.Entry::streamId)
                .containsExactly("stream_000294", "stream_000083", "stream_000039");
        double[] scores = {5.777, 5.552, 4.074};
        for (int i = 0; i < scores.length; i++) {
            assertThat(best.get(i).score()).isCloseTo(scores[i], within(5e-4));
            assertThat(best.get(i).distanceKm()).isCloseTo(10.0, within(0.05));
        }
    }

    @Test
    void ranksEveryUserAsScoringAllDoes() {
        assumeTrue(Files.isDirectory(folder));
        Catalog catalog = DataFolder.open(folder, Progress.NONE).catalog();
        RankingIndex index = RankingIndex.of(catalog, Progress.NONE);
        RankingIndex truth = new ScanIndex(catalog);
        for (Scoring scoring : List.of(Scoring.DEFAULT, Scoring.REFERENCE)) {
            for (Ranker ranker : List.of(Ranker.basic(scoring), Ranker.ml(scoring, TestLogisticModel.USUAL))) {
                for (int row = 0; row < catalog.users().size(); row++) {
                    Viewer viewer = Viewer.of(row, catalog);
                    Hits expected = truth.hits(viewer, ranker, 20);
                    Hits found = index.hits(viewer, ranker, 20);
                    assertThat(found.rows()).containsExactly(expected.rows());
                    assertThat(found.scores()).containsExactly(expected.scores());
                }
            }
        }
    }
}
