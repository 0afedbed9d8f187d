// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import app.hometown.ranking.AdditiveClickModel;
import app.hometown.ranking.BoundedClickModel;
import app.hometown.ranking.LogisticBound;

/// Logistic regression: P(click) = 1 / (1 + e^-(intercept + Σ coefficient · feature)), on raw features.
///
/// Nothing is allocated. Terms are added in feature order, and every step is monotone in floating point: a feature
/// that grows never lowers the result while its coefficient is positive, to the last bit. Immutable.
public final class LogisticModel implements BoundedClickModel, AdditiveClickModel {
    private final double[] coefficients;
    private final double intercept;

    /// @param coefficients one a feature in [Feature]'s order, finite; copied
    /// @param intercept finite
    public LogisticModel(double[] coefficients, double intercept) {
        if (coefficients.length != Feature.COUNT) {
            throw new IllegalArgumentException(coefficients.length + " coefficients");
        }
        for (double coefficient : coefficients) {
            finite(coefficient);
        }
        finite(intercept);
        this.coefficients = coefficients.clone();
        this.intercept = intercept;
    }

    private static void finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("coefficient " + value);
        }
    }

    @Override
    public double probability(double[] features) {
        return sigmoid(logOdds(features));
    }

    @Override
    public double streamTerm(
            double qualityScore, double avgViewerCount, double creatorFollowers, boolean partnered, boolean mature) {
        return LogisticBound.streamTerm(
                coefficients, qualityScore, avgViewerCount, creatorFollowers, partnered, mature);
    }

    @Override
    public PairBound boundFor(double localPreferenceStrength, double totalWatchHours) {
        return new LogisticBound(coefficients, intercept, localPreferenceStrength, totalWatchHours);
    }

    /// The logarithm of the odds of a click.
    public double logOdds(double[] features) {
        double sum = intercept;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * features[i];
        }
        return sum;
    }

    /// 1 / (1 + e^-x). Overflow of the power gives 0, the right limit; underflow 1.
    static double sigmoid(double logOdds) {
        return 1.0 / (1.0 + Math.exp(-logOdds));
    }

    /// The change of log-odds per unit of a feature.
    public double coefficient(Feature feature) {
        return coefficients[feature.ordinal()];
    }

    /// A copy of all coefficients in [Feature]'s order.
    public double[] coefficients() {
        return coefficients.clone();
    }

    /// The log-odds where all features are 0.
    @Override
    public double intercept() {
        return intercept;
    }

    @Override
    public double contribution(Feature feature, double value) {
        return coefficients[feature.ordinal()] * value;
    }

    @Override
    public double mostContribution(Feature feature, double from, double to) {
        return Math.max(contribution(feature, from), contribution(feature, to));
    }

    @Override
    public double leastContribution(Feature feature, double from, double to) {
        return Math.min(contribution(feature, from), contribution(feature, to));
    }
}
