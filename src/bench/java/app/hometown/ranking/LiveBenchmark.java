// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Streams that change: what one more change costs after others, and what the changes cost a request until the index
/// is renewed. Checked against an index of the changed catalog made anew.
@State(Scope.Benchmark)
@Fork(0)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // the harness sets parameters and calls the set-up
public class LiveBenchmark {
    private static final int K = 20;
    private static final int USERS = 1 << 10;

    /// How many streams, nine in ten of them live.
    @Param({"1000000"})
    public int streams;

    /// How many of them changed before.
    @Param({"1", "1000", "3900"})
    public int changed;

    private final Ranker ranker = RankingCase.of("basic-250km").ranker();
    private LiveIndex patched;
    private LiveIndex renewed;
    private Viewer[] viewers;
    private int next;

    /// Makes both indexes and checks that they agree.
    @Setup
    public void check() {
        Catalog catalog = new Crowd(1).catalog(streams, false);
        SplittableRandom random = new SplittableRandom(3);
        List<Streams.Change> changes = new ArrayList<>();
        for (int i = 0; i < changed; i++) {
            changes.add(new Streams.Change(random.nextInt(streams), random.nextBoolean(), random.nextInt(5000)));
        }
        patched = TreeIndex.of(catalog, Progress.NONE).with(changes);
        renewed = TreeIndex.of(patched.catalog(), Progress.NONE);
        Crowd crowd = new Crowd(77);
        viewers = new Viewer[USERS];
        Arrays.setAll(viewers, _ -> Viewer.of(crowd.resident(), catalog));
        for (Viewer viewer : viewers) {
            if (!Arrays.equals(
                    patched.hits(viewer, ranker, K).rows(),
                    renewed.hits(viewer, ranker, K).rows())) {
                throw new IllegalStateException("the patched index is wrong");
            }
        }
    }

    private Viewer viewer() {
        return viewers[next++ & (USERS - 1)];
    }

    /// One more change.
    @Benchmark
    public LiveIndex change() {
        return patched.with(List.of(new Streams.Change(next++ % streams, true, 7)));
    }

    /// A request to the patched index.
    @Benchmark
    public Hits patched() {
        return patched.hits(viewer(), ranker, K);
    }

    /// A request to a new one.
    @Benchmark
    public Hits renewed() {
        return renewed.hits(viewer(), ranker, K);
    }
}
