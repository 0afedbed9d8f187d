// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import java.util.Arrays;
import java.util.List;

/// Finds the logistic regression that minimises
///
/// ```
/// Σ rows log(1 + e^(−±log-odds))  +  ½ Σ coefficient² / C
/// ```
///
/// over the coefficients on the raw features and an intercept that is not penalised: the objective of scikit-learn's
/// `LogisticRegression(C)`. The optimum is unique.
///
/// Solved by Newton steps with halving. They are taken in standardised features, where the Hessian is well
/// conditioned; the penalty on a coefficient there is divided by the feature's variance, so the optimum is that of the
/// raw features. Deterministic to the bit for the same rows, on any number of processors of one platform.
final class LogisticRegression {
    private static final int COUNT = Feature.COUNT;
    private static final int SIZE = COUNT + 1;

    /// Largest component of the gradient at the optimum, a row, in standardised features.
    private static final double TOLERANCE = 1e-12;

    private final TrainingData data;
    private final int[] rows;
    private final double penalty;
    private final FitProgress progress;
    private final double[] means = new double[COUNT];
    private final double[] inverseDeviations = new double[COUNT];

    /// A fitted model and how it was reached.
    ///
    /// @param model the model
    /// @param iterations Newton steps taken
    /// @param gradient largest component of the gradient that is left, a row, in standardised features
    /// @param deviations standard deviation of each feature over the rows
    /// @param lossCurve the loss after each step
    record Fit(
            LogisticModel model, int iterations, double gradient, List<Double> deviations, List<LossPoint> lossCurve) {}

    private LogisticRegression(TrainingData data, int[] rows, double c, FitProgress progress) {
        this.data = data;
        this.rows = rows;
        this.penalty = 1.0 / c;
        this.progress = progress;
    }

    /// Fits a model to some of the data's rows. A step over a million rows takes about 0.1 s on two processors; there
    /// are 5 to 10.
    ///
    /// @param rows sample numbers
    /// @param heldOut sample numbers whose loss is watched; may be empty
    /// @param c inverse strength of the penalty, above 0
    /// @throws InputException when there are no rows, or none or all of them are clicked
    static Fit fit(TrainingData data, int[] rows, int[] heldOut, double c, FitProgress progress) {
        double rate = ClickRate.of(data, rows);
        return new LogisticRegression(data, rows, c, progress).fit(heldOut, rate);
    }

    /// The standard deviation of each feature over some rows; 0 for one that is constant but for rounding.
    static List<Double> deviations(TrainingData data, int[] rows, FitProgress progress) {
        return Arrays.stream(new LogisticRegression(data, rows, 1.0, progress).standardise())
                .boxed()
                .toList();
    }

    private Fit fit(int[] heldOut, double clickRate) {
        double[] deviations = standardise();
        double[] start = new double[SIZE];
        start[COUNT] = ClickRate.logOdds(clickRate);
        Newton.Result result = Newton.minimise(
                "logistic regression",
                start,
                rows.length,
                TOLERANCE,
                this::derivatives,
                (step, at, derivatives) -> point(step, at, derivatives, heldOut),
                progress);
        return new Fit(
                raw(result.at()),
                result.steps(),
                result.gradient(),
                Arrays.stream(deviations).boxed().toList(),
                result.lossCurve());
    }

    private LossPoint point(int step, double[] at, Derivatives derivatives, int[] heldOut) {
        double penalties = 0.0;
        for (int j = 0; j < COUNT; j++) {
            double coefficient = at[j] * inverseDeviations[j];
            penalties += 0.5 * penalty * coefficient * coefficient;
        }
        LogisticModel model = raw(at);
        return new LossPoint(
                step,
                (derivatives.value - penalties) / rows.length,
                RowLoss.of(
                        data,
                        heldOut,
                        progress,
                        rows.length,
                        (i, features) -> LogLoss.ofLogOdds(model.logOdds(features), data.clicked(heldOut[i]))));
    }

