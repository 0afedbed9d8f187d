// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import java.util.OptionalDouble;

/// Fits the logistic regression of [LogisticRegression].
final class LogisticFitter implements Fitter {
    @Override
    public Fit fit(TrainingData data, int[] rows, int[] heldOut, TrainingOptions options, FitProgress progress) {
        LogisticRegression.Fit fit =
                LogisticRegression.fit(data, rows, heldOut, options.logistic().c(), progress);
        return new Fit(
                ModelParameters.Logistic.of(fit.model()),
                fit.lossCurve(),
                fit.iterations(),
                OptionalDouble.of(fit.gradient()));
    }
}
