// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.domain.Feature;
import app.hometown.learning.results.ClickCurves;
import app.hometown.learning.results.ModelReport;
import app.hometown.learning.results.PartialDependence;
import app.hometown.learning.results.ThresholdMetrics;
import app.hometown.ui.plot.Figure;
import app.hometown.workbench.training.TrainedModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A trained model with the figures that tell of it. Immutable.
///
/// @param model what was trained
/// @param name the file's name without ending; null while it is not kept
/// @param ladder its AUC beside floor and ceiling
/// @param roc without a threshold
/// @param precisionRecall without a threshold
/// @param calibration whether probabilities come true
/// @param scores without a threshold
/// @param loss while it was fitted; empty for what is solved at once
/// @param importance by permutation; empty when not asked for
/// @param coefficients of a logistic regression
/// @param dependences by feature, in their order; empty when not asked for
/// @param folds of the cross-validation, where asked for
public record Results(
        TrainedModel model,
        @Nullable String name,
        Figure ladder,
        Figure roc,
        Figure precisionRecall,
        Figure calibration,
        Figure scores,
        Optional<Figure> loss,
        Optional<Figure> importance,
        Optional<Figure> coefficients,
        Map<Feature, Figure> dependences,
        Optional<Figure> folds) {
    /// Draws up the figures. O(test rows).
    public static Results of(TrainedModel model) {
        ModelReport report = model.report();
        ClickCurves test = report.test();
        Map<Feature, Figure> dependences = new LinkedHashMap<>();
        for (PartialDependence dependence : report.dependences()) {
            dependences.put(dependence.feature(), FeatureFigures.dependence(dependence));
        }
        return new Results(
                model,
                null,
                QualityFigures.ladder(model),
                QualityFigures.roc(test),
                QualityFigures.precisionRecall(test),
                QualityFigures.calibration(test),
                QualityFigures.scores(test),
                model.result().lossCurve().size() < 2
                        ? Optional.empty()
                        : Optional.of(QualityFigures.loss(
                                model.request().options(), model.result().lossCurve())),
                report.importances().isEmpty()
                        ? Optional.empty()
                        : Optional.of(FeatureFigures.importance(report.importances())),
                report.coefficients().isEmpty()
                        ? Optional.empty()
                        : Optional.of(FeatureFigures.coefficients(report.coefficients())),
                dependences,
                report.crossValidation().map(FeatureFigures::folds));
    }

    /// Whether both tell of the same training.
    @SuppressWarnings("ReferenceEquality")
    boolean sameModel(@Nullable Results other) {
        return other != null && model == other.model;
    }

    /// The same, kept under a name.
    Results named(String kept) {
        return new Results(
                model,
                kept,
                ladder,
                roc,
                precisionRecall,
                calibration,
                scores,
                loss,
                importance,
                coefficients,
                dependences,
                folds);
    }

    /// What follows from a threshold.
    ///
    /// @param metrics counts and shares
    /// @param scores with the threshold in it
    /// @param roc with the place in it
    /// @param precisionRecall with the place in it
    /// @param confusion what was foretold against what happened
    public record AtThreshold(
            ThresholdMetrics metrics, Figure scores, Figure roc, Figure precisionRecall, Figure confusion) {}

    /// What follows from a threshold. Quick: it may follow a slider.
    ///
    /// @param threshold 0..1
    public AtThreshold at(double threshold) {
        ThresholdMetrics at = model.report().test().at(threshold);
        return new AtThreshold(
                at,
                QualityFigures.scores(scores, threshold),
                QualityFigures.at(roc, at.falsePositiveRate(), at.recall()),
                QualityFigures.at(precisionRecall, at.recall(), at.precision()),
                QualityFigures.confusion(at));
    }
}
