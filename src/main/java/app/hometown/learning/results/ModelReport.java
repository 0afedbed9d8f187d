// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import java.util.List;
import java.util.Optional;

/// Everything that is told of a trained model besides its file.
///
/// @param test what it foretells of the test rows and what happened
/// @param train likewise of the rows it was trained on: much better there means learned by heart
/// @param oracle the true click probabilities on the test rows, which no model can be expected to beat; where known
/// @param constant everybody is given the click rate of the training rows
/// @param distanceOnly a logistic regression on the logarithm of 1 + distance_km alone
/// @param coefficients standardised coefficients in feature order; empty but for a logistic regression
/// @param importances permutation importances in feature order
/// @param dependences partial dependences in feature order
/// @param crossValidation other divisions, where asked for
public record ModelReport(
        ClickCurves test,
        ClickCurves train,
        Optional<Reference> oracle,
        Reference constant,
        Reference distanceOnly,
        List<StandardisedCoefficient> coefficients,
        List<FeatureImportance> importances,
        List<PartialDependence> dependences,
        Optional<CrossValidation> crossValidation) {
    public ModelReport {
        coefficients = List.copyOf(coefficients);
        importances = List.copyOf(importances);
        dependences = List.copyOf(dependences);
    }
}
