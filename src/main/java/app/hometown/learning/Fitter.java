// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

/// Fits the model of one algorithm. Has no state.
public interface Fitter {
    /// Fits a model to some of the data's rows. Deterministic to the bit for the same rows and options, on any number
    /// of processors of one platform.
    ///
    /// @param rows sample numbers to fit to
    /// @param heldOut sample numbers whose loss is watched and never learned from; may be empty
    /// @param options its algorithm's numbers and its seed are used
    /// @param progress told of phases, steps and losses
    /// @throws app.hometown.domain.InputException when there are no rows, or none or all of them are clicked
    /// @throws java.util.concurrent.CancellationException within 200 ms when the progress says so
    Fit fit(TrainingData data, int[] rows, int[] heldOut, TrainingOptions options, FitProgress progress);

    /// Fits to some rows, watching none.
    default Fit fit(TrainingData data, int[] rows, TrainingOptions options, FitProgress progress) {
        return fit(data, rows, new int[0], options, progress);
    }

    /// The fitter of an algorithm.
    static Fitter of(Algorithm algorithm) {
        return switch (algorithm) {
            case LOGISTIC -> new LogisticFitter();
            case ADDITIVE -> new AdditiveFitter();
            case BOOSTED_TREES -> new BoostedTreesFitter();
            case RANDOM_FOREST -> new RandomForestFitter();
        };
    }
}
