// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.learning.Apart;
import app.hometown.learning.DataSplit;
import app.hometown.learning.ModelFile;
import app.hometown.learning.SampleRows;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingSet;
import app.hometown.learning.results.PairedComparison;
import app.hometown.ranking.ClickModel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Holds a new model against another on the new one's test rows, and finds out whether the other one knew them.
///
/// @param all the training file's samples
/// @param set how the new model divided them
/// @param digest digest of the samples
/// @param options how the new model was trained
record Rivals(Samples all, TrainingSet set, String digest, TrainingOptions options) {

    /// Fewer rows, or fewer of either label, would tell nothing.
    private static final int LEAST_ROWS = 500;

    private static final int LEAST_OF_A_LABEL = 50;

    /// Compares.
    ///
    /// @param name the other model's name
    /// @param file what is known of the other model
    BeforeAfter compare(ClickModel model, String name, ClickModel other, ModelFile file, Progress progress) {
        SampleRows all = set.test();
        progress.phase("looking what the other model knows", 0);
        Optional<SampleRows> unseen;
        try (Apart apart = new Apart(progress)) {
            unseen = apart.call(0, () -> unseen(file)).map(all::at);
        }
        int seen = unseen.map(rows -> all.size() - rows.size()).orElse(-1);
        SampleRows fresh = unseen.orElse(all);
        SampleRows test = seen > 0 && enough(fresh) ? fresh : all;
        progress.phase("asking the other model", 2L * test.size());
        double[] before = test.probabilities(other, progress);
        double[] after = test.probabilities(model, (row, features) -> {}, progress, test.size());
        PairedComparison comparison = PairedComparison.of(before, after, test.labels(), options.seed(), progress);
        return new BeforeAfter(name, comparison, all.size(), seen, note(name, seen, test.size()));
    }

    private static boolean enough(SampleRows rows) {
        int clicks = rows.clickedCount();
        return rows.size() >= LEAST_ROWS && Math.min(clicks, rows.size() - clicks) >= LEAST_OF_A_LABEL;
    }

    /// The places of the test rows that another model was not trained on, where that can be told: by dividing the
    /// samples as it did.
    private Optional<int[]> unseen(ModelFile other) {
        if (!other.training().digest().equals(digest)) {
            return Optional.empty();
        }
        if (options.split() == DataSplit.TEST_FILE) {
            return Optional.of(IntStream.range(0, set.test().size()).toArray());
        }
        try {
            int[] trained = TrainingSet.sampleNumbers(all, other.division(), true);
            int[] tested = TrainingSet.sampleNumbers(all, options, false);
            return Optional.of(IntStream.range(0, tested.length)
                    .filter(place -> Arrays.binarySearch(trained, tested[place]) < 0)
                    .toArray());
        } catch (InputException _) {
            // These samples cannot be divided as it says: nothing can be told.
            return Optional.empty();
        }
    }

    private String note(String name, int seen, int rows) {
        int tests = set.test().size();
        if (seen < 0) {
            return name + " was trained on other samples; whether these test rows were among them cannot be told.";
        }
        if (seen == 0) {
            return "";
        }
        return rows < tests
                ? String.format(
                        Locale.ROOT,
                        "%s was trained on %,d of the %,d test rows; the comparison is on the other %,d.",
                        name,
                        seen,
                        tests,
                        rows)
                : String.format(
                        Locale.ROOT,
                        "%s was trained on %,d of these %,d test rows, which flatters it.",
                        name,
                        seen,
                        tests);
    }
}
