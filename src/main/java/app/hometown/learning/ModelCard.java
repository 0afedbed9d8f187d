// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.files.Json;
import app.hometown.files.ProgramVersion;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How a model came about, as far as its file does not say it elsewhere: enough to train it again. Files of the first
/// versions of the program have none.
///
/// @param programVersion version of the program that trained it
/// @param seconds how long fitting and measuring took
/// @param split how the samples were divided, see [DataSplit#id]
/// @param testFile name of the test file; null for other splits
/// @param fileRows how many samples the training file had; more than were used when there was a row limit
/// @param rowLimit rows to train on at most
/// @param numbers the algorithm's numbers by name
/// @param aucLow lower end of the 95 % interval of the test AUC
/// @param aucHigh its upper end
/// @param brier mean squared error of the probabilities on the test rows
public record ModelCard(
        String programVersion,
        double seconds,
        String split,
        @Nullable String testFile,
        int fileRows,
        int rowLimit,
        Map<String, Double> numbers,
        double aucLow,
        double aucHigh,
        double brier) {
    public ModelCard {
        Objects.requireNonNull(programVersion, "card.program_version");
        DataSplit.of("card.split", split);
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /// What is known of the test beyond [Metrics].
    ///
    /// @param aucLow lower end of the 95 % interval of the AUC
    /// @param aucHigh its upper end
    /// @param brier mean squared error of the probabilities
    public record Tested(double aucLow, double aucHigh, double brier) {}

    /// The card of a training.
    ///
    /// @param testFile name of the test file, for a split by test file
    /// @param took how long fitting and measuring took
    public static ModelCard of(
            TrainingOptions options, int fileRows, @Nullable String testFile, Duration took, Tested tested) {
        return new ModelCard(
                ProgramVersion.get(),
                took.toMillis() / 1000.0,
                options.split().id(),
                options.split() == DataSplit.TEST_FILE ? testFile : null,
                fileRows,
                options.rowLimit(),
                numbers(options),
                tested.aucLow(),
                tested.aucHigh(),
                tested.brier());
    }

    /// The numbers of the options' algorithm, by the names that files and the command line give them.
    public static Map<String, Double> numbers(TrainingOptions options) {
        Object numbers =
                switch (options.algorithm()) {
                    case LOGISTIC -> options.logistic();
                    case ADDITIVE -> options.additive();
                    case BOOSTED_TREES -> options.boostedTrees();
                    case RANDOM_FOREST -> options.randomForest();
                };
        JsonNode tree = Json.mapper().valueToTree(numbers);
        Map<String, Double> named = new LinkedHashMap<>();
        tree.forEachEntry((name, value) -> named.put(name, value.doubleValue()));
        return named;
    }

    /// The way of dividing samples.
    DataSplit dataSplit() {
        return DataSplit.of("card.split", split);
    }
}
