// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.math.BFGS;
import smile.util.function.DifferentiableMultivariateFunction;

class LogisticRegressionTest {
    private static final int COUNT = Feature.COUNT;

    /// Features of very different sizes, the last two of which repeat others: one exactly, one nearly.
    private static double[][] rows(int size, SplittableRandom random) {
        double[][] rows = new double[size][COUNT];
        for (double[] row : rows) {
            row[0] = random.nextDouble() * 15_000;
            for (int j = 1; j < COUNT - 2; j++) {
                row[j] = j % 3 == 0 ? (random.nextInt(3) == 0 ? 1 : 0) : random.nextGaussian() * Math.pow(4, j - 6);
            }
            row[COUNT - 2] = row[3];
            row[COUNT - 1] = row[6] == 1 || random.nextInt(50) == 0 ? 1 : 0;
        }
        return rows;
    }

    private static BitSet clicks(double[][] rows, SplittableRandom random) {
        BitSet clicked = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            double logOdds = -0.7 - rows[i][0] / 10_000 + rows[i][3] + 0.5 * rows[i][6] + rows[i][5] - rows[i][9];
            clicked.set(i, random.nextDouble() < 1 / (1 + Math.exp(-logOdds)));
        }
        return clicked;
    }

    private static LogisticRegression.Fit fit(double[][] rows, BitSet clicked, double c) {
        return LogisticRegression.fit(
                TrainingData.of(rows, clicked),
                IntStream.range(0, rows.length).toArray(),
                new int[0],
                c,
                FitProgress.of(Progress.NONE));
    }

    /// The objective, written down once more in the plainest way.
    private static double objective(double[][] rows, BitSet clicked, double c, double[] w, double[] gradient) {
        java.util.Arrays.fill(gradient, 0);
        double value = 0;
        for (int j = 0; j < COUNT; j++) {
            value += 0.5 * w[j] * w[j] / c;
            gradient[j] = w[j] / c;
        }
        for (int i = 0; i < rows.length; i++) {
            double logOdds = w[COUNT];
            for (int j = 0; j < COUNT; j++) {
                logOdds += w[j] * rows[i][j];
            }
            double signed = clicked.get(i) ? logOdds : -logOdds;
            value += signed > 0 ? Math.log1p(Math.exp(-signed)) : -signed + Math.log1p(Math.exp(signed));
            double error = 1 / (1 + Math.exp(-logOdds)) - (clicked.get(i) ? 1 : 0);
            for (int j = 0; j < COUNT; j++) {
                gradient[j] += error * rows[i][j];
            }
            gradient[COUNT] += error;
        }
        return value;
    }

    private static double[] point(LogisticModel model) {
        double[] point = java.util.Arrays.copyOf(model.coefficients(), COUNT + 1);
        point[COUNT] = model.intercept();
        return point;
    }

    private static void assertOptimal(double[][] rows, BitSet clicked, double c, LogisticModel model) {
        double[] gradient = new double[COUNT + 1];
        objective(rows, clicked, c, point(model), gradient);
        for (int j = 0; j <= COUNT; j++) {
            double scale = 1;
            for (double[] row : rows) {
                scale += j == COUNT ? 1 : Math.abs(row[j]);
            }
            assertThat(gradient[j] / scale).as("slope of coefficient %d", j).isCloseTo(0, within(1e-11));
        }
    }

    @Test
    void theGradientOfTheContractsObjectiveIsZeroAtTheSolution() {
        for (int seed = 0; seed < 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] rows = rows(3000, random);
            BitSet clicked = clicks(rows, random);
            for (double c : new double[] {1, 0.01, 100}) {
                LogisticRegression.Fit fit = fit(rows, clicked, c);
                assertOptimal(rows, clicked, c, fit.model());
                assertThat(fit.gradient()).isLessThan(1e-10);
                assertThat(fit.iterations()).isBetween(3, 30);
            }
        }
    }

    @Test
    void anotherOptimiserFindsTheSamePoint() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] rows = rows(2000, random);
        BitSet clicked = clicks(rows, random);
        double[] scale = new double[COUNT + 1];
        for (int j = 0; j <= COUNT; j++) {
            int column = j;
            double mean = java.util.Arrays.stream(rows)
                    .mapToDouble(row -> column == COUNT ? 1 : row[column])
                    .average()
                    .orElseThrow();
            double variance = java.util.Arrays.stream(rows)
                    .mapToDouble(row -> column == COUNT ? 1 : Math.pow(row[column] - mean, 2) + mean * mean)
                    .average()
                    .orElseThrow();
            scale[j] = 1 / Math.sqrt(variance);
        }
        DifferentiableMultivariateFunction scaled = new DifferentiableMultivariateFunction() {
            @Override
            public double f(double[] x) {
                return g(x, new double[COUNT + 1]);
            }

            @Override
            public double g(double[] x, double[] gradient) {
                double[] w = x.clone();
                for (int j = 0; j <= COUNT; j++) {
                    w[j] *= scale[j];
                }
                double value = objective(rows, clicked, 1, w, gradient);
                for (int j = 0; j <= COUNT; j++) {
                    gradient[j] *= scale[j];
                }
                return value;
            }
        };
        double[] x = new double[COUNT + 1];
        double smallest = BFGS.minimize(scaled, x, 1e-12, 5000);
        LogisticModel model = fit(rows, clicked, 1).model();
        double[] ours = point(model);
        assertThat(objective(rows, clicked, 1, ours, new double[COUNT + 1])).isCloseTo(smallest, within(1e-8));
        for (int j = 0; j <= COUNT; j++) {
            assertThat(ours[j]).as("coefficient %d", j).isCloseTo(x[j] * scale[j], within(2e-5 * scale[j]));
        }
    }

    @Test
    void equalColumnsShareTheirCoefficient() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = rows(2000, random);
        LogisticModel model = fit(rows, clicks(rows, random), 1).model();
        assertThat(model.coefficients()[COUNT - 2]).isCloseTo(model.coefficients()[3], within(1e-9));
    }

    @Test
    void aConstantColumnGetsNoCoefficient() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] rows = rows(1000, random);
        BitSet clicked = clicks(rows, random);
        for (double[] row : rows) {
            row[1] = 0;
            row[2] = 1234.5678;
        }
        LogisticModel model = fit(rows, clicked, 1).model();
        assertThat(model.coefficients()[1]).isZero();
        assertThat(model.coefficients()[2]).isZero();
        assertOptimal(rows, clicked, 1, model);
    }

    @Test
    void columnsThatForetellEverythingHaveAnOptimumToo() {
        double[][] rows = new double[400][COUNT];
        BitSet clicked = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = i * 30.0;
            rows[i][2] = i >= 200 ? 1 : 0;
            clicked.set(i, i >= 200);
        }
        assertOptimal(rows, clicked, 1, fit(rows, clicked, 1).model());
    }

    @Test
    void theOrderOfProcessorsDoesNotShow() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = rows(30_000, random);
        BitSet clicked = clicks(rows, random);
        double[] first = point(fit(rows, clicked, 1).model());
        for (int i = 0; i < 3; i++) {
            assertThat(point(fit(rows, clicked, 1).model())).isEqualTo(first);
        }
    }

    @Test
    void saysWhenThereIsNothingToLearn() {
        double[][] rows = rows(50, new SplittableRandom(6));
        assertThatThrownBy(() -> fit(new double[0][], new BitSet(), 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there are none");
        assertThatThrownBy(() -> fit(rows, new BitSet(), 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none of the 50 samples was clicked");
        BitSet all = new BitSet();
        all.set(0, 50);
        assertThatThrownBy(() -> fit(rows, all, 1)).hasMessageContaining("each of the 50 samples was clicked");
        rows[7][2] = Double.NaN;
        assertThatThrownBy(() -> TrainingData.of(rows, all))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 8, column is_local_match")
                .hasMessageContaining("NaN");
    }

    @Test
    void stopsInTheMiddleOfAStepWhenCancelled() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] rows = rows(200_000, random);
        TrainingData data = TrainingData.of(rows, clicks(rows, random));
        int[] all = IntStream.range(0, rows.length).toArray();
        Progress cancels = new Progress() {
            private boolean inAStep;

            @Override
            public void phase(String name, long total) {
                inAStep = name.contains("step 2");
            }

            @Override
            public void done(long count) {
                if (inAStep) {
                    assertThat(count).isLessThan(rows.length);
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> LogisticRegression.fit(data, all, new int[0], 1, FitProgress.of(cancels)))
                .isInstanceOf(CancellationException.class);
    }
}
