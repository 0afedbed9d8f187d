// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Users;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Ranking for everyone on all cores, k = 20, users per second; and the same users in the order in which they come, to
/// see what the order is worth. One user in ten speaks another language than the city's.
@State(Scope.Benchmark)
@Fork(0)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 3, time = 3)
@SuppressWarnings("NullAway.Init") // the harness sets parameters and calls the set-up
public class EveryoneBenchmark {
    private static final int USERS = 100_000;

    /// How many streams, nine in ten of them live.
    @Param({"1000000"})
    public int streams;

    /// See [RankingCase].
    @Param({"basic-250km", "ml-250km"})
    public String request;

    private Catalog catalog;
    private TreeIndex tree;
    private Ranker ranker;
    private int[] users;

    /// Makes the data and checks that everyone gets what they would get alone.
    @Setup
    public void check() {
        ranker = RankingCase.of(request).ranker();
        Crowd crowd = new Crowd(1);
        Catalog without = crowd.catalog(streams, false);
        catalog = new Catalog(
                users(new Crowd(77), without),
                without.streams(),
                without.cities(),
                without.languages(),
                without.categories(),
                false,
                without.categoryNames());
        tree = TreeIndex.of(catalog, Progress.NONE);
        users = new int[USERS];
        Arrays.setAll(users, i -> i);
        AtomicLong wrong = new AtomicLong();
        Everyone.visit(catalog, Arrays.copyOf(users, 1000), Progress.NONE, (i, viewer) -> {
            Hits alone = tree.hits(Viewer.of(i, catalog), ranker, 20);
            wrong.addAndGet(Arrays.equals(tree.hits(viewer, ranker, 20).rows(), alone.rows()) ? 0 : 1);
        });
        if (wrong.get() > 0) {
            throw new IllegalStateException(wrong + " users get other streams than alone");
        }
    }

    private static Users users(Crowd crowd, Catalog catalog) {
        Users.Builder users = new Users.Builder();
        for (int i = 0; i < USERS; i++) {
            var user = i % 10 == 0 ? crowd.foreigner() : crowd.resident();
            int[] categories = user.preferredCategories().stream()
                    .mapToInt(catalog.categories()::code)
                    .toArray();
            users.ids().add("user_" + i);
            users.add(
                    user.latitude(),
                    user.longitude(),
                    catalog.cities().code(user.city()),
                    catalog.languages().code(user.language()),
                    categories,
                    categories.length,
                    user.localPreferenceStrength(),
                    user.totalWatchHours());
        }
        return users.build();
    }

    /// In the order of the Hilbert curve, on all cores.
    @Benchmark
    @OperationsPerInvocation(USERS)
    public long everyone() {
        AtomicLong found = new AtomicLong();
        Everyone.visit(
                catalog,
                users,
                Progress.NONE,
                (i, viewer) -> found.addAndGet(tree.hits(viewer, ranker, 20).size()));
        return found.get();
    }

    /// In the order in which they come, on all cores.
    @Benchmark
    @OperationsPerInvocation(USERS)
    public long asTheyCome() {
        return Arrays.stream(users)
                .parallel()
                .mapToLong(row -> tree.hits(Viewer.of(row, catalog), ranker, 20).size())
                .sum();
    }
}
