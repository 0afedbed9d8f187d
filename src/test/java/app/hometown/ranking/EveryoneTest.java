// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Users;
import app.hometown.geo.Geodesic;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EveryoneTest {
    private static final int USERS = 3000;

    private static Catalog catalog() {
        Worlds worlds = new Worlds(31);
        Catalog streams = worlds.catalog(Worlds.Kind.CLUSTERED, 400, 1);
        Users.Builder users = new Users.Builder();
        for (int i = 0; i < USERS; i++) {
            users.ids().add("u" + i);
            users.add(
                    worlds.random.nextDouble(-90, 90),
                    worlds.random.nextDouble(-180, 180),
                    0,
                    0,
                    new int[] {0},
                    1,
                    0.5,
                    10);
        }
        return new Catalog(
                users.build(),
                streams.streams(),
                streams.cities(),
                streams.languages(),
                streams.categories(),
                false,
                streams.categoryNames());
    }

    @Test
    void visitsEachUserOnceAsIfAlone() {
        Catalog catalog = catalog();
        RankingIndex index = RankingIndex.of(catalog, Progress.NONE);
        Ranker basic = Ranker.basic(Scoring.DEFAULT);
        int[] users = new int[USERS - 100];
        Arrays.setAll(users, i -> USERS - 1 - i);
        int[][] rows = new int[users.length][];
        AtomicLong visits = new AtomicLong();
        AtomicLong told = new AtomicLong();
        Progress progress = new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {
                assertThat(told.getAndSet(count)).isLessThan(count);
            }
        };
        Everyone.visit(catalog, users, progress, (i, viewer) -> {
            visits.incrementAndGet();
            rows[i] = index.hits(viewer, basic, 5).rows();
        });
        assertThat(visits).hasValue(users.length);
        assertThat(told).hasValue(users.length);
        for (int i = 0; i < users.length; i += 37) {
            assertThat(rows[i])
                    .containsExactly(
                            index.hits(Viewer.of(users[i], catalog), basic, 5).rows());
        }
    }

    @Test
    void goesFromNeighbourToNeighbour() {
        Users users = catalog().users();
        int[] order = app.hometown.geo.Hilbert.order(USERS, users::latitude, users::longitude);
        assertThat(Arrays.stream(order).distinct().count()).isEqualTo(USERS);
        double far = 0;
        double near = 0;
        for (int i = 1; i < USERS; i++) {
            far += km(users, i - 1, i);
            near += km(users, order[i - 1], order[i]);
        }
        assertThat(near).isLessThan(far / 10);
    }

    private static double km(Users users, int a, int b) {
        return Geodesic.distanceKm(users.latitude(a), users.longitude(a), users.latitude(b), users.longitude(b));
    }

    @Test
    void stopsWhenCancelled() {
        Catalog catalog = catalog();
        AtomicLong visits = new AtomicLong();
        int[] users = new int[USERS];
        Arrays.setAll(users, i -> i);
        Progress cancelled = new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void done(long count) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> Everyone.visit(catalog, users, cancelled, (i, viewer) -> visits.incrementAndGet()))
                .isInstanceOf(CancellationException.class);
        assertThat(visits.get()).isLessThan(USERS);
    }
}
