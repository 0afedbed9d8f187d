// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.domain.Feature;
import app.hometown.learning.SampleRows;
import java.util.Arrays;

/// The simplest guesses, which a model must beat to be worth anything.
final class Baselines {
    private static final int MOST_STEPS = 50;

    private Baselines() {}

    /// Everybody is given the click rate of the training rows.
    static Reference constant(SampleRows train, SampleRows test) {
        double[] probabilities = new double[test.size()];
        Arrays.fill(probabilities, (double) train.clickedCount() / train.size());
        return Reference.of(probabilities, test.labels());
    }

    /// A logistic regression on x = log(1 + distance_km) alone, fitted by Newton's method.
    static Reference distanceOnly(SampleRows train, SampleRows test) {
        double[] x = logDistances(train);
        boolean[] labels = train.labels();
        double slope = 0;
        double rate = (double) train.clickedCount() / train.size();
        double intercept = Math.log(rate / (1 - rate));
        for (int step = 0; step < MOST_STEPS; step++) {
            double g0 = 0;
            double g1 = 0;
            double h00 = 0;
            double h01 = 0;
            double h11 = 0;
            for (int i = 0; i < x.length; i++) {
                double p = sigmoid(intercept + slope * x[i]);
                double error = p - (labels[i] ? 1 : 0);
                double curvature = p * (1 - p);
                g0 += error;
                g1 += error * x[i];
                h00 += curvature;
                h01 += curvature * x[i];
                h11 += curvature * x[i] * x[i];
            }
            // A ridge too small to see keeps a constant distance from dividing by nothing.
            double determinant = h00 * h11 - h01 * h01 + 1e-12 * (1 + h00) * (1 + h11);
            double down0 = (h11 * g0 - h01 * g1) / determinant;
            double down1 = (h00 * g1 - h01 * g0) / determinant;
            // Long steps are only taken where distances part clicks entirely; the slope then stays finite.
            double length = Math.min(1, 10 / (Math.abs(down0) + Math.abs(down1) + 1e-300));
            intercept -= length * down0;
            slope -= length * down1;
            if (Math.abs(down0) + Math.abs(down1) < 1e-9) {
                break;
            }
        }
        double a = intercept;
        double b = slope;
        return Reference.of(
                Arrays.stream(logDistances(test)).map(d -> sigmoid(a + b * d)).toArray(), test.labels());
    }

    private static double[] logDistances(SampleRows rows) {
        double[] x = new double[rows.size()];
        Arrays.setAll(x, i -> Math.log1p(Math.max(0, rows.data().feature(rows.sample(i), Feature.DISTANCE_KM))));
        return x;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
