// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.domain.Feature;
import app.hometown.statistics.Interval;

/// What a feature does to the log-odds of a click in a logistic regression.
///
/// @param feature the feature
/// @param raw coefficient per unit of the feature
/// @param deviation standard deviation of the feature over the training rows; 0 when it is constant
/// @param standardised coefficient · deviation: by how much the log-odds change when the feature rises by one standard
///   deviation, the others held; with its 95 % interval from the curvature of the objective
public record StandardisedCoefficient(Feature feature, double raw, double deviation, Interval standardised) {}
