// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.learning.DataSplit;
import app.hometown.learning.ModelFile;
import app.hometown.learning.SampleRows;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingSet;
import app.hometown.learning.results.PairedComparison;
import app.hometown.ranking.ClickModel;
import java.util.Arrays;
import java.util.Locale;

/// Holds a new model against another on the new one's test rows, and finds out whether the other one knew them.
///
/// @param all the training file's samples
/// @param set how the new model divided them
/// @param digest digest of the samples
/// @param options how the new model was trained
record Rivals(Samples all, TrainingSet set, String digest, TrainingOptions options) {
    private static final int UNKNOWN = -1;

    /// Compares.
    ///
    /// @param name the other model's name
    /// @param file what is known of the other model
    BeforeAfter compare(ClickModel model, String name, ClickModel other, ModelFile file, Progress progress) {
        SampleRows test = set.test();
        progress.phase("asking the other model", 2L * test.size());
        double[] before = test.probabilities(other, progress);
        double[] after = test.probabilities(model, (row, features) -> {}, progress, test.size());
        PairedComparison comparison =
                PairedComparison.of(before, after, test.labels(), options.seed(), progress);
        int seen = seenBy(file);
        return new BeforeAfter(name, comparison, seen, note(name, seen, test.size()));
    }

    /// How many of the test rows another model was trained on: found by dividing the samples as it did.
    private int seenBy(ModelFile other) {
        if (!other.training().digest().equals(digest)) {
            return UNKNOWN;
        }
        if (options.split() == DataSplit.TEST_FILE) {
            return 0;
        }
        try {
            int[] trained = TrainingSet.sampleNumbers(all, other.division(), true);
            return (int) Arrays.stream(TrainingSet.sampleNumbers(all, options, false))
                    .filter(row -> Arrays.binarySearch(trained, row) >= 0)
                    .count();
        } catch (InputException _) {
            // These samples cannot be divided as it says: nothing can be told.
            return UNKNOWN;
        }
    }

    private static String note(String name, int seen, int rows) {
        if (seen == UNKNOWN) {
            return name + " was trained on other samples; whether these test rows were among them cannot be told.";
        }
        return seen == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s was trained on %,d of these %,d test rows, which flatters it.",
                        name,
                        seen,
                        rows);
    }
}
