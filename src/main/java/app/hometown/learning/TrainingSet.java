// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.util.Arrays;
import java.util.Optional;

/// Samples divided and made ready to train and to test on. Immutable.
///
/// @param train the rows to train on
/// @param test the rows kept back; of a file of their own when there is one
/// @param samples what both were made of, after sampling
/// @param fileRows how many samples the training file had before sampling
public record TrainingSet(SampleRows train, SampleRows test, Samples samples, int fileRows) {
    /// Divides samples and recomputes their features.
    ///
    /// @param all the training samples
    /// @param testFile the samples of a test file; needed and used only with [DataSplit#TEST_FILE]
    /// @param catalog the users and streams to recompute features from
    /// @param options its split, row limit and seed are used
    /// @throws InputException when the samples cannot be learned from: none, of one label only, with features
    ///   that are not finite
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static TrainingSet prepare(
            Samples all, Optional<Samples> testFile, Catalog catalog, TrainingOptions options, Progress progress) {
        progress.phase("dividing samples", 0);
        Samples samples;
        Split split;
        try (Apart apart = new Apart(progress)) {
            samples = apart.call(0, () -> used(all, options));
            split = apart.call(0, () -> Split.of(samples, options.split(), options.seed()));
        }
        TrainingData data = TrainingData.of(samples, catalog, progress);
        SampleRows train = new SampleRows(samples, data, split.train());
        if (options.split() != DataSplit.TEST_FILE) {
            return new TrainingSet(train, new SampleRows(samples, data, split.test()), samples, all.size());
        }
        Samples tested = testFile.orElseThrow(
                () -> new InputException("test file", "there is none", "Name one, or split by rows or by users."));
        requireBoth("samples", samples);
        requireBoth("test file", tested);
        TrainingData testData = TrainingData.of(tested, catalog, progress);
        int[] every = new int[tested.size()];
        Arrays.setAll(every, i -> i);
        return new TrainingSet(train, new SampleRows(tested, testData, every), samples, all.size());
    }

    /// How many samples a training uses, to train and to test.
    public static int usedRows(int fileRows, TrainingOptions options) {
        double share = options.split() == DataSplit.TEST_FILE ? 1 : 1 - Split.TEST_SHARE;
        return (int) Math.min(fileRows, options.rowLimit() / share);
    }

    /// Which of a file's samples a training with these options trains on, or tests on: for whoever wants to know what a
    /// model has seen.
    ///
    /// @param trained whether those trained on are wanted, or else those tested on
    /// @return sample numbers of the file, ascending
    /// @throws InputException when the samples cannot be divided so
    public static int[] sampleNumbers(Samples all, TrainingOptions options, boolean trained) {
        int[] used = Split.limited(all, usedRows(all.size(), options), options.seed());
        Split split = Split.of(at(all, used), options.split(), options.seed());
        int[] part = trained ? split.train() : split.test();
        return Arrays.stream(part).map(sample -> used[sample]).toArray();
    }

    private static Samples used(Samples all, TrainingOptions options) {
        return at(all, Split.limited(all, usedRows(all.size(), options), options.seed()));
    }

    private static Samples at(Samples all, int[] numbers) {
        return numbers.length == all.size() ? all : all.at(numbers);
    }

    private static void requireBoth(String where, Samples samples) {
        int clicks = samples.clickedCount();
        if (clicks == 0 || clicks == samples.size()) {
            throw new InputException(
                    where + ", column clicked",
                    clicks + " of " + samples.size() + " were clicked, so there is nothing to tell apart",
                    "Use samples with and without clicks.");
        }
    }

    /// Whether only a part of the training file's samples is used.
    public boolean sampled() {
        return samples.size() < fileRows;
    }
}
