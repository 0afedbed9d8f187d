// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import java.util.Locale;

/// How a feature column of a sample file differs from what users and streams give.
///
/// @param feature the column
/// @param compared how many samples could be recomputed
/// @param different in how many of them the file's value is another one
/// @param largest the largest absolute difference among those
/// @param mean the mean absolute difference among those
public record ColumnDifference(Feature feature, int compared, int different, double largest, double mean) {
    /// The part of the compared samples that differs, 0..1.
    public double share() {
        return (double) different / compared;
    }

    /// The difference as a sentence for people.
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "The file's %s did not fit: %,d of %,d samples (%.1f %%) differ from the value that users and streams "
                        + "give, by %.4g on average and %.4g at most; the recomputed values were used.",
                feature.column(),
                different,
                compared,
                100.0 * share(),
                mean,
                largest);
    }
}
