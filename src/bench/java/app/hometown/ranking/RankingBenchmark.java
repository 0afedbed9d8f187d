// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

/// Ranking by the tree against the best scan of all, k = 20.
///
/// A correctness gate comes first: tree, vectorised scan and plain scan must agree to the bit, or nothing is measured.
/// All cases run in one process, as in the program, where all kinds of requests share the compiled code; so the data is
/// made once a size.
@State(Scope.Benchmark)
@Fork(0)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // the harness sets parameters and calls the set-up
public class RankingBenchmark {
    private static final int K = 20;
    private static final int USERS = 1 << 10;
    private static final int GATE = 40;
    private static final int PLAIN_GATE = 2;

    private record Data(Catalog catalog, TreeIndex tree, VectorScan scan) {
        static Data of(int streams, boolean uniform) {
            Catalog catalog = new Crowd(1).catalog(streams, uniform);
            long start = System.nanoTime();
            TreeIndex tree = TreeIndex.of(catalog, Progress.NONE);
            System.out.printf(
                    Locale.ROOT,
                    "%,d streams: built in %.2f s, %.1f bytes a live stream%n",
                    streams,
                    (System.nanoTime() - start) / 1e9,
                    tree.bytes() / (double) catalog.streams().liveCount());
            return new Data(catalog, tree, new VectorScan(catalog, Progress.NONE));
        }
    }

    private static final Map<String, Data> MADE = new ConcurrentHashMap<>();

    /// What the tree looks at in an average request, by streams and case; filled by the gate.
    static final Map<String, Hits.Work> WORK = new ConcurrentHashMap<>();

    /// How many streams, nine in ten of them live.
    @Param({"1000000"})
    public int streams;

    /// See [RankingCase].
    @Param({
        "basic-250km",
        "basic-world",
        "ml-250km",
        "ml-world",
        "basic-foreign-250km",
        "basic-foreign-world",
        "ml-foreign",
        "basic-far-250km",
        "basic-far-world",
        "ml-far",
        "basic-uniform"
    })
    public String request;

    private Data data;
    private Ranker ranker;
    private Viewer[] viewers;
    private int next;

    /// Makes the data and checks that all three agree.
    @Setup
    public void check() {
        RankingCase asked = RankingCase.of(request);
        // Two catalogs of ten millions would not fit: what the next case does not need goes.
        String key = streams + " " + asked.uniform();
        MADE.keySet().retainAll(Set.of(key));
        data = MADE.computeIfAbsent(key, _ -> Data.of(streams, asked.uniform()));
        ranker = asked.ranker();
        Crowd crowd = new Crowd(77);
        viewers = new Viewer[USERS];
        Arrays.setAll(viewers, _ -> Viewer.of(asked.who().apply(crowd), data.catalog()));
        long nodes = 0;
        long scored = 0;
        long geodesics = 0;
        ScanIndex truth = new ScanIndex(data.catalog());
        for (int i = 0; i < USERS; i++) {
            Hits hits = data.tree().hits(viewers[i], ranker, K);
            nodes += hits.work().nodes();
            scored += hits.work().streams();
            geodesics += hits.work().geodesics();
            if (i < GATE) {
                same(data.scan().hits(viewers[i], ranker, K), hits);
            }
            if (i < PLAIN_GATE) {
                same(truth.hits(viewers[i], ranker, K), hits);
            }
        }
        WORK.put(streams + " " + request, new Hits.Work(nodes / USERS, scored / USERS, geodesics / USERS));
    }

    private static void same(Hits expected, Hits hits) {
        if (!expected.equalTo(hits)) {
            throw new IllegalStateException("the index is wrong: " + Arrays.toString(hits.rows()));
        }
    }

    private Viewer viewer() {
        return viewers[next++ & (USERS - 1)];
    }

    /// The tree.
    @Benchmark
    public Hits tree() {
        return data.tree().hits(viewer(), ranker, K);
    }

    /// The vectorised scan of all.
    @Benchmark
    public Hits vectorScan() {
        return data.scan().hits(viewer(), ranker, K);
    }
}
