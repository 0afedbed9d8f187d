// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import java.io.IOException;
import java.util.Arrays;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The tree against Lucene, the same formula, k = 20; see [LucenePeer]. Before that, both must give the same scores
/// within what sphere and ellipsoid differ.
@State(Scope.Benchmark)
@Fork(0)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@SuppressWarnings("NullAway.Init") // the harness sets parameters and calls the set-up
public class LuceneBenchmark {
    private static final int K = 20;
    private static final int USERS = 1 << 10;
    private static final int GATE = 20;

    /// Haversine and ellipsoid differ by at most this share of a distance, and so of a proximity.
    private static final double SPHERE = 0.0056;

    /// Single precision of a score of some 15 points, and places rounded to 10⁻⁷ degrees.
    private static final double ROUNDING = 1e-4;

    /// How many streams, nine in ten of them live.
    @Param({"1000000"})
    public int streams;

    /// See [RankingCase].
    @Param({"basic-250km", "basic-world"})
    public String request;

    private TreeIndex tree;
    private LucenePeer lucene;
    private Ranker ranker;
    private Viewer[] viewers;
    private int next;

    /// Makes the data and checks that both agree.
    @Setup
    public void check() throws IOException {
        RankingCase asked = RankingCase.of(request);
        ranker = asked.ranker();
        Catalog catalog = new Crowd(1).catalog(streams, asked.uniform());
        tree = TreeIndex.of(catalog, Progress.NONE);
        lucene = new LucenePeer(catalog);
        Crowd crowd = new Crowd(77);
        viewers = new Viewer[USERS];
        Arrays.setAll(viewers, _ -> Viewer.of(asked.who().apply(crowd), catalog));
        for (int i = 0; i < GATE; i++) {
            Hits hits = tree.hits(viewers[i], ranker, K);
            float[] scores = lucene.scores(viewers[i], ranker.scoring(), K);
            double most = ranker.scoring().weights().proximity() * (1 + viewers[i].localPreferenceStrength());
            boolean same = scores.length == hits.size();
            for (int n = 0; same && n < K; n++) {
                same = Math.abs(scores[n] - hits.scores()[n]) <= SPHERE * most + ROUNDING;
            }
            if (!same) {
                throw new IllegalStateException(
                        "Lucene gives " + Arrays.toString(scores) + " not " + Arrays.toString(hits.scores()));
            }
        }
    }

    /// Removes the temporary files.
    @TearDown
    public void close() throws IOException {
        lucene.close();
    }

    private Viewer viewer() {
        return viewers[next++ & (USERS - 1)];
    }

    /// The tree.
    @Benchmark
    public Hits tree() {
        return tree.hits(viewer(), ranker, K);
    }

    /// Lucene.
    @Benchmark
    public float[] lucene() {
        return lucene.scores(viewer(), ranker.scoring(), K);
    }
}
