// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.User;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The index against scoring all streams one by one: the same rows, scores and distances to the bit.
class RankingIndexTest {
    private static final int[] SIZES = {0, 1, 2, 31, 33, 100, 257, 1000, 5000};
    private static final int REQUESTS = 120;

    @ParameterizedTest
    @EnumSource
    void givesTheTopOfScoringAll(Worlds.Kind kind) {
        Worlds worlds = new Worlds(kind.ordinal() + 1000);
        for (int size : SIZES) {
            Catalog catalog = worlds.catalog(kind, size, size % 2 == 0 ? 0.9 : 1);
            RankingIndex index = RankingIndex.of(catalog, Progress.NONE);
            RankingIndex truth = new ScanIndex(catalog);
            for (int i = 0; i < REQUESTS; i++) {
                User user = worlds.user(catalog);
                Viewer viewer = Viewer.of(user, catalog);
                Ranker ranker = worlds.ranker();
                int k = worlds.random.nextInt(10) == 0 ? size + 5 : 1 + worlds.random.nextInt(50);
                Hits expected = truth.hits(viewer, ranker, k);
                Hits found = index.hits(viewer, ranker, k);
                String request =
                        "%s, %s streams, k %s, request %s: %s for %s".formatted(kind, size, k, i, ranker, user);
                assertThat(found.rows()).as(request).containsExactly(expected.rows());
                assertThat(found.scores()).as(request).containsExactly(expected.scores());
                assertThat(found.distancesKm()).as(request).containsExactly(expected.distancesKm());
                assertThat(found.radiusKm()).as(request).isEqualTo(expected.radiusKm());
            }
        }
    }

    @Test
    void ranksEveryoneWhenKIsLarger() {
        Catalog catalog = new Worlds(1).catalog(Worlds.Kind.CLUSTERED, 300, 0.5);
        Ranking ranking = RankingIndex.of(catalog, Progress.NONE)
                .top(new Worlds(2).user(catalog), Ranker.basic(Scoring.DEFAULT), 1000);
        assertThat(ranking.entries()).hasSize(catalog.streams().liveCount());
        assertThat(ranking.radiusKm()).isEmpty();
        assertThat(ranking.entries()).allMatch(entry -> catalog.streams().live(entry.row()));
    }

    @Test
    void doublesTheRadiusUntilEnoughAreInside() {
        Catalog catalog = new Worlds(3).catalog(Worlds.Kind.ONE_POINT, 30, 1);
        User user = new Worlds(4).user(catalog).at(38.7128, -74.006);
        RankingIndex index = RankingIndex.of(catalog, Progress.NONE);
        Scoring scoring = Scoring.DEFAULT.within(OptionalDouble.of(30));
        Ranking ranking = index.top(user, Ranker.basic(scoring), 5);
        assertThat(ranking.entries()).hasSize(5).allMatch(entry -> entry.distanceKm() > 220);
        assertThat(ranking.radiusKm()).hasValue(240);
        Scoring fixed = new Scoring(scoring.weights(), scoring.base(), scoring.radiusKm(), false);
        assertThat(index.top(user, Ranker.basic(fixed), 5).entries()).isEmpty();
    }

    @Test
    void givesAnEmptyRankingWithoutLiveStreams() {
        for (int size : List.of(0, 50)) {
            Catalog catalog = new Worlds(5).catalog(Worlds.Kind.CLUSTERED, size, 0);
            Ranking ranking = RankingIndex.of(catalog, Progress.NONE)
                    .top(new Worlds(6).user(catalog), Ranker.basic(Scoring.DEFAULT), 5);
            assertThat(ranking.entries()).isEmpty();
            assertThat(ranking.radiusKm()).isEmpty();
        }
    }

    @Test
    void wantsAtLeastOne() {
        Catalog catalog = new Worlds(7).catalog(Worlds.Kind.CLUSTERED, 10, 1);
        RankingIndex index = RankingIndex.of(catalog, Progress.NONE);
        assertThatThrownBy(() -> index.top(new Worlds(8).user(catalog), Ranker.basic(Scoring.DEFAULT), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsBuildingWhenCancelled() {
        Catalog catalog = new Worlds(9).catalog(Worlds.Kind.CLUSTERED, 1000, 1);
        Progress cancelled = new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> RankingIndex.of(catalog, cancelled)).isInstanceOf(CancellationException.class);
    }

    @Test
    void termsSumToTheScore() {
        Worlds worlds = new Worlds(10);
        for (Worlds.Kind kind : Worlds.Kind.values()) {
            Catalog catalog = worlds.catalog(kind, 200, 1);
            RankingIndex index = RankingIndex.of(catalog, Progress.NONE);
            for (int i = 0; i < 300; i++) {
                Ranking ranking = index.top(worlds.user(catalog), worlds.ranker(), 20);
                for (Ranking.Entry entry : ranking.entries()) {
                    Breakdown terms = entry.breakdown();
                    double size = Math.abs(terms.proximity())
                            + Math.abs(terms.quality())
                            + Math.abs(terms.viewers())
                            + Math.abs(terms.followers())
                            + Math.abs(terms.partnered())
                            + Math.abs(terms.language())
                            + Math.abs(terms.category())
                            + Math.abs(terms.click());
                    if (Double.isFinite(size) && Double.isFinite(entry.score())) {
                        assertThat(Math.abs(terms.sum() - entry.score()))
                                .as("%s", entry)
                                .isLessThanOrEqualTo(1e-9 * Math.max(1, size / 1000));
                        assertThat(terms.base() + terms.proximity() + terms.click())
                                .isEqualTo(terms.sum());
                    }
                }
            }
        }
    }

    @Test
    void breaksTiesById() {
        Catalog catalog = new Worlds(11).catalog(Worlds.Kind.ONE_POINT, 400, 1);
        Ranking ranking = RankingIndex.of(catalog, Progress.NONE)
                .top(new Worlds(12).user(catalog), Ranker.basic(Scoring.DEFAULT), 50);
        assertThat(ranking.entries().stream().map(Ranking.Entry::score).distinct())
                .hasSize(1);
        assertThat(ranking.entries())
                .extracting(Ranking.Entry::streamId)
                .isSorted()
                .hasSize(50);
    }
}
