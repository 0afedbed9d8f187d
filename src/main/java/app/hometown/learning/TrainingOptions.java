// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

/// How to train.
///
/// @param algorithm what to learn
/// @param seed of the split into training and test rows
public record TrainingOptions(Algorithm algorithm, long seed) {
    /// Logistic regression, seed 42.
    public static final TrainingOptions DEFAULT = new TrainingOptions(Algorithm.LOGISTIC, 42);
}
