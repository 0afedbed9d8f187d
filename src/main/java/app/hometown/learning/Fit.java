// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import java.util.List;
import java.util.OptionalDouble;

/// What a [Fitter] found.
///
/// @param parameters what was learned
/// @param lossCurve the loss after each step, in order
/// @param iterations steps taken: Newton steps, or trees
/// @param gradient largest component of the objective's gradient that is left, a row, in standardised features; empty
///   where an algorithm has none
public record Fit(ModelParameters parameters, List<LossPoint> lossCurve, int iterations, OptionalDouble gradient) {
    public Fit {
        lossCurve = List.copyOf(lossCurve);
    }
}
