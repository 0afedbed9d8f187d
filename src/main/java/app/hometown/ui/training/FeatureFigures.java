// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.domain.Feature;
import app.hometown.learning.Metrics;
import app.hometown.learning.results.CrossValidation;
import app.hometown.learning.results.FeatureImportance;
import app.hometown.learning.results.PartialDependence;
import app.hometown.learning.results.StandardisedCoefficient;
import app.hometown.statistics.Interval;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.training.SeedStability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Figures of what a model looks at and how far it can be relied on. Made on any thread; no JavaFX.
final class FeatureFigures {
    private FeatureFigures() {}

    /// What a feature is called.
    static String name(Feature feature) {
        return Texts.text("feature." + feature.column());
    }

    /// How much worse the model becomes without each feature, the most important first.
    ///
    /// @param importances at least one
    static Figure importance(List<FeatureImportance> importances) {
        List<FeatureImportance> sorted = importances.stream()
                .sorted(Comparator.comparingDouble(
                        (FeatureImportance importance) -> -importance.aucDrop().estimate()))
                .toList();
        long none = sorted.stream()
                .filter(importance -> !importance.aucDrop().excludesZero())
                .count();
        return Figure.of(
                        "importance",
                        Texts.text("figure.importance"),
                        Axis.of(Texts.text("figure.importance.x")),
                        Axis.names(
                                "",
                                sorted.stream()
                                        .map(importance -> name(importance.feature()))
                                        .toList()))
                .finding(Texts.counted(
                        "figure.importance.finding",
                        none,
                        name(sorted.getFirst().feature())))
                .with(new Mark.Rule("", Tone.QUIET, Mark.Along.X, 0), forest(sorted, FeatureImportance::aucDrop))
                .footnote(Texts.text("figure.importance.note"));
    }

    /// What each feature does to the log-odds, the strongest first.
    ///
    /// @param coefficients at least one
    static Figure coefficients(List<StandardisedCoefficient> coefficients) {
        List<StandardisedCoefficient> sorted = coefficients.stream()
                .sorted(Comparator.comparingDouble((StandardisedCoefficient coefficient) ->
                        -Math.abs(coefficient.standardised().estimate())))
                .toList();
        return Figure.of(
                        "coefficients",
                        Texts.text("figure.coefficients"),
                        Axis.of(Texts.text("figure.coefficients.x")).as(NumberStyle.SIGNED),
                        Axis.names(
                                "",
                                sorted.stream()
                                        .map(coefficient -> name(coefficient.feature()))
                                        .toList()))
                .finding(Texts.text("figure.coefficients.finding"))
                .with(
                        new Mark.Rule("", Tone.QUIET, Mark.Along.X, 0),
                        forest(sorted, StandardisedCoefficient::standardised))
                .footnote(Texts.text("figure.coefficients.note"));
    }

    private static <T> Mark forest(List<T> rows, Function<T, Interval> interval) {
        return new Mark.Intervals(
                "",
                Tone.ML,
                Mark.Along.X,
                Numbers.places(rows.size()),
                QualityFigures.numbers(rows, row -> interval.apply(row).estimate()),
                QualityFigures.numbers(rows, row -> interval.apply(row).low()),
                QualityFigures.numbers(rows, row -> interval.apply(row).high()),
                List.of());
    }

