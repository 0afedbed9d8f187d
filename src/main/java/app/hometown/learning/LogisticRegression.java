// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
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
    /// C = 1.
    static final double DEFAULT_C = 1.0;

    private static final int COUNT = Feature.COUNT;
    private static final int SIZE = COUNT + 1;
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;

    /// Largest component of the gradient at the optimum, a row, in standardised features.
    private static final double TOLERANCE = 1e-12;

    /// What rounding may leave of it where no step makes progress any more.
    private static final double ROUNDING = 1e-8;

    private final TrainingData data;
    private final int[] rows;
    private final double penalty;
    private final Progress progress;
    private final double[] means = new double[COUNT];
    private final double[] inverseDeviations = new double[COUNT];

    /// A fitted model and how it was reached.
    ///
    /// @param model the model
    /// @param iterations Newton steps taken
    /// @param gradient largest component of the gradient that is left, a row, in standardised features
    /// @param deviations standard deviation of each feature over the rows
    record Fit(LogisticModel model, int iterations, double gradient, List<Double> deviations) {}

    private LogisticRegression(TrainingData data, int[] rows, double c, Progress progress) {
        this.data = data;
        this.rows = rows;
        this.penalty = 1.0 / c;
        this.progress = progress;
    }

    /// Fits a model to some of the data's rows. A step over a million rows takes about 0.1 s on two processors; there
    /// are 5 to 10.
    ///
    /// @param rows sample numbers
    /// @param c inverse strength of the penalty, above 0
    /// @throws InputException when there are no rows, or none or all of them are clicked
    static Fit fit(TrainingData data, int[] rows, double c, Progress progress) {
        long clicks = Arrays.stream(rows).filter(data::clicked).count();
        if (rows.length == 0) {
            throw new InputException("samples", "there are none", "Load or generate training samples.");
        }
        if (clicks == 0 || clicks == rows.length) {
            throw new InputException(
                    "samples, column clicked",
                    (clicks == 0 ? "none" : "each") + " of the " + rows.length
                            + " samples was clicked, so there is nothing to tell apart",
                    "Load or generate samples with and without clicks.");
        }
        return new LogisticRegression(data, rows, c, progress).fit((double) clicks / rows.length);
    }

    private Fit fit(double clickRate) {
        double[] deviations = standardise();
        double[] at = new double[SIZE];
        at[COUNT] = Math.log(clickRate / (1.0 - clickRate));
        Derivatives here = derivatives(at);
        int steps = 0;
        while (steps < MOST_STEPS && here.largestSlope() > TOLERANCE * rows.length) {
            progress.phase("training, step " + (steps + 1), rows.length);
            double[] step = Cholesky.solve(here.hessian(), here.gradient());
            Derivatives next = null;
            double[] there = at;
            double length = 1.0;
            for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2.0) {
                there = moved(at, step, length);
                Derivatives candidate = derivatives(there);
                if (candidate.betterThan(here)) {
                    next = candidate;
                    break;
                }
            }
            if (next == null) {
                break;
            }
            at = there;
            here = next;
            steps++;
        }
        double gradient = here.largestSlope() / rows.length;
        if (!(gradient <= ROUNDING)) {
            throw new InputException(
                    "samples",
                    "no logistic regression fits them: after " + steps + " steps the gradient is still " + gradient,
                    "Look for columns with extreme values.");
        }
        return new Fit(
                raw(at), steps, gradient, Arrays.stream(deviations).boxed().toList());
    }

    private static double[] moved(double[] from, double[] step, double length) {
        double[] to = from.clone();
        for (int i = 0; i < SIZE; i++) {
            to[i] -= length * step[i];
        }
        return to;
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
        Derivatives[] parts = new Derivatives[RowChunks.count(rows.length)];
        RowChunks.forEach(rows.length, progress, 0, (chunk, from, to) -> {
            Derivatives part = new Derivatives();
            double[] row = new double[SIZE];
            for (int i = from; i < to; i++) {
                data.features(rows[i], row);
                for (int j = 0; j < COUNT; j++) {
                    row[j] = (row[j] - means[j]) * inverseDeviations[j];
                }
                row[COUNT] = 1.0;
                part.add(row, data.clicked(rows[i]), at);
            }
            parts[chunk] = part;
        });
        Derivatives all = new Derivatives();
        for (Derivatives part : parts) {
            all.add(part);
        }
        for (int j = 0; j < COUNT; j++) {
            double scaled = inverseDeviations[j] * inverseDeviations[j] * penalty;
            all.penalise(j, scaled, at[j]);
        }
        return all;
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

    /// The objective with its gradient and Hessian at a point: coefficients first, intercept last.
    private static final class Derivatives {
        private double value;
        private final double[] gradient = new double[SIZE];
        private final double[][] hessian = new double[SIZE][SIZE];

        double[] gradient() {
            return gradient;
        }

        double[][] hessian() {
            return hessian;
        }

        /// Adds a row's log-loss; only the lower triangle of the Hessian is kept.
        void add(double[] row, boolean clicked, double[] at) {
            double logOdds = 0.0;
            for (int i = 0; i < SIZE; i++) {
                logOdds += at[i] * row[i];
            }
            double probability = LogisticModel.sigmoid(logOdds);
            double error = clicked ? probability - 1.0 : probability;
            double curvature = probability * (1.0 - probability);
            value += Math.max(clicked ? -logOdds : logOdds, 0.0) + Math.log1p(Math.exp(-Math.abs(logOdds)));
            for (int i = 0; i < SIZE; i++) {
                gradient[i] += error * row[i];
                double weighted = curvature * row[i];
                double[] line = hessian[i];
                for (int j = 0; j <= i; j++) {
                    line[j] += weighted * row[j];
                }
            }
        }

        void add(Derivatives other) {
            value += other.value;
            for (int i = 0; i < SIZE; i++) {
                gradient[i] += other.gradient[i];
                for (int j = 0; j <= i; j++) {
                    hessian[i][j] += other.hessian[i][j];
                }
            }
        }

        /// Adds ½ · strength · coefficient². A constant feature (strength 0, all its values 0) is pinned to 0.
        void penalise(int i, double strength, double coefficient) {
            value += 0.5 * strength * coefficient * coefficient;
            gradient[i] += strength * coefficient;
            hessian[i][i] += strength == 0.0 ? 1.0 : strength;
        }

        double largestSlope() {
            double largest = 0.0;
            for (double slope : gradient) {
                largest = Math.max(largest, Math.abs(slope));
            }
            return largest;
        }

        /// Near the optimum the value no longer tells two points apart; then the gradient does.
        boolean betterThan(Derivatives other) {
            double rounding = 1e-14 * Math.abs(other.value);
            return value < other.value - rounding
                    || (value <= other.value + rounding && largestSlope() < other.largestSlope());
        }
    }
}
