// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
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

/// Ranking by the tree against the best scan of all, k = 20: `mvn -Pbench`, with
/// `-Dbench.args="-p streams=10000000"` for more.
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

    private record Data(Catalog catalog, TreeIndex tree, VectorScan scan) {
        static Data of(int streams, boolean uniform) {
            Catalog catalog = new Crowd(1).catalog(streams, uniform);
            long start = System.nanoTime();
            TreeIndex tree = TreeIndex.of(catalog, Progress.NONE);
            System.out.printf(
                    "%,d streams: built in %.2f s, %.1f bytes a live stream, %.1f more with a model%n",
                    streams,
                    (System.nanoTime() - start) / 1e9,
                    tree.bytes() / (double) catalog.streams().liveCount(),
                    tree.main().terms(TestLogisticModel.USUAL).bytes()
                            / (double) catalog.streams().liveCount());
            return new Data(catalog, tree, new VectorScan(catalog));
        }
    }

    private static final Map<String, Data> MADE = new ConcurrentHashMap<>();

    /// How many streams, nine in ten of them live.
    @Param({"1000000"})
    public int streams;

    /// Ranker, radius, users: of the cities, or anywhere and of any language (far); cities or everywhere (uniform).
    @Param({
        "basic-250km",
        "basic-world",
        "ml-250km",
        "ml-world",
        "basic-far-250km",
        "basic-far-world",
        "ml-far-world",
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
        boolean uniform = request.endsWith("uniform");
        data = MADE.computeIfAbsent(streams + " " + uniform, key -> Data.of(streams, uniform));
        Scoring scoring = request.endsWith("250km") ? Scoring.DEFAULT : Scoring.DEFAULT.within(OptionalDouble.empty());
        ranker = request.startsWith("ml") ? Ranker.ml(scoring, TestLogisticModel.USUAL) : Ranker.basic(scoring);
        Crowd crowd = new Crowd(77);
        viewers = new Viewer[USERS];
        Arrays.setAll(
                viewers,
                i -> Viewer.of(request.contains("far") || uniform ? crowd.stranger() : crowd.user(), data.catalog()));
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
            if (i < 2) {
                same(truth.hits(viewers[i], ranker, K), hits);
            }
        }
        System.out.printf(
                "%n%s: exact; a request looks at %d nodes and %d streams, %d distances%n",
                request, nodes / USERS, scored / USERS, geodesics / USERS);
    }

    private static void same(Hits expected, Hits hits) {
        if (!Arrays.equals(expected.rows(), hits.rows())
                || !Arrays.equals(expected.scores(), hits.scores())
                || !Arrays.equals(expected.distancesKm(), hits.distancesKm())) {
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
