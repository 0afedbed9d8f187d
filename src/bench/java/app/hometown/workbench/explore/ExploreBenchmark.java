// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.geo.Area;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/// What a moved slider, a ticked word, a typed letter, a lasso and a tick of the clock cost, on all cores. Checked
/// against looking at every row.
@State(Scope.Benchmark)
@Fork(0)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // the harness sets parameters and calls the set-up
public class ExploreBenchmark {
    private static final int CORNERS = 200;

    /// How many streams, nine in ten of them live.
    @Param({"1000000"})
    public int streams;

    private final Sieve sieve = new Sieve();
    private final Filter others = Filter.LIVE
            .withWords(Facets.LANGUAGE, Set.of("en", "ja"))
            .withRange(Facets.FOLLOWERS, new Range(100, 50_000))
            .withRange(Facets.LATITUDE, new Range(-50, 60));
    private Catalog catalog;
    private Facets facets;
    private Area lasso;
    private BitSet all;
    private Broadcasts broadcasts;
    private double moved;

    /// Makes the data and checks one answer.
    @Setup
    public void check() {
        catalog = Generator.generate(new GeneratorOptions(10, streams, 10, 1), Progress.NONE)
                .catalog();
        facets = Facets.of(Kind.STREAMS, catalog);
        broadcasts = new Broadcasts(1, catalog.streams());
        all = new BitSet();
        all.set(0, streams);
        double[] xs = new double[CORNERS];
        double[] ys = new double[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double turn = 2 * Math.PI * i / CORNERS;
            xs[i] = 0.5 + 0.45 * Math.cos(turn) * (1 + 0.1 * Math.sin(9 * turn));
            ys[i] = 0.4 + 0.3 * Math.sin(turn);
        }
        lasso = Area.ring(xs, ys);
        Filter filter = others.withRange(Facets.QUALITY, new Range(1, 8));
        long expected = IntStream.range(0, streams)
                .mapToObj(catalog::stream)
                .filter(stream -> stream.live()
                        && Set.of("en", "ja").contains(stream.language())
                        && stream.creatorFollowers() >= 100
                        && stream.creatorFollowers() <= 50_000
                        && stream.latitude() >= -50
                        && stream.latitude() <= 60
                        && stream.qualityScore() >= 1
                        && stream.qualityScore() <= 8)
                .count();
        if (sieve.left(facets, filter, Progress.NONE).count() != expected) {
            throw new IllegalStateException("the sieve is wrong");
        }
    }

    /// A slider moves while three other conditions hold.
    @Benchmark
    public Left slider() {
        moved = (moved + 0.1) % 5;
        return sieve.left(facets, others.withRange(Facets.QUALITY, new Range(moved, 8)), Progress.NONE);
    }

    /// A slider moves while nothing else is asked, so that nearly every row is counted.
    @Benchmark
    public Left sliderAlone() {
        moved = (moved + 0.1) % 5;
        return sieve.left(facets, Filter.NONE.withRange(Facets.QUALITY, new Range(moved / 10, 10)), Progress.NONE);
    }

    /// A letter is typed.
    @Benchmark
    public Left text() {
        moved = (moved + 1) % 9;
        return sieve.left(facets, others.withText("_00" + (int) moved), Progress.NONE);
    }

    /// A lasso of 200 corners round nearly everything.
    @Benchmark
    public BitSet lasso() {
        return Enclosed.rows(Kind.STREAMS, catalog, all, lasso, Progress.NONE);
    }

    /// The clock ticks, columns and counts follow; what the ranking index does with it is measured elsewhere.
    @Benchmark
    public Left tick() {
        catalog = catalog.with(catalog.streams().with(broadcasts.step(catalog.streams(), 5)));
        facets = facets.with(catalog);
        return sieve.left(facets, Filter.LIVE, Progress.NONE);
    }
}
