// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.InputException;
import app.hometown.learning.Algorithm;
import app.hometown.learning.DataSplit;
import app.hometown.learning.TrainingOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of `train` that say what is learned and from which rows.
final class TrainingArguments {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            defaultValue = "logistic",
            description = {
                "What to learn (${DEFAULT-VALUE}):",
                "logistic: logistic regression with an L2 penalty;",
                "additive: a sum of one curve a feature;",
                "boosted-trees: many small trees, one after the other;",
                "random-forest: the mean of many deep trees."
            })
    private String algorithm;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Seed of the split and of what an algorithm draws at random (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--split",
            paramLabel = "rows|users",
            description = "rows: 80/20, the same part of clicks in both (the default). users: no user in both, about "
                    + "80/20. With --test all samples are trained on.")
    private @Nullable String split;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Samples to test on instead of a part of the training file.")
    @Nullable
    Path test;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            description = "Train on at most so many rows, drawn at random with the same part of clicks. Default: "
                    + "20,000,000 for logistic and additive, 200,000 for trees.")
    private @Nullable Integer maxRows;

    @Option(names = "--c", paramLabel = "C", description = "logistic: inverse strength of the penalty (1).")
    private @Nullable Double c;

    @Option(names = "--knots", paramLabel = "N", description = "additive: places where a curve may bend.")
    private @Nullable Integer knots;

    @Option(names = "--smoothness", paramLabel = "S", description = "additive: strength of the penalty on bends.")
    private @Nullable Double smoothness;

    @Option(names = "--trees", paramLabel = "N", description = "boosted-trees, random-forest: how many trees.")
    private @Nullable Integer trees;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "boosted-trees, random-forest: questions from a tree's root to a leaf, at most.")
    private @Nullable Integer depth;

    @Option(
            names = "--learning-rate",
            paramLabel = "R",
            description = "boosted-trees: share of its correction that a tree makes.")
    private @Nullable Double learningRate;

    @Option(
            names = "--subsample",
            paramLabel = "R",
            description = "boosted-trees, random-forest: share of the rows for each tree.")
    private @Nullable Double subsample;

    @Option(
            names = "--leaf-size",
            paramLabel = "N",
            description = "boosted-trees, random-forest: rows of a leaf, at least.")
    private @Nullable Integer leafSize;

    @Option(
            names = "--features-per-split",
            paramLabel = "N",
            description = "random-forest: features that a question is chosen from.")
    private @Nullable Integer featuresPerSplit;

    /// The options as given, with the algorithm's defaults for the rest.
    ///
    /// @throws ParameterException when one of them is not possible or does not belong to the algorithm
    TrainingOptions options() {
        try {
            Algorithm chosen = Algorithm.of("--algorithm", algorithm);
            TrainingOptions options = new TrainingOptions(chosen, seed).with(dataSplit());
            if (maxRows != null) {
                options = options.withRowLimit(maxRows);
            }
            requireFitting(chosen);
            return numbers(options);
        } catch (InputException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private DataSplit dataSplit() {
        if (test != null && split != null) {
            throw new InputException("--split", "cannot be given with --test", "Leave one of them out.");
        }
        if (test != null) {
            return DataSplit.TEST_FILE;
        }
        DataSplit given = split == null ? DataSplit.ROWS : DataSplit.of("--split", split.toLowerCase(Locale.ROOT));
        if (given == DataSplit.TEST_FILE) {
            throw new InputException("--split", "a test file is named by --test", "Give --test FILE.");
        }
        return given;
    }

    private TrainingOptions numbers(TrainingOptions options) {
        return switch (options.algorithm()) {
            case LOGISTIC ->
                options.with(new TrainingOptions.Logistic(
                        given(c).orElse(options.logistic().c())));
            case ADDITIVE ->
                options.with(new TrainingOptions.Additive(
                        given(knots).orElse(options.additive().knots()),
                        given(smoothness).orElse(options.additive().smoothness())));
            case BOOSTED_TREES ->
                options.with(new TrainingOptions.BoostedTrees(
                        given(trees).orElse(options.boostedTrees().trees()),
                        given(depth).orElse(options.boostedTrees().depth()),
                        given(learningRate).orElse(options.boostedTrees().learningRate()),
                        given(subsample).orElse(options.boostedTrees().subsample()),
                        given(leafSize).orElse(options.boostedTrees().leafSize())));
            case RANDOM_FOREST ->
                options.with(new TrainingOptions.RandomForest(
                        given(trees).orElse(options.randomForest().trees()),
                        given(depth).orElse(options.randomForest().depth()),
                        given(featuresPerSplit).orElse(options.randomForest().featuresPerSplit()),
                        given(subsample).orElse(options.randomForest().subsample()),
                        given(leafSize).orElse(options.randomForest().leafSize())));
        };
    }

    private static <T> Optional<T> given(@Nullable T value) {
        return Optional.ofNullable(value);
    }

    /// A number of another algorithm would be passed over in silence otherwise.
    private void requireFitting(Algorithm chosen) {
        List<String> fitting =
                switch (chosen) {
                    case LOGISTIC -> List.of("--c");
                    case ADDITIVE -> List.of("--knots", "--smoothness");
                    case BOOSTED_TREES ->
                        List.of("--trees", "--depth", "--learning-rate", "--subsample", "--leaf-size");
                    case RANDOM_FOREST ->
                        List.of("--trees", "--depth", "--features-per-split", "--subsample", "--leaf-size");
                };
        List<String> others = new ArrayList<>();
        other(others, "--c", c);
        other(others, "--knots", knots);
        other(others, "--smoothness", smoothness);
        other(others, "--trees", trees);
        other(others, "--depth", depth);
        other(others, "--learning-rate", learningRate);
        other(others, "--subsample", subsample);
        other(others, "--leaf-size", leafSize);
        other(others, "--features-per-split", featuresPerSplit);
        others.removeAll(fitting);
        if (!others.isEmpty()) {
            throw new InputException(
                    others.getFirst(),
                    "is not a number of " + chosen.id(),
                    "Its own are " + String.join(", ", fitting) + ".");
        }
    }

    private static void other(List<String> given, String name, @Nullable Object value) {
        if (value != null) {
            given.add(name);
        }
    }
}
