// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.learning.LossPoint;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.results.CalibrationBin;
import app.hometown.learning.results.ClickCurves;
import app.hometown.learning.results.CurvePoint;
import app.hometown.learning.results.ModelReport;
import app.hometown.learning.results.ScoreBin;
import app.hometown.learning.results.ThresholdMetrics;
import app.hometown.statistics.Interval;
import app.hometown.statistics.Verdict;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.training.BeforeAfter;
import app.hometown.workbench.training.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Figures of how good a model is. Made on any thread; no JavaFX.
final class QualityFigures {
    private static final int CURVE = 400;
    private static final int BINS = 10;
    private static final int SCORE_BINS = 40;

    private QualityFigures() {}

    /// The AUC beside what nothing can be better than, and what it should be better than.
    static Figure ladder(TrainedModel model) {
        ModelReport report = model.report();
        List<String> names = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        report.oracle().ifPresent(oracle -> rung(names, marks, "result.oracle", Tone.STRONG, oracle.auc()));
        rung(names, marks, "result.new", Tone.ML, report.test().auc());
        // A comparison on other rows has AUCs of its own.
        model.beforeAfter()
                .filter(before -> before.comparison().rows() == report.test().rows())
                .ifPresent(before -> {
                    names.add(Texts.text("result.active", before.otherName()));
                    double auc = before.comparison().before().auc();
                    marks.add(interval(Tone.THIRD, names.size() - 1, new Interval(auc, Double.NaN, Double.NaN)));
                });
        rung(names, marks, "result.distance", Tone.QUIET, report.distanceOnly().auc());
        rung(names, marks, "result.constant", Tone.QUIET, report.constant().auc());
        return Figure.of("auc", Texts.text("figure.ladder"), Axis.of(Texts.text("metric.auc")), Axis.names("", names))
                .finding(ladderFinding(report))
                .with(marks.toArray(Mark[]::new))
                .footnote(rows(report.test()) + " " + Texts.text("figure.ladder.note"));
    }

    private static String ladderFinding(ModelReport report) {
        double auc = report.test().auc().estimate();
        double floor = report.distanceOnly().auc().estimate();
        return report.oracle()
                .filter(oracle -> oracle.auc().estimate() > floor)
                .map(oracle -> Texts.text(
                        "figure.ladder.ceiling",
                        Formats.wholePercent((auc - floor) / (oracle.auc().estimate() - floor))))
                .orElseGet(() -> Texts.text("figure.ladder.floor", Formats.signed(auc - floor, 3)));
    }

    private static void rung(List<String> names, List<Mark> marks, String key, Tone tone, Interval auc) {
        names.add(Texts.text(key));
        marks.add(interval(tone, names.size() - 1, auc));
    }

    private static Mark interval(Tone tone, int place, Interval auc) {
        return new Mark.Intervals(
                "",
                tone,
                Mark.Along.X,
                Numbers.of(place),
                Numbers.of(auc.estimate()),
                Numbers.of(auc.low()),
                Numbers.of(auc.high()),
                List.of());
    }

    /// The ROC curve.
    static Figure roc(ClickCurves test) {
        return Figure.of(
                        "roc-curve",
                        Texts.text("figure.roc"),
                        share("figure.roc.x").over(0, 1),
                        share("figure.roc.y").over(0, 1))
                .finding(Texts.text(
                        "figure.roc.finding", Formats.decimals(100 * test.auc().estimate(), 1)))
                .with(new Mark.Diagonal(Texts.text("result.guessing"), Tone.QUIET), curve(test.roc(CURVE)))
                .footnote(rows(test));
    }

    /// The precision-recall curve.
    static Figure precisionRecall(ClickCurves test) {
        double rate = (double) test.clicked() / test.rows();
        return Figure.of(
                        "precision-recall",
                        Texts.text("figure.pr"),
                        share("metric.recall").over(0, 1),
                        share("metric.precision").over(0, 1))
                .finding(Texts.text(
                        "figure.pr.finding", Formats.decimals(test.averagePrecision(), 3), Formats.decimals(rate, 3)))
                .with(
                        new Mark.Rule(Texts.text("result.guessing"), Tone.QUIET, Mark.Along.Y, rate),
                        curve(test.precisionRecall(CURVE)))
                .footnote(rows(test));
    }

    /// A curve with a mark where a threshold lies on it.
    static Figure at(Figure curve, double x, double y) {
        return curve.with(
                new Mark.Points(Texts.text("result.threshold"), Tone.STRONG, Numbers.of(x), Numbers.of(y), List.of()));
    }

    private static Mark curve(List<CurvePoint> points) {
        return new Mark.Line(
                Texts.text("result.new"),
                Tone.ML,
                Mark.Stroke.SOLID,
                numbers(points, CurvePoint::x),
                numbers(points, CurvePoint::y),
                List.of(new Mark.Extra(
                        Texts.text("result.thresholdAt"), NumberStyle.NUMBER, numbers(points, CurvePoint::threshold))));
    }

    /// Whether probabilities come true.
    static Figure calibration(ClickCurves test) {
        List<CalibrationBin> bins = test.calibrationByCount(BINS);
        return Figure.of(
                        "calibration",
                        Texts.text("figure.calibration"),
                        share("figure.calibration.x").over(0, 1),
                        share("figure.calibration.y").over(0, 1))
                .finding(Texts.text("figure.calibration.finding", Formats.percent(test.calibrationError(BINS))))
                .with(
                        new Mark.Diagonal(Texts.text("figure.calibration.perfect"), Tone.QUIET),
                        new Mark.Intervals(
                                Texts.text("result.new"),
                                Tone.ML,
                                Mark.Along.Y,
                                numbers(bins, CalibrationBin::foretold),
                                numbers(bins, bin -> bin.observed().estimate()),
                                numbers(bins, bin -> bin.observed().low()),
                                numbers(bins, bin -> bin.observed().high()),
                                List.of(new Mark.Extra(
                                        Texts.text("figure.rows"),
                                        NumberStyle.COUNT,
                                        numbers(bins, CalibrationBin::count)))))
                .footnote(Texts.text("figure.calibration.note", rows(test), bins.size()));
    }

