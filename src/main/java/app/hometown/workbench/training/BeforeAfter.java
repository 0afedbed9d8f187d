// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.learning.results.PairedComparison;
import app.hometown.learning.results.Verdict;

/// A new model against another, on the test rows of the new one.
///
/// @param otherName the other's name
/// @param comparison AUC and log-loss of both and the intervals of their differences
/// @param seenByOther how many of these rows the other model was trained on; -1 when that cannot be told
/// @param note how fair the comparison is, in whole sentences; "" where both are new to all rows
public record BeforeAfter(String otherName, PairedComparison comparison, int seenByOther, String note) {
    /// Whether the new model deserves a "better" badge: only when the interval of the difference leaves 0 out.
    public Verdict verdict() {
        return comparison.verdict();
    }
}
