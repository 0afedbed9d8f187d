// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.Algorithm;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingOptions.Additive;
import app.hometown.learning.TrainingOptions.BoostedTrees;
import app.hometown.learning.TrainingOptions.Logistic;
import app.hometown.learning.TrainingOptions.RandomForest;
import app.hometown.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/// A number of an algorithm as the form shows it.
///
/// @param key of its texts
/// @param whole whether it has no decimals
/// @param get the number in options
/// @param set options with another number; refuses what is not possible
record Numeral(
        String key,
        boolean whole,
        ToDoubleFunction<TrainingOptions> get,
        BiFunction<TrainingOptions, Double, TrainingOptions> set) {
    /// The numbers of an algorithm, in their order.
    static List<Numeral> of(Algorithm algorithm) {
        return switch (algorithm) {
            case LOGISTIC ->
                List.of(new Numeral(
                        "c", false, options -> options.logistic().c(), (options, c) -> options.with(new Logistic(c))));
            case ADDITIVE ->
                List.of(
                        new Numeral(
                                "knots",
                                true,
                                options -> options.additive().knots(),
                                (options, knots) -> options.with(new Additive(
                                        knots.intValue(), options.additive().smoothness()))),
                        new Numeral(
                                "smoothness",
                                false,
                                options -> options.additive().smoothness(),
                                (options, smoothness) -> options.with(
                                        new Additive(options.additive().knots(), smoothness))));
            case BOOSTED_TREES -> boostedTrees();
            case RANDOM_FOREST -> randomForest();
        };
    }

    private static List<Numeral> boostedTrees() {
        return List.of(
                boosted(
                        "trees",
                        true,
                        BoostedTrees::trees,
                        (b, n) -> new BoostedTrees(
                                n.intValue(), b.depth(), b.learningRate(), b.subsample(), b.leafSize())),
                boosted(
                        "depth",
                        true,
                        BoostedTrees::depth,
                        (b, n) -> new BoostedTrees(
                                b.trees(), n.intValue(), b.learningRate(), b.subsample(), b.leafSize())),
                boosted(
                        "learningRate",
                        false,
                        BoostedTrees::learningRate,
                        (b, n) -> new BoostedTrees(b.trees(), b.depth(), n, b.subsample(), b.leafSize())),
                boosted(
                        "subsample",
                        false,
                        BoostedTrees::subsample,
                        (b, n) -> new BoostedTrees(b.trees(), b.depth(), b.learningRate(), n, b.leafSize())),
                boosted(
                        "leafSize",
                        true,
                        BoostedTrees::leafSize,
                        (b, n) ->
                                new BoostedTrees(b.trees(), b.depth(), b.learningRate(), b.subsample(), n.intValue())));
    }

    private static List<Numeral> randomForest() {
        return List.of(
                forest(
                        "trees",
                        true,
                        RandomForest::trees,
                        (f, n) -> new RandomForest(
                                n.intValue(), f.depth(), f.featuresPerSplit(), f.subsample(), f.leafSize())),
                forest(
                        "depth",
                        true,
                        RandomForest::depth,
                        (f, n) -> new RandomForest(
                                f.trees(), n.intValue(), f.featuresPerSplit(), f.subsample(), f.leafSize())),
                forest(
                        "featuresPerSplit",
                        true,
                        RandomForest::featuresPerSplit,
                        (f, n) -> new RandomForest(f.trees(), f.depth(), n.intValue(), f.subsample(), f.leafSize())),
                forest(
                        "subsample",
                        false,
                        RandomForest::subsample,
                        (f, n) -> new RandomForest(f.trees(), f.depth(), f.featuresPerSplit(), n, f.leafSize())),
                forest(
                        "leafSize",
                        true,
                        RandomForest::leafSize,
                        (f, n) -> new RandomForest(
                                f.trees(), f.depth(), f.featuresPerSplit(), f.subsample(), n.intValue())));
    }

    private static Numeral boosted(
            String key,
            boolean whole,
            ToDoubleFunction<BoostedTrees> get,
            BiFunction<BoostedTrees, Double, BoostedTrees> set) {
        return new Numeral(
                key,
                whole,
                options -> get.applyAsDouble(options.boostedTrees()),
                (options, number) -> options.with(set.apply(options.boostedTrees(), number)));
    }

    private static Numeral forest(
            String key,
            boolean whole,
            ToDoubleFunction<RandomForest> get,
            BiFunction<RandomForest, Double, RandomForest> set) {
        return new Numeral(
                key,
                whole,
                options -> get.applyAsDouble(options.randomForest()),
                (options, number) -> options.with(set.apply(options.randomForest(), number)));
    }

    /// What it is called.
    String label() {
        return Texts.text("numeral." + key);
    }

    /// What it does.
    String tip() {
        return Texts.text("numeral." + key + ".tip");
    }

    /// The number in options as it is typed: neutral, no separators.
    String text(TrainingOptions options) {
        double value = get.applyAsDouble(options);
        return whole || value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    /// Options with a number that was typed; a comma is a decimal point.
    ///
    /// @throws NumberFormatException when it is no number, or one with decimals where there are none
    /// @throws app.hometown.domain.InputException when it is not possible
    TrainingOptions set(TrainingOptions options, String text) {
        String neutral = text.strip().replace(',', '.');
        return set.apply(options, whole ? (double) Integer.parseInt(neutral) : Double.parseDouble(neutral));
    }
}
