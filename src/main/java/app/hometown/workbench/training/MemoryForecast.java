// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import java.util.Locale;

/// How much memory a training will take, told beforehand.
///
/// @param samplesBytes the samples as they are read
/// @param featuresBytes their features, recomputed
/// @param workBytes what fitting and measuring need at most besides
/// @param freeBytes what the program may still take
public record MemoryForecast(long samplesBytes, long featuresBytes, long workBytes, long freeBytes) {
    /// All of it.
    public long bytes() {
        return samplesBytes + featuresBytes + workBytes;
    }

    /// All of it in MB of a million bytes, rounded up.
    public long megabytes() {
        return Math.ceilDiv(bytes(), 1_000_000);
    }

    /// Whether it will fit.
    public boolean fits() {
        return bytes() <= freeBytes;
    }

    /// The forecast as a sentence.
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "Training will take about %,d MB of the %,d MB that the program may still use.",
                megabytes(),
                freeBytes / 1_000_000);
    }
}