    /// Finds means and deviations; a constant feature gets none, and the coefficient 0 that the penalty gives it.
    private double[] standardise() {
        int size = rows.length;
        progress.phase("training, scaling", 2L * size);
        double[][] sums = new double[RowChunks.count(size)][COUNT];
        RowChunks.forEach(size, progress, 0, (chunk, from, to) -> {
            double[] row = new double[COUNT];
            for (int i = from; i < to; i++) {
                data.features(rows[i], row);
                for (int j = 0; j < COUNT; j++) {
                    sums[chunk][j] += row[j];
                }
            }
        });
        for (double[] sum : sums) {
            for (int j = 0; j < COUNT; j++) {
                means[j] += sum[j] / size;
            }
        }
        double[][] squares = new double[sums.length][COUNT];
        RowChunks.forEach(size, progress, size, (chunk, from, to) -> {
            double[] row = new double[COUNT];
            for (int i = from; i < to; i++) {
                data.features(rows[i], row);
                for (int j = 0; j < COUNT; j++) {
                    double off = row[j] - means[j];
                    squares[chunk][j] += off * off;
                }
            }
        });
        double[] deviations = new double[COUNT];
        for (int j = 0; j < COUNT; j++) {
            double variance = 0.0;
            for (double[] square : squares) {
                variance += square[j] / size;
            }
            double deviation = Math.sqrt(variance);
            boolean varies = deviation > 1e-12 * Math.abs(means[j]);
            deviations[j] = varies ? deviation : 0.0;
            inverseDeviations[j] = varies ? 1.0 / deviation : 0.0;
        }
        return deviations;
    }

    private Derivatives derivatives(double[] at) {
        Derivatives all = RowChunks.sum(rows.length, progress, 0, new RowChunks.Sum<Derivatives>() {
            @Override
            public Derivatives zero() {
                return new Derivatives(SIZE);
            }

            @Override
            public void add(Derivatives sum, int from, int to) {
                double[] row = new double[SIZE];
                for (int i = from; i < to; i++) {
                    data.features(rows[i], row);
                    for (int j = 0; j < COUNT; j++) {
                        row[j] = (row[j] - means[j]) * inverseDeviations[j];
                    }
                    row[COUNT] = 1.0;
                    addRow(sum, row, data.clicked(rows[i]), at);
                }
            }

            @Override
            public void merge(Derivatives sum, Derivatives other) {
                sum.add(other);
            }
        });
        for (int j = 0; j < COUNT; j++) {
            if (inverseDeviations[j] == 0.0) {
                // A constant feature, all its values 0 here: it is pinned to 0.
                all.hessian[j][j] += 1.0;
            } else {
                all.penalise(j, inverseDeviations[j] * inverseDeviations[j] * penalty, at[j]);
            }
        }
        return all;
    }

    private static void addRow(Derivatives sum, double[] row, boolean clicked, double[] at) {
        double logOdds = 0.0;
        for (int i = 0; i < SIZE; i++) {
            logOdds += at[i] * row[i];
        }
        double probability = LogisticModel.sigmoid(logOdds);
        double error = clicked ? probability - 1.0 : probability;
        double curvature = probability * (1.0 - probability);
        sum.value += LogLoss.ofLogOdds(logOdds, clicked);
        for (int i = 0; i < SIZE; i++) {
            sum.gradient[i] += error * row[i];
            double weighted = curvature * row[i];
            double[] line = sum.hessian[i];
            for (int j = 0; j <= i; j++) {
                line[j] += weighted * row[j];
            }
        }
    }

    private LogisticModel raw(double[] at) {
        double[] coefficients = new double[COUNT];
        double intercept = at[COUNT];
        for (int j = 0; j < COUNT; j++) {
            coefficients[j] = at[j] * inverseDeviations[j];
            intercept -= coefficients[j] * means[j];
        }
        return new LogisticModel(coefficients, intercept);
    }
}
