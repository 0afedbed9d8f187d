// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.InputException;

/// Which samples to train on and which to test on.
///
/// @param split how they are divided
/// @param maxRows when there are more samples than that, so many are drawn at random, with the part of clicks that all
///   have; at least 10
public record DataOptions(DataSplit split, int maxRows) {
    /// All samples, however many.
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /// All samples, divided row by row.
    public static final DataOptions DEFAULT = new DataOptions(DataSplit.ROWS, NO_LIMIT);

    public DataOptions {
        if (maxRows < 10) {
            throw new InputException("row limit", maxRows + " is not possible", "Give a number of at least 10.");
        }
    }
}
