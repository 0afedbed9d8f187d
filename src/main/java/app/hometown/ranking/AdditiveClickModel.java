// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Feature;

/// A click model that adds up on the logit scale: P = 1 / (1 + e^-z) with z = intercept + Σ contribution(feature), each
/// contribution depending on the value of its own feature alone. So it can be said exactly which feature speaks for a
/// click and how strongly. Logistic regression is one, contribution = coefficient · value.
public interface AdditiveClickModel extends ClickModel {
    /// What the log-odds start from.
    double intercept();

    /// What a feature adds to the log-odds.
    ///
    /// @param value the feature's value, finite
    double contribution(Feature feature, double value);

    /// Not less than the contributions of all values of a range.
    ///
    /// @param from least value of the feature
    /// @param to greatest value, not below `from`
    double mostContribution(Feature feature, double from, double to);

    /// Not more than the contributions of all values of a range.
    ///
    /// @param from least value of the feature
    /// @param to greatest value, not below `from`
    double leastContribution(Feature feature, double from, double to);
}
