// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.learning.results.PairedComparison;
import app.hometown.statistics.Verdict;

/// A new model against another, on test rows of the new one.
///
/// Where the other was trained on some of the test rows, these are left out as far as enough others remain: a model is
/// good at what it knows by heart.
///
/// @param otherName the other's name
/// @param comparison AUC and log-loss of both and the intervals of their differences
/// @param testRows how many test rows there are
/// @param seenByOther how many of them the other model was trained on; -1 when that cannot be told
/// @param note how fair the comparison is, in whole sentences; "" where both are new to all rows
public record BeforeAfter(String otherName, PairedComparison comparison, int testRows, int seenByOther, String note) {
    /// Whether the new model deserves a "better" badge: only when the interval of the difference leaves 0 out.
    public Verdict verdict() {
        return comparison.verdict();
    }

    /// Whether all rows compared on are new to both models, as far as can be told.
    public boolean fair() {
        return seenByOther == 0 || (seenByOther > 0 && comparison.rows() == testRows - seenByOther);
    }
}
