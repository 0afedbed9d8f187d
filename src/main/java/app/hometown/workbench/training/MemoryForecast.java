// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.learning.Algorithm;
import app.hometown.learning.TrainingOptions;
import java.util.Locale;

/// How much memory a training will take, told beforehand.
///
/// @param samplesBytes the samples as they are read
/// @param featuresBytes their features, recomputed
/// @param workBytes what fitting and measuring need at most besides
/// @param freeBytes what the program may take for it, the samples read already among it
public record MemoryForecast(long samplesBytes, long featuresBytes, long workBytes, long freeBytes) {
    /// A sample as it is read: features, two ids, a label, a true probability.
    private static final long SAMPLE = 8L * Feature.COUNT + 4 + 4 + 8 + 1;

    private static final long FEATURES = 8L * Feature.COUNT + 1;

    /// What is known of a user or a stream while features are recomputed.
    private static final long PLACE = 150;

    /// A row while it is measured: its number, probabilities, labels and curves.
    private static final long MEASURED = 80;

    /// Tells what a training will take once its files are read. Looks twice, after a garbage collection, before it says
    /// that memory is too small.
    ///
    /// @param fileRows samples of the training file
    /// @param usedRows how many of them are used
    /// @param testFileRows samples of a test file, or 0
    /// @param catalog the open users and streams
    public static MemoryForecast of(
            int fileRows, int usedRows, int testFileRows, Catalog catalog, TrainingOptions options) {
        long rows = (long) usedRows + testFileRows;
        long read = SAMPLE * ((long) fileRows + testFileRows);
        long samples = read + (usedRows < fileRows ? SAMPLE * usedRows : 0);
        long places = PLACE * (catalog.users().size() + (long) catalog.streams().size());
        long work = places + Math.max(usedRows * fitting(options.algorithm()), MEASURED * rows);
        MemoryForecast forecast = new MemoryForecast(samples, FEATURES * rows, work, read + unused());
        if (forecast.fits()) {
            return forecast;
        }
        System.gc();
        return new MemoryForecast(samples, FEATURES * rows, work, read + unused());
    }

    private static long unused() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    /// Bytes a row that an algorithm needs while it learns, as measured.
    private static long fitting(Algorithm algorithm) {
        return switch (algorithm) {
            case LOGISTIC -> 8;
            case ADDITIVE -> 80;
            case BOOSTED_TREES, RANDOM_FOREST -> 400;
        };
    }

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
