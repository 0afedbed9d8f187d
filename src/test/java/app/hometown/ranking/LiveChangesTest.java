// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Streams that go on and off the air and change their viewers, against scoring all streams as they then are.
class LiveChangesTest {
    private static final int ROUNDS = 12;
    private static final int REQUESTS = 25;

    @ParameterizedTest
    @EnumSource
    void givesTheTopOfTheStreamsAsTheyAreNow(Worlds.Kind kind) {
        Worlds worlds = new Worlds(kind.ordinal() + 400);
        for (int size : List.of(1, 40, 900)) {
            LiveIndex index = RankingIndex.of(worlds.catalog(kind, size, 0.6), Progress.NONE);
            for (int round = 0; round < ROUNDS; round++) {
                List<Streams.Change> changes = changes(worlds, index.catalog().streams());
                index = index.with(changes);
                RankingIndex truth = new ScanIndex(index.catalog());
                for (int i = 0; i < REQUESTS; i++) {
                    same(worlds, index, truth);
                }
            }
        }
    }

    private static List<Streams.Change> changes(Worlds worlds, Streams streams) {
        List<Streams.Change> changes = new ArrayList<>();
        int count = worlds.random.nextInt(1 + streams.size() / 5) + 1;
        for (int i = 0; i < count; i++) {
            int row = worlds.random.nextInt(streams.size());
            changes.add(
                    switch (worlds.random.nextInt(3)) {
                        case 0 -> new Streams.Change(row, !streams.live(row), streams.avgViewerCount(row));
                        case 1 -> new Streams.Change(row, streams.live(row), worlds.random.nextInt(5000));
                        default -> new Streams.Change(row, true, worlds.random.nextInt(5000));
                    });
        }
        return changes;
    }

    private static void same(Worlds worlds, RankingIndex index, RankingIndex truth) {
        Viewer viewer = Viewer.of(worlds.user(index.catalog()), index.catalog());
        Ranker ranker = worlds.ranker();
        int k = 1 + worlds.random.nextInt(40);
        Hits expected = truth.hits(viewer, ranker, k);
        Hits found = index.hits(viewer, ranker, k);
        assertThat(found.rows()).as("%s", ranker).containsExactly(expected.rows());
        assertThat(found.scores()).as("%s", ranker).containsExactly(expected.scores());
        assertThat(found.distancesKm()).as("%s", ranker).containsExactly(expected.distancesKm());
        assertThat(found.radiusKm()).as("%s", ranker).isEqualTo(expected.radiusKm());
    }

    @Test
    void whoHasTheOldIndexSeesNothingOfTheChange() {
        Worlds worlds = new Worlds(5);
        Catalog catalog = worlds.catalog(Worlds.Kind.CLUSTERED, 500, 1);
        LiveIndex before = RankingIndex.of(catalog, Progress.NONE);
        Viewer viewer = Viewer.of(worlds.user(catalog), catalog);
        Ranker world = Ranker.basic(Scoring.DEFAULT.within(OptionalDouble.empty()));
        Hits hits = before.hits(viewer, world, 10);
        int best = hits.rows()[0];

        RankingIndex after = before.with(
                List.of(new Streams.Change(best, false, catalog.streams().avgViewerCount(best))));

        assertThat(after.hits(viewer, world, 10).rows()).doesNotContain(best);
        assertThat(after.catalog().streams().live(best)).isFalse();
        assertThat(after.catalog().streams().liveCount()).isEqualTo(499);
        assertThat(before.hits(viewer, world, 10).rows()).containsExactly(hits.rows());
        assertThat(catalog.streams().live(best)).isTrue();
    }

    @Test
    void isLooseAfterManyChangesAndNotAfterFew() {
        Worlds worlds = new Worlds(6);
        LiveIndex index = RankingIndex.of(worlds.catalog(Worlds.Kind.CLUSTERED, 3000, 1), Progress.NONE);
        assertThat(index.loose()).isFalse();
        List<Streams.Change> off = new ArrayList<>();
        for (int row = 0; row < 1500; row++) {
            off.add(new Streams.Change(row, false, 0));
        }
        assertThat(index.with(off.subList(0, 20)).loose()).isFalse();
        LiveIndex loose = index.with(off);
        assertThat(loose.loose()).isTrue();
        assertThat(RankingIndex.of(loose.catalog(), Progress.NONE).loose()).isFalse();
    }
}
