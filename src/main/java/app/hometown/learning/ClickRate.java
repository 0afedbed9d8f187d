// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.InputException;
import java.util.Arrays;

/// How often rows were clicked, and whether there is anything to learn from them.
final class ClickRate {
    private ClickRate() {}

    /// The share of clicks, strictly between 0 and 1.
    ///
    /// @throws InputException when there are no rows, or none or all of them are clicked
    static double of(TrainingData data, int[] rows) {
        if (rows.length == 0) {
            throw new InputException("samples", "there are none", "Load or generate training samples.");
        }
        long clicks = Arrays.stream(rows).filter(data::clicked).count();
        if (clicks == 0 || clicks == rows.length) {
            throw new InputException(
                    "samples, column clicked",
                    (clicks == 0 ? "none" : "each") + " of the " + rows.length
                            + " samples was clicked, so there is nothing to tell apart",
                    "Load or generate samples with and without clicks.");
        }
        return (double) clicks / rows.length;
    }

    /// The log-odds that a share is.
    static double logOdds(double share) {
        return Math.log(share / (1.0 - share));
    }
}
