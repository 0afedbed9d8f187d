// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Feature;
import app.hometown.learning.ModelCard;
import app.hometown.learning.ModelParameters;
import app.hometown.learning.TrainingResult;
import app.hometown.learning.checks.DataCheck;
import app.hometown.learning.results.CalibrationBin;
import app.hometown.learning.results.ClickCurves;
import app.hometown.learning.results.CrossValidation;
import app.hometown.learning.results.FeatureImportance;
import app.hometown.learning.results.PartialDependence;
import app.hometown.learning.results.Reference;
import app.hometown.learning.results.StandardisedCoefficient;
import app.hometown.statistics.Interval;
import app.hometown.workbench.training.BeforeAfter;
import app.hometown.workbench.training.SeedStability;
import app.hometown.workbench.training.TrainedModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `train --json` prints. The keys up to `model_file` are the contract's; the others tell more.
record TrainReport(
        String algorithm,
        int rows,
        int trainRows,
        int testRows,
        double trainAccuracy,
        double testAccuracy,
        double auc,
        double logLoss,
        double precision,
        double recall,
        double f1,
        @Nullable Double oracleAuc,
        @Nullable Map<String, Double> coefficients,
        @Nullable Double intercept,
        Map<String, Double> importances,
        String modelFile,
        long seed,
        String split,
        int fileRows,
        Map<String, Double> numbers,
        double seconds,
        Range aucInterval,
        double averagePrecision,
        double brier,
        Confusion confusion,
        List<CalibrationBin> calibration,
        Map<String, Reference> references,
        @Nullable Map<String, Interval> standardisedCoefficients,
        @Nullable Map<String, Importance> permutationImportances,
        @Nullable Map<String, Dependence> partialDependences,
        @Nullable CrossValidation crossValidation,
        @Nullable Compared comparedWith,
        @Nullable SeedStability seeds,
        List<Check> checks,
        List<String> notes) {
    private static final int BINS = 10;

    /// @param low lower end of a 95 % interval
    /// @param high its upper end
    record Range(double low, double high) {}

    /// The confusion matrix where a click is foretold above 0.5.
    record Confusion(double threshold, int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
        static Confusion of(ClickCurves curves, double threshold) {
            var at = curves.at(threshold);
            return new Confusion(threshold, at.hits(), at.falseAlarms(), at.misses(), at.rightlyLeft());
        }
    }

    /// @param aucDrop by how much the AUC falls when the feature is shuffled
    /// @param lossRise by how much the log-loss rises
    record Importance(Interval aucDrop, Interval lossRise) {}

    /// @param values what the feature was set to
    /// @param means mean P(click) then
    record Dependence(List<Double> values, List<Double> means) {}

    /// @param before the other model
    /// @param after this one
    /// @param seenByOther test rows that the other was trained on; null where that cannot be told
    record Compared(
            String model,
            String verdict,
            int rows,
            int testRows,
            Values before,
            Values after,
            Interval aucGain,
            Interval logLossCut,
            @Nullable Integer seenByOther,
            String note) {
        /// @param auc area under the ROC curve
        record Values(double auc, double logLoss) {}

        static Compared of(BeforeAfter compared) {
            var comparison = compared.comparison();
            return new Compared(
                    compared.otherName(),
                    word(compared.verdict()),
                    comparison.rows(),
                    compared.testRows(),
                    new Values(comparison.before().auc(), comparison.before().logLoss()),
                    new Values(comparison.after().auc(), comparison.after().logLoss()),
                    comparison.aucGain(),
                    comparison.lossCut(),
                    compared.seenByOther() < 0 ? null : compared.seenByOther(),
                    compared.note());
        }
    }

    /// A finding about the data.
    record Check(String severity, String topic, String sentence, String remedy) {
        static Check of(DataCheck check) {
            return new Check(word(check.severity()), word(check.topic()), check.sentence(), check.remedy());
        }
    }

    static TrainReport of(TrainedModel trained, Optional<SeedStability> seeds, Path file) {
        TrainingResult result = trained.result();
        ModelParameters.@Nullable Logistic logistic =
                result.parameters() instanceof ModelParameters.Logistic parameters ? parameters : null;
        var report = trained.report();
        ClickCurves test = report.test();
        ModelCard card = trained.card();
        Map<String, Reference> references = new LinkedHashMap<>();
        report.oracle().ifPresent(oracle -> references.put("oracle", oracle));
        references.put("distance_only", report.distanceOnly());
        references.put("constant", report.constant());
        return new TrainReport(
                result.options().algorithm().id(),
                result.rows(),
                result.train().rows(),
                result.test().rows(),
                result.train().accuracy(),
                result.test().accuracy(),
                result.test().auc(),
                result.test().logLoss(),
                result.test().precision(),
                result.test().recall(),
                result.test().f1(),
                result.oracleAuc().isPresent() ? result.oracleAuc().getAsDouble() : null,
                logistic == null ? null : logistic.coefficients(),
                logistic == null ? null : logistic.intercept(),
                trained.file().importances(),
                file.toString(),
                result.options().seed(),
                card.split(),
                card.fileRows(),
                card.numbers(),
                card.seconds(),
                new Range(test.auc().low(), test.auc().high()),
                test.averagePrecision(),
                test.brier(),
                Confusion.of(test, 0.5),
                test.calibrationByCount(BINS),
                references,
                byFeature(report.coefficients(), StandardisedCoefficient::feature, one -> one.standardised()),
                byFeature(
                        report.importances(),
                        FeatureImportance::feature,
                        one -> new Importance(one.aucDrop(), one.lossRise())),
                byFeature(
                        report.dependences(),
                        PartialDependence::feature,
                        one -> new Dependence(one.values(), one.means())),
                report.crossValidation().orElse(null),
                trained.beforeAfter().map(Compared::of).orElse(null),
                seeds.orElse(null),
                trained.checks().stream().map(Check::of).toList(),
                result.notes());
    }

    /// Null for none.
    private static <T, V> @Nullable Map<String, V> byFeature(
            List<T> all, Function<T, Feature> feature, Function<T, V> value) {
        if (all.isEmpty()) {
            return null;
        }
        Map<String, V> named = new LinkedHashMap<>();
        all.forEach(one -> named.put(feature.apply(one).column(), value.apply(one)));
        return named;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
