// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.ClickModel;
import java.util.concurrent.TimeUnit;
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

/// What P(click) of one pair costs, by algorithm: models trained with their default numbers on the default data, asked
/// for pairs in the order of the file, so that no processor foresees a tree's answers.
///
/// The gate: each model's log-loss must be below that of always saying the share of clicks.
@State(Scope.Benchmark)
@Fork(0)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // the harness sets parameters and calls the set-up
public class PredictionBenchmark {
    private static final int PAIRS = 20_000;

    @Param({"logistic", "additive", "boosted-trees", "random-forest"})
    private String algorithm;

    private ClickModel model;
    private final double[][] pairs = new double[PAIRS][Feature.COUNT];

    /// Trains the model and checks it.
    @Setup
    public void train() {
        Generated generated = Generator.generate(GeneratorOptions.DEFAULT, Progress.NONE);
        TrainingData data = TrainingData.of(generated.train(), generated.catalog(), Progress.NONE);
        int[] rows = Split.stratified(generated.train(), 42).train();
        TrainingOptions options = new TrainingOptions(Algorithm.of("algorithm", algorithm), 42);
        model = Fitter.of(options.algorithm())
                .fit(data, rows, options, FitProgress.of(Progress.NONE))
                .parameters()
                .model();
        double loss = 0;
        double clicks = 0;
        for (int i = 0; i < PAIRS; i++) {
            data.features(rows[i], pairs[i]);
            loss += LogLoss.ofProbability(model.probability(pairs[i]), data.clicked(rows[i])) / PAIRS;
            clicks += data.clicked(rows[i]) ? 1.0 / PAIRS : 0;
        }
        double constant = -clicks * Math.log(clicks) - (1 - clicks) * Math.log(1 - clicks);
        if (!(loss < constant)) {
            throw new IllegalStateException(algorithm + " has learned nothing: log-loss " + loss);
        }
    }

    /// Asks for each pair.
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double probability() {
        double sum = 0;
        for (double[] pair : pairs) {
            sum += model.probability(pair);
        }
        return sum;
    }
}
