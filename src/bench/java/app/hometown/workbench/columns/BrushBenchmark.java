// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.workbench.columns.PlotQuestion.Measure;
import app.hometown.workbench.columns.PlotQuestion.Shape;
import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Chosen;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import app.hometown.workbench.explore.LinkedSamples;
import app.hometown.workbench.explore.Range;
import app.hometown.workbench.explore.Sieve;
import java.util.List;
import java.util.Optional;
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

/// What a step of a brush costs until the figures of others can be drawn: finding the rows that are left of users,
/// streams and samples, and counting them anew for a figure. Checked against counting rows one by one.
@State(Scope.Benchmark)
@Fork(0)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // the harness sets parameters and calls the set-up
public class BrushBenchmark {
    /// How many users, streams and samples, each.
    @Param({"1000000"})
    public int rows;

    private final Sieve userSieve = new Sieve();
    private final Sieve streamSieve = new Sieve();
    private final Sieve sampleSieve = new Sieve();
    private Catalog catalog;
    private LinkedSamples linked;
    private Facets users;
    private Facets streams;
    private Facets samples;
    private ColumnCatalog columns;
    private Chosen chosen;
    private double moved;

    private final PlotQuestion histogram =
            PlotQuestion.first(Kind.STREAMS).withX(new ColumnKey(Kind.STREAMS, Facets.FOLLOWERS));
    private final PlotQuestion means = new PlotQuestion(
            Kind.STREAMS,
            new ColumnKey(Kind.STREAMS, Facets.CITY),
            Measure.MEAN,
            new ColumnKey(Kind.STREAMS, Facets.VIEWERS),
            new ColumnKey(Kind.STREAMS, Facets.PARTNERED),
            null,
            40,
            Shape.SENSIBLE,
            true);
    private final PlotQuestion density = new PlotQuestion(
            Kind.STREAMS,
            new ColumnKey(Kind.STREAMS, Facets.VIEWERS),
            Measure.ROWS,
            new ColumnKey(Kind.STREAMS, Facets.FOLLOWERS),
            null,
            null,
            40,
            Shape.SENSIBLE,
            true);
    private final PlotQuestion joined = PlotQuestion.first(Kind.SAMPLES)
            .withX(new ColumnKey(Kind.STREAMS, Facets.QUALITY))
            .colouredBy(new ColumnKey(Kind.USERS, Facets.LANGUAGE));

    /// Makes the data and checks one answer.
    @Setup
    public void check() {
        Generated made = Generator.generate(new GeneratorOptions(rows, rows, rows, 1), Progress.NONE);
        catalog = made.catalog();
        linked = LinkedSamples.of(made.train(), catalog, Progress.NONE);
        users = Facets.of(Kind.USERS, catalog);
        streams = Facets.of(Kind.STREAMS, catalog);
        samples = Facets.of(linked, catalog);
        columns = new ColumnCatalog(catalog, Optional.of(linked));
        chosen = brush();
        Range range = chosen.streams().filter().range(Facets.QUALITY);
        long expected = 0;
        for (int sample = 0; sample < rows; sample++) {
            int stream = linked.streamRow(sample);
            expected += range.holds(catalog.streams().qualityScore(stream)) ? 1 : 0;
        }
        if (chosen.rows().samples().cardinality() != expected) {
            throw new IllegalStateException("the sieve is wrong");
        }
        PlotAnswer answer = PlotAnswer.of(histogram, columns, chosen.rows(), Progress.NONE);
        long counted = answer.cells().stream().mapToLong(PlotAnswer.Cell::count).sum();
        if (counted + answer.lost() != chosen.streams().count()) {
            throw new IllegalStateException("the histogram is wrong");
        }
    }

    /// The rows that are left of all three.
    @Benchmark
    public Chosen brush() {
        moved = (moved + 0.1) % 5;
        Left ofUsers = userSieve.left(users, Filter.NONE, Progress.NONE);
        Left ofStreams =
                streamSieve.left(streams, Filter.LIVE.withRange(Facets.QUALITY, new Range(moved, 8)), Progress.NONE);
        Left ofSamples = sampleSieve.left(samples, Filter.NONE, ofUsers, ofStreams, Progress.NONE);
        return new Chosen(ofUsers, ofStreams, Optional.of(ofSamples));
    }

    /// The rows that the figure shows in which is brushed.
    @Benchmark
    public Object but() {
        return chosen.but(List.of(Brushable.numbers(Kind.STREAMS, Facets.QUALITY)), Progress.NONE);
    }

    /// A histogram of what is left.
    @Benchmark
    public PlotAnswer histogram() {
        return PlotAnswer.of(histogram, columns, chosen.rows(), Progress.NONE);
    }

    /// Means by city and partnered.
    @Benchmark
    public PlotAnswer means() {
        return PlotAnswer.of(means, columns, chosen.rows(), Progress.NONE);
    }

    /// A density of two skewed columns.
    @Benchmark
    public PlotAnswer density() {
        return PlotAnswer.of(density, columns, chosen.rows(), Progress.NONE);
    }

    /// The click rate of samples by a column of their streams, coloured by one of their users.
    @Benchmark
    public PlotAnswer joined() {
        return PlotAnswer.of(joined, columns, chosen.rows(), Progress.NONE);
    }
}