    /// Probabilities of rows that were clicked and of rows that were not.
    static Figure scores(ClickCurves test) {
        List<ScoreBin> bins = test.histogram(SCORE_BINS);
        Numbers edges = Numbers.of(
                bins.size() + 1,
                i -> i < bins.size() ? bins.get(i).from() : bins.getLast().to());
        return Figure.of(
                        "scores",
                        Texts.text("figure.scores"),
                        share("figure.calibration.x").over(0, 1),
                        Axis.of(Texts.text("figure.scores.y")).as(NumberStyle.COUNT))
                .with(
                        new Mark.Histogram(
                                Texts.text("result.notClicked"),
                                Tone.QUIET,
                                edges,
                                numbers(bins, ScoreBin::notClicked)),
                        new Mark.Histogram(
                                Texts.text("result.clicked"), Tone.ML, edges, numbers(bins, ScoreBin::clicked)))
                .footnote(rows(test));
    }

    /// Scores with the threshold drawn in.
    static Figure scores(Figure scores, double threshold) {
        return scores.with(new Mark.Rule(
                Texts.text("result.thresholdIs", Formats.decimals(threshold, 2)),
                Tone.STRONG,
                Mark.Along.X,
                threshold));
    }

    /// What was foretold against what happened.
    static Figure confusion(ThresholdMetrics at) {
        return Figure.of(
                        "confusion",
                        Texts.text("figure.confusion"),
                        Axis.names("", List.of(Texts.text("figure.confusion.yes"), Texts.text("figure.confusion.no"))),
                        Axis.names("", List.of(Texts.text("result.clicked"), Texts.text("result.notClicked"))))
                .finding(Texts.text("figure.confusion.finding", Formats.percent(at.accuracy())))
                .with(new Mark.HeatMap(
                        "",
                        Tone.ML,
                        Numbers.of(-0.5, 0.5, 1.5),
                        Numbers.of(-0.5, 0.5, 1.5),
                        Numbers.of(at.hits(), at.misses(), at.falseAlarms(), at.rightlyLeft()),
                        Texts.text("figure.scores.y"),
                        NumberStyle.COUNT,
                        true))
                .footnote(Texts.text("result.thresholdIs", Formats.decimals(at.threshold(), 2)));
    }

    /// The loss while a model is fitted.
    ///
    /// @param points so far, in order
    static Figure loss(TrainingOptions options, List<LossPoint> points) {
        Axis axis =
                Axis.of(Texts.text("figure.loss.x." + options.algorithm().id())).as(NumberStyle.COUNT);
        int steps =
                switch (options.algorithm()) {
                    case LOGISTIC, ADDITIVE -> 0;
                    case BOOSTED_TREES -> options.boostedTrees().trees();
                    case RANDOM_FOREST -> options.randomForest().trees();
                };
        Numbers at = numbers(points, LossPoint::step);
        Figure figure = Figure.of(
                        "loss",
                        Texts.text("figure.loss"),
                        steps > 1 ? axis.over(0, steps) : axis,
                        Axis.of(Texts.text("metric.logLoss")))
                .with(new Mark.Line(
                        Texts.text("result.train"),
                        Tone.QUIET,
                        Mark.Stroke.DASHED,
                        at,
                        numbers(points, LossPoint::train),
                        List.of()));
        boolean heldOut = points.stream().anyMatch(point -> !Double.isNaN(point.heldOut()));
        return heldOut
                ? figure.finding(lossFinding(points))
                        .with(Mark.Line.of(
                                Texts.text("result.heldOut"), Tone.ML, at, numbers(points, LossPoint::heldOut)))
                : figure;
    }

    private static String lossFinding(List<LossPoint> points) {
        LossPoint best = points.getFirst();
        for (LossPoint point : points) {
            best = point.heldOut() < best.heldOut() ? point : best;
        }
        return best.step() < points.getLast().step()
                ? Texts.text("figure.loss.best", Formats.count(best.step()), Formats.decimals(best.heldOut(), 4))
                : Texts.text("figure.loss.falling", Formats.decimals(best.heldOut(), 4));
    }

    /// What a comparison says in a sentence.
    static String sentence(BeforeAfter before) {
        Interval auc = before.comparison().aucGain();
        Interval loss = before.comparison().lossCut();
        return Texts.text(
                "compare.sentence",
                sign(before.comparison().byAuc()),
                Formats.signed(auc.estimate(), 4),
                Formats.signed(auc.low(), 4),
                Formats.signed(auc.high(), 4),
                sign(before.comparison().byLoss()),
                Formats.signed(-loss.estimate(), 4),
                Formats.signed(-loss.high(), 4),
                Formats.signed(-loss.low(), 4));
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> "▲";
            case WORSE -> "▼";
            case UNDECIDED -> "≈";
        };
    }

    private static Axis share(String key) {
        return Axis.of(Texts.text(key)).as(NumberStyle.PERCENT);
    }

    private static String rows(ClickCurves test) {
        return Texts.text("figure.rows.note", Formats.count(test.rows()), Formats.count(test.clicked()));
    }

    static <T> Numbers numbers(List<T> rows, ToDoubleFunction<T> number) {
        return Numbers.of(rows.size(), i -> number.applyAsDouble(rows.get(i)));
    }
}
