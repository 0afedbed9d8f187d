// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.domain.InputException;
import app.hometown.learning.TrainingOptions;
import java.nio.file.Path;
import java.util.Optional;

/// What somebody wants to be trained and told.
///
/// @param options algorithm, its numbers, seed, split and row limit
/// @param testFile the test file, for a split by test file; without one the data folder's own is used
/// @param folds of the cross-validation, 2..20; 0 for none
/// @param explained whether to work out permutation importances and partial dependences, which take longer than all
///   else together
/// @param compareWith the model file to hold the new model against; without one the active model
public record TrainingRequest(
        TrainingOptions options, Optional<Path> testFile, int folds, boolean explained, Optional<Path> compareWith) {
    /// The contract's training, explained, without cross-validation.
    public static final TrainingRequest DEFAULT =
            new TrainingRequest(TrainingOptions.DEFAULT, Optional.empty(), 0, true, Optional.empty());

    public TrainingRequest {
        if (folds != 0 && (folds < 2 || folds > 20)) {
            throw new InputException("folds", folds + " is not possible", "Give 2 to 20, or 0 for none.");
        }
    }

    /// The same with other options.
    public TrainingRequest with(TrainingOptions other) {
        return new TrainingRequest(other, testFile, folds, explained, compareWith);
    }

    /// The same with a test file.
    public TrainingRequest withTestFile(Optional<Path> file) {
        return new TrainingRequest(options, file, folds, explained, compareWith);
    }

    /// The same with so many folds.
    public TrainingRequest withFolds(int count) {
        return new TrainingRequest(options, testFile, count, explained, compareWith);
    }

    /// The same with or without importances and dependences, which take the most time.
    public TrainingRequest explained(boolean wanted) {
        return new TrainingRequest(options, testFile, folds, wanted, compareWith);
    }

    /// The same held against another model file.
    public TrainingRequest comparedWith(Optional<Path> file) {
        return new TrainingRequest(options, testFile, folds, explained, file);
    }
}
