// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.learning.Cholesky;
import app.hometown.learning.FeatureSpread;
import app.hometown.learning.LogisticModel;
import app.hometown.learning.RowChunks;
import app.hometown.learning.SampleRows;
import app.hometown.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/// Intervals of the coefficients of a logistic regression, from the curvature of its objective at the optimum: the
/// covariance is about the inverse of the Hessian, penalty included, as for any maximum of a posterior density.
final class CoefficientIntervals {
    private static final int SIZE = Feature.COUNT + 1;

    private CoefficientIntervals() {}

    /// One pass over the training rows, 0.1 s for a million.
    ///
    /// @param train the rows that the model was fitted to
    /// @param c inverse strength of the penalty that it was fitted with
    static List<StandardisedCoefficient> of(
            LogisticModel model, SampleRows train, FeatureSpread spread, double c, Progress progress) {
        double[][] covariance = inverse(hessian(model, train, spread, c, progress));
        List<StandardisedCoefficient> all = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            double deviation = spread.deviation(feature);
            double coefficient = model.coefficient(feature);
            int j = feature.ordinal();
            double error = deviation == 0 ? 0 : Math.sqrt(covariance[j][j]);
            all.add(new StandardisedCoefficient(
                    feature, coefficient, deviation, Interval.normal(coefficient * deviation, error)));
        }
        return all;
    }

    /// In standardised features, coefficients first, intercept last; a constant feature stands for itself.
    private static double[][] hessian(
            LogisticModel model, SampleRows train, FeatureSpread spread, double c, Progress progress) {
        double[] means = new double[Feature.COUNT];
        double[] scales = new double[Feature.COUNT];
        for (Feature feature : Feature.values()) {
            means[feature.ordinal()] = spread.mean(feature);
            double deviation = spread.deviation(feature);
            scales[feature.ordinal()] = deviation == 0 ? 0 : 1 / deviation;
        }
        progress.phase("intervals of coefficients", train.size());
        double[][][] parts = new double[RowChunks.count(train.size())][SIZE][SIZE];
        RowChunks.forEach(train.size(), progress, 0, (chunk, from, to) -> {
            double[] row = new double[Feature.COUNT];
            double[] x = new double[SIZE];
            x[Feature.COUNT] = 1;
            double[][] part = parts[chunk];
            for (int i = from; i < to; i++) {
                train.features(i, row);
                double p = model.probability(row);
                for (int j = 0; j < Feature.COUNT; j++) {
                    x[j] = (row[j] - means[j]) * scales[j];
                }
                for (int j = 0; j < SIZE; j++) {
                    double weighted = p * (1 - p) * x[j];
                    for (int k = 0; k <= j; k++) {
                        part[j][k] += weighted * x[k];
                    }
                }
            }
        });
        double[][] hessian = new double[SIZE][SIZE];
        for (double[][] part : parts) {
            for (int j = 0; j < SIZE; j++) {
                for (int k = 0; k <= j; k++) {
                    hessian[j][k] += part[j][k];
                }
            }
        }
        for (int j = 0; j < Feature.COUNT; j++) {
            hessian[j][j] += scales[j] == 0 ? 1 : scales[j] * scales[j] / c;
        }
        return hessian;
    }

    private static double[][] inverse(double[][] matrix) {
        double[][] inverse = new double[SIZE][];
        for (int column = 0; column < SIZE; column++) {
            double[] unit = new double[SIZE];
            unit[column] = 1;
            inverse[column] = Cholesky.solve(matrix, unit);
        }
        return inverse;
    }
}
