// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.domain.Feature;
import java.util.List;

/// What a model foretells on average when a feature is set to a value in all rows and everything else stays as it is.
///
/// Features that depend on each other, such as distance_km and proximity_boost, are varied alone all the same: then
/// some
/// of the rows asked about could not exist.
///
/// @param feature the feature
/// @param values the values it is set to, ascending; two for features that are 0 or 1
/// @param means mean P(click) at each value
/// @param lines a few single rows' P(click) at each value, one list a row
/// @param deciles the feature's own deciles (10 % to 90 %) in the rows: where there are data to back the curve
public record PartialDependence(
        Feature feature, List<Double> values, List<Double> means, List<List<Double>> lines, List<Double> deciles) {
    public PartialDependence {
        values = List.copyOf(values);
        means = List.copyOf(means);
        lines = lines.stream().map(List::copyOf).toList();
        deciles = List.copyOf(deciles);
    }

    /// From the least to the greatest mean: how much the feature moves the prediction by itself.
    public double span() {
        return means.stream().mapToDouble(Double::doubleValue).max().orElse(0)
                - means.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
