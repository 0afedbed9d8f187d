// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.ranking.ClickModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Learns a click model from samples: recomputes features, keeps some of the samples back, fits, and measures.
public final class Training {
    private Training() {}

    /// Trains a model on samples that are divided as the options say, without a test file. Deterministic.
    ///
    /// @param samples what was shown and clicked
    /// @param catalog the users and streams to recompute features from
    /// @throws app.hometown.domain.InputException when the samples cannot be learned from: none, of one label only,
    ///   with features that are not finite
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static TrainingResult train(Samples samples, Catalog catalog, TrainingOptions options, Progress progress) {
        TrainingSet set = TrainingSet.prepare(samples, Optional.empty(), catalog, options, progress);
        return train(set, options, FitProgress.of(progress));
    }

    /// Trains a model on samples that are ready. Deterministic.
    ///
    /// @param progress told of phases and of the loss, on the training rows and on those kept back
    /// @throws app.hometown.domain.InputException when the samples cannot be learned from
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static TrainingResult train(TrainingSet set, TrainingOptions options, FitProgress progress) {
        SampleRows train = set.train();
        // The loss can be watched on rows of the same data only.
        SampleRows watched = set.test().data() == train.data() ? set.test() : train.sampled(0, 0);
        Fit fit = fit(train, watched, options, progress);
        ClickModel model = fit.parameters().model();
        FeatureSpread spread = FeatureSpread.of(train.data(), train.sampleNumbers(), progress);
        progress.phase("measuring", (long) train.size() + set.test().size());
        Metrics trained = metrics(model, train, progress, 0);
        Metrics tested = metrics(model, set.test(), progress, train.size());
        OptionalDouble oracleAuc = oracleAuc(set.test(), progress);
        return new TrainingResult(
                options,
                fit.parameters(),
                set.samples().size(),
                train.data().recomputed(),
                trained,
                tested,
                oracleAuc,
                Importances.of(model, train, spread, options.seed(), progress),
                fit.iterations(),
                fit.gradient(),
                fit.lossCurve(),
                train.data().differences(),
                notes(set, spread, tested, oracleAuc));
    }

    /// Fits a model to some rows. All that trains goes through here: one model, folds, seeds.
    ///
    /// @param watched rows of the same data whose loss is watched; may be none
    public static Fit fit(SampleRows train, SampleRows watched, TrainingOptions options, FitProgress progress) {
        return Fitter.of(options.algorithm())
                .fit(train.data(), train.sampleNumbers(), watched.sampleNumbers(), options, progress);
    }

    /// Measures a model on some rows.
    ///
    /// @param rows at least one clicked and one other
    /// @param before steps of the progress's phase that were done before; each row is one more
    public static Metrics metrics(ClickModel model, SampleRows rows, Progress progress, long before) {
        double[] probabilities = rows.probabilities(model, (row, features) -> {}, progress, before);
        boolean[] labels = rows.labels();
        try (Apart apart = new Apart(progress)) {
            return apart.call(before + rows.size(), () -> Metrics.of(probabilities, labels));
        }
    }

    private static OptionalDouble oracleAuc(SampleRows rows, Progress progress) {
        if (!rows.samples().hasTrueClickProbabilities()) {
            return OptionalDouble.empty();
        }
        try (Apart apart = new Apart(progress)) {
            return OptionalDouble.of(
                    apart.call(rows.size(), () -> Metrics.auc(rows.trueClickProbabilities(), rows.labels())));
        }
    }

    private static List<String> notes(TrainingSet set, FeatureSpread spread, Metrics test, OptionalDouble oracleAuc) {
        TrainingData data = set.train().data();
        List<String> notes = new ArrayList<>();
        oracleAuc.ifPresent(oracle -> notes.add(String.format(
                Locale.ROOT,
                "The AUC of %.4f is %.4f below the %.4f of the oracle, the true click probabilities, which no model "
                        + "can be expected to beat.",
                test.auc(),
                oracle - test.auc(),
                oracle)));
        if (set.sampled()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d samples were used, drawn at random with the same part of clicks.",
                    set.samples().size(),
                    set.fileRows()));
        }
        data.differences().forEach(difference -> notes.add(difference.sentence()));
        int asGiven = data.size() - data.recomputed();
        if (asGiven > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d samples name users or streams that are not loaded; their features were taken from the "
                            + "file as they are.",
                    asGiven,
                    data.size()));
        }
        notes.addAll(Collinearity.notes(data, set.train().sampleNumbers(), spread));
        return notes;
    }
}
