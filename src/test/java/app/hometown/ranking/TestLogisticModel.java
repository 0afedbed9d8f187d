// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Feature;

/// A logistic regression for tests, with the bound of one.
@SuppressWarnings("ArrayRecordComponent") // never compared
record TestLogisticModel(double[] coefficients, double intercept) implements BoundedClickModel, AdditiveClickModel {
    /// Much like the one that is trained from generated data.
    static final TestLogisticModel USUAL = new TestLogisticModel(
            new double[] {-1e-4, 0.9, 0.7, 0.4, 0.8, 0.6, 0.3, 5e-4, 0.12, 2e-4, 1e-5, 0.1, -0.05, 0.9}, -1.9);

    @Override
    public double probability(double[] features) {
        double sum = intercept;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
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
