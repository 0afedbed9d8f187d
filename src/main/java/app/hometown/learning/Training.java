// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Catalog;
import app.hometown.domain.Feature;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.ranking.ClickModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// Learns a click model from samples: recomputes features, keeps a fifth of the samples back, fits, and measures.
public final class Training {
    /// Features that repeat each other more than this are worth a note.
    private static final double COLLINEAR = 0.95;

    private Training() {}

    /// Trains a model. Deterministic.
    ///
    /// @param samples what was shown and clicked
    /// @param catalog the users and streams to recompute features from
    /// @throws app.hometown.domain.InputException when the samples cannot be learned from: none, of one label only,
    ///   with features that are not finite
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static TrainingResult train(Samples samples, Catalog catalog, TrainingOptions options, Progress progress) {
        Split split = Split.stratified(samples, options.seed());
        TrainingData data = TrainingData.of(samples, catalog, progress);
        Fit fit = Fitter.of(options.algorithm())
                .fit(data, split.train(), split.test(), options, FitProgress.of(progress));
        ClickModel model = fit.parameters().model();
        List<Double> deviations = LogisticRegression.deviations(data, split.train(), FitProgress.of(progress));
        Map<Feature, Double> importances = new EnumMap<>(Feature.class);
        if (model instanceof LogisticModel logistic) {
            for (Feature feature : Feature.values()) {
                importances.put(feature, Math.abs(logistic.coefficient(feature)) * deviations.get(feature.ordinal()));
            }
        }
        progress.phase("measuring", samples.size());
        Metrics train = measure(model, data, split.train(), progress);
        Metrics test = measure(model, data, split.test(), progress);
        OptionalDouble oracleAuc = oracleAuc(samples, split.test());
        return new TrainingResult(
                options,
                fit.parameters(),
                samples.size(),
                data.recomputed(),
                train,
                test,
                oracleAuc,
                importances,
                fit.iterations(),
                fit.gradient().orElse(Double.NaN),
                data.differences(),
                notes(data, split.train(), deviations, test, oracleAuc));
    }

    /// Measures a model on some of the data's rows.
    ///
    /// @param rows sample numbers; at least one clicked and one other
    public static Metrics measure(ClickModel model, TrainingData data, int[] rows, Progress progress) {
        double[] probabilities = new double[rows.length];
        boolean[] labels = new boolean[rows.length];
        RowChunks.forEach(rows.length, progress, 0, (chunk, from, to) -> {
            double[] row = new double[Feature.COUNT];
            for (int i = from; i < to; i++) {
                data.features(rows[i], row);
                probabilities[i] = model.probability(row);
                labels[i] = data.clicked(rows[i]);
            }
        });
        return Metrics.of(probabilities, labels);
    }

    private static OptionalDouble oracleAuc(Samples samples, int[] rows) {
        if (!samples.hasTrueClickProbabilities()) {
            return OptionalDouble.empty();
        }
        double[] probabilities = new double[rows.length];
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = samples.trueClickProbability(rows[i]);
            labels[i] = samples.clicked(rows[i]);
        }
        return OptionalDouble.of(Metrics.auc(probabilities, labels));
    }

    private static List<String> notes(
            TrainingData data, int[] rows, List<Double> deviations, Metrics test, OptionalDouble oracleAuc) {
        List<String> notes = new ArrayList<>();
        oracleAuc.ifPresent(oracle -> notes.add(String.format(
                Locale.ROOT,
                "The AUC of %.4f is %.4f below the %.4f of the oracle, the true click probabilities, which no model "
                        + "can be expected to beat.",
                test.auc(),
                oracle - test.auc(),
                oracle)));
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
        notes.addAll(Collinearity.notes(data, rows, deviations, COLLINEAR));
        return notes;
    }
}