    /// What the model foretells as one feature changes.
    static Figure dependence(PartialDependence dependence) {
        Numbers values = Numbers.of(dependence.values().size(), dependence.values()::get);
        List<Mark> marks = new ArrayList<>();
        for (List<Double> line : dependence.lines()) {
            marks.add(new Mark.Line(
                    "", Tone.QUIET, Mark.Stroke.THIN, values, Numbers.of(line.size(), line::get), List.of()));
        }
        marks.add(Mark.Line.of(
                Texts.text("figure.dependence.mean"),
                Tone.ML,
                values,
                Numbers.of(dependence.means().size(), dependence.means()::get)));
        String name = name(dependence.feature());
        boolean flag = dependence.values().equals(List.of(0.0, 1.0));
        if (!flag) {
            marks.add(new Mark.Rug(
                    Texts.text("figure.dependence.deciles"),
                    Tone.STRONG,
                    Numbers.of(dependence.deciles().size(), dependence.deciles()::get)));
        }
        return Figure.of(
                        "dependence-" + dependence.feature().column(),
                        Texts.text("figure.dependence", name),
                        flag
                                ? Axis.names(
                                        name,
                                        List.of(
                                                Texts.text("figure.dependence.no"),
                                                Texts.text("figure.dependence.yes")))
                                : Axis.of(name),
                        Axis.of(Texts.text("figure.dependence.y")).as(NumberStyle.PERCENT))
                .finding(Texts.text("figure.dependence.finding", Formats.decimals(100 * dependence.span(), 1)))
                .with(marks.toArray(Mark[]::new))
                .footnote(
                        Texts.text("figure.dependence.note", dependence.lines().size()));
    }

    /// The AUC of each fold and their mean.
    static Figure folds(CrossValidation validation) {
        List<Metrics> folds = validation.folds();
        List<String> names = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            names.add(Texts.text("figure.folds.fold", fold + 1));
        }
        names.add(Texts.text("figure.folds.mean"));
        Interval auc = validation.auc();
        return Figure.of("folds", Texts.text("figure.folds"), Axis.of(Texts.text("metric.auc")), Axis.names("", names))
                .finding(Texts.text(
                        "figure.folds.finding",
                        Formats.decimals(auc.estimate(), 3),
                        Formats.decimals(auc.low(), 3),
                        Formats.decimals(auc.high(), 3)))
                .with(
                        new Mark.Points(
                                Texts.text("figure.folds"),
                                Tone.ML,
                                QualityFigures.numbers(folds, Metrics::auc),
                                Numbers.places(folds.size()),
                                List.of(new Mark.Extra(
                                        Texts.text("metric.logLoss"),
                                        NumberStyle.NUMBER,
                                        QualityFigures.numbers(folds, Metrics::logLoss)))),
                        new Mark.Intervals(
                                Texts.text("figure.folds.mean"),
                                Tone.STRONG,
                                Mark.Along.X,
                                Numbers.of(folds.size()),
                                Numbers.of(auc.estimate()),
                                Numbers.of(auc.low()),
                                Numbers.of(auc.high()),
                                List.of()))
                .footnote(Texts.text(
                        "figure.folds.note",
                        Formats.decimals(validation.logLoss().estimate(), 4),
                        Formats.percent(validation.accuracy().estimate())));
    }

    /// How alike what people are shown is between seeds, beside how alike it is to *basic*.
    static Figure stability(SeedStability stability) {
        SeedStability.Likeness seeds = stability.betweenSeeds();
        SeedStability.Likeness basic = stability.toBasic();
        return Figure.of(
                        "seeds",
                        Texts.text("figure.seeds"),
                        Axis.names(
                                "",
                                List.of(
                                        Texts.text("figure.seeds.jaccard"),
                                        Texts.text("figure.seeds.rbo"),
                                        Texts.text("figure.seeds.identical"))),
                        Axis.of(Texts.text("figure.seeds.y"))
                                .as(NumberStyle.PERCENT)
                                .over(0, 1))
                .finding(Texts.text("figure.seeds.finding", Formats.percent(stability.sameForAllSeeds())))
                .with(
                        new Mark.Bars(Texts.text("figure.seeds.between"), Tone.ML, numbers(seeds), List.of()),
                        new Mark.Bars(Texts.text("figure.seeds.basic"), Tone.BASIC, numbers(basic), List.of()))
                .footnote(Texts.text(
                        "figure.seeds.note", stability.runs().size(), Formats.count(stability.users()), stability.k()));
    }

    private static Numbers numbers(SeedStability.Likeness likeness) {
        return Numbers.of(likeness.jaccard(), likeness.rankBiasedOverlap(), likeness.identical());
    }
}
