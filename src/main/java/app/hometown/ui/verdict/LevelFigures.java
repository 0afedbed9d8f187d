// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.Hindsight;
import app.hometown.evaluation.Measure;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.verdict.Bias;
import app.hometown.workbench.verdict.Contestant;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.RankerFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/// Figures of what each ranker has.
final class LevelFigures {
    private LevelFigures() {}

    private static List<RankerFigures> compared(Findings findings) {
        return findings.rankers().stream()
                .filter(ranker -> ranker.role() == Contestant.Role.COMPARED)
                .toList();
    }

    /// Without hindsight, beside which all others look alike.
    static Optional<Figure> levels(Findings findings) {
        Measure measure = findings.measure();
        if (findings.most() == 0 || measure == Measure.EXPECTED_CLICKS) {
            return Optional.empty();
        }
        List<RankerFigures> shown = findings.rankers().stream()
                .filter(ranker ->
                        ranker.byK().containsKey(measure) && !ranker.name().equals(Hindsight.NAME))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(lines(
                        findings,
                        "verdict-levels",
                        Texts.text("findings.figure.levels", VerdictWords.measure(measure)),
                        axis(measure),
                        shown,
                        measure,
                        value -> value)
                .finding(levels(findings, measure)));
    }

    private static Axis axis(Measure measure) {
        Axis axis = Axis.of(VerdictWords.measure(measure)).over(0, Double.NaN);
        return measure == Measure.DISTANCE_KM ? axis.in("km") : axis;
    }

    /// What each compared ranker has at k, and the best baseline.
    private static String levels(Findings findings, Measure measure) {
        String of = compared(findings).stream()
                .map(ranker -> VerdictWords.ranker(ranker.name()) + " "
                        + VerdictWords.number(measure, ranker.means().getOrDefault(measure, Double.NaN)))
                .collect(Collectors.joining(", "));
        String at = VerdictWords.at(measure, findings.k());
        return findings.rankers().stream()
                .filter(ranker -> ranker.role() == Contestant.Role.BASELINE
                        && ranker.means().containsKey(measure))
                .max(Comparator.comparingDouble(ranker -> ranker.means().getOrDefault(measure, 0.0)))
                .map(best -> Texts.text(
                        "findings.figure.levels.best",
                        at,
                        of,
                        VerdictWords.ranker(best.name()),
                        VerdictWords.number(measure, best.means().getOrDefault(measure, 0.0))))
                .orElse(Texts.text("findings.figure.levels.finding", at, of));
    }

    /// A line a ranker over k.
    private static Figure lines(
            Findings findings,
            String key,
            String title,
            Axis y,
            List<RankerFigures> rankers,
            Measure measure,
            DoubleUnaryOperator value) {
        RankerTones tones = RankerTones.of(findings);
        Figure figure = Figure.of(key, title, Axis.of(Texts.text("findings.k")).as(NumberStyle.COUNT), y);
        for (RankerFigures ranker : rankers) {
            List<Double> byK = ranker.byK().getOrDefault(measure, List.of());
            figure = figure.with(new Mark.Line(
                    VerdictWords.ranker(ranker.name()),
                    tones.of(ranker.name()),
                    ranker.role() == Contestant.Role.COMPARED ? Mark.Stroke.SOLID : Mark.Stroke.DASHED,
                    Numbers.of(byK.size(), i -> i + 1),
                    Numbers.of(byK, value::applyAsDouble),
                    List.of()));
        }
        return figure.with(new Mark.Rule(
                        Texts.text("findings.k.at", Formats.count(findings.k())),
                        Tone.QUIET,
                        Mark.Along.X,
                        findings.k()))
                .footnote(Texts.text("findings.means.note", Formats.count(findings.users())));
    }

    /// A dot a ranker at k.
    private static Figure dots(
            Findings findings,
            String key,
            String title,
            Axis x,
            List<RankerFigures> rankers,
            Measure measure,
            DoubleUnaryOperator value) {
        RankerTones tones = RankerTones.of(findings);
        Figure figure = Figure.of(key, title, x, names(rankers));
        for (RankerFigures ranker : rankers) {
            Tone tone = tones.of(ranker.name());
            figure = figure.with(new Mark.Intervals(
                    "",
                    tone,
                    Mark.Along.X,
                    Numbers.of(rankers.indexOf(ranker)),
                    Numbers.of(value.applyAsDouble(ranker.means().getOrDefault(measure, Double.NaN))),
                    Numbers.of(Double.NaN),
                    Numbers.of(Double.NaN),
                    List.of()));
        }
        return figure.footnote(Texts.text("findings.means.note", Formats.count(findings.users())));
    }

    private static Axis names(List<RankerFigures> rankers) {
        return Axis.names(
                "",
                rankers.stream()
                        .map(ranker -> VerdictWords.ranker(ranker.name()))
                        .toList());
    }

    static Optional<Figure> expectedClicks(Findings findings) {
        Measure clicks = Measure.EXPECTED_CLICKS;
        List<RankerFigures> shown = findings.rankers().stream()
                .filter(ranker ->
                        ranker.means().containsKey(clicks) && !ranker.name().equals(Hindsight.NAME))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String title = Texts.text("findings.figure.clicks");
        Figure figure = findings.most() > 0
                ? lines(findings, "verdict-expected-clicks", title, axis(clicks), shown, clicks, value -> value)
                : dots(findings, "verdict-expected-clicks", title, axis(clicks), shown, clicks, value -> value);
        return Optional.of(figure.finding(expectedClicks(findings, clicks))
                .footnote(Texts.text("findings.figure.clicks.note", Formats.count(findings.users()))));
    }

    private static String expectedClicks(Findings findings, Measure clicks) {
        double ceiling = findings.rankers().stream()
                .filter(ranker -> ranker.role() == Contestant.Role.CEILING)
                .mapToDouble(ranker -> ranker.means().getOrDefault(clicks, 0.0))
                .max()
                .orElse(0);
        String parts = compared(findings).stream()
                .map(ranker -> {
                    double own = ranker.means().getOrDefault(clicks, 0.0);
                    String name = VerdictWords.ranker(ranker.name());
                    String number = VerdictWords.number(clicks, own);
                    return ceiling > 0
                            ? Texts.text("findings.figure.clicks.part", name, number, Formats.percent(own / ceiling))
                            : name + " " + number;
                })
                .collect(Collectors.joining(", "));
        return ceiling > 0
                ? Texts.text(
                        "findings.figure.clicks.ceiling",
                        Formats.count(findings.k()),
                        parts,
                        VerdictWords.number(clicks, ceiling))
                : Texts.text("findings.figure.clicks.finding", Formats.count(findings.k()), parts);
    }

    static Figure judged(Findings findings) {
        List<RankerFigures> shown = compared(findings);
        Axis share = Axis.of(Texts.text("findings.figure.judged.axis")).as(NumberStyle.PERCENT);
        String title = Texts.text("findings.figure.judged");
        boolean lines = findings.most() > 0;
        Figure figure = lines
                ? lines(
                        findings,
                        "verdict-judged",
                        title,
                        share.over(0, Double.NaN),
                        shown,
                        Measure.NOVELTY,
                        unjudged -> 1 - unjudged)
                : dots(
                        findings,
                        "verdict-judged",
                        title,
                        share.over(0, Double.NaN),
                        shown,
                        Measure.NOVELTY,
                        unjudged -> 1 - unjudged);
        String parts = findings.bias().judged().stream()
                .map(one -> Texts.text(
                        "findings.figure.judged.part",
                        VerdictWords.ranker(one.ranker()),
                        Formats.decimals(findings.k() - one.unjudged(), 1),
                        Formats.percent((double) one.users() / findings.users())))
                .collect(Collectors.joining(", "));
        return figure.finding(Texts.text("findings.figure.judged.finding", Formats.count(findings.k()), parts));
    }

    static Optional<Figure> positions(Findings findings) {
        List<Bias.Position> places = findings.bias().positions();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Bias.Position top = places.getFirst();
        Bias.Position last = places.getLast();
        boolean falls = findings.bias().warnings().stream().anyMatch(warning -> warning.kind() == Bias.Kind.POSITION);
        return Optional.of(Figure.of(
                        "verdict-positions",
                        Texts.text("findings.figure.positions"),
                        Axis.of(Texts.text("findings.figure.positions.x")).as(NumberStyle.COUNT),
                        Axis.of(Texts.text("question.clickRate"))
                                .as(NumberStyle.PERCENT)
                                .over(0, Double.NaN))
                .finding(Texts.text(
                        falls ? "findings.figure.positions.falls" : "findings.figure.positions.open",
                        Formats.percent(top.rate().estimate()),
                        Formats.percent(last.rate().estimate()),
                        Formats.count(top.position()),
                        Formats.count(last.position())))
                .with(new Mark.Intervals(
                        "",
                        Tone.FIFTH,
                        Mark.Along.Y,
                        Numbers.of(places, Bias.Position::position),
                        Numbers.of(places, place -> place.rate().estimate()),
                        Numbers.of(places, place -> place.rate().low()),
                        Numbers.of(places, place -> place.rate().high()),
                        List.of(new Mark.Extra(
                                Texts.text("findings.shown"),
                                NumberStyle.COUNT,
                                Numbers.of(places, Bias.Position::shown)))))
                .footnote(Texts.text(
                        "findings.figure.positions.note",
                        Formats.count(
                                places.stream().mapToLong(Bias.Position::shown).sum()))));
    }

    static Figure exposure(Findings findings) {
        List<RankerFigures> all = findings.rankers();
        List<RankerFigures> compared = compared(findings);
        return Figure.of(
                        "verdict-exposure",
                        Texts.text("findings.figure.exposure", Formats.count(findings.k())),
                        Axis.of(Texts.text("question.share"))
                                .as(NumberStyle.PERCENT)
                                .over(0, 1),
                        names(all))
                .finding(compared.stream()
                        .map(ranker -> Texts.text(
                                "findings.figure.exposure.part",
                                VerdictWords.ranker(ranker.name()),
                                Formats.percent(ranker.exposure().coverage()),
                                Formats.percent(ranker.exposure().smallCreators()),
                                Formats.decimals(ranker.exposure().gini(), 3)))
                        .collect(Collectors.joining(" ")))
                .with(
                        new Mark.Bars(
                                Texts.text("findings.figure.exposure.coverage"),
                                Tone.STREAMS,
                                Numbers.of(all, ranker -> ranker.exposure().coverage()),
                                List.of(new Mark.Extra(
                                        Texts.text("findings.gini"),
                                        NumberStyle.NUMBER,
                                        Numbers.of(
                                                all, ranker -> ranker.exposure().gini())))),
                        new Mark.Bars(
                                Texts.text("findings.figure.exposure.small"),
                                Tone.USERS,
                                Numbers.of(all, ranker -> ranker.exposure().smallCreators()),
                                List.of()),
                        new Mark.Rule(Texts.text("findings.figure.exposure.half"), Tone.QUIET, Mark.Along.X, 0.5))
                .footnote(Texts.text("findings.figure.exposure.note"));
    }

    static Figure distances(Findings findings) {
        List<RankerFigures> all = findings.rankers();
        return Figure.of(
                        "verdict-distances",
                        Texts.text("findings.figure.distances", Formats.count(findings.k())),
                        Axis.of(Texts.text("findings.distance")).in("km").over(0, Double.NaN),
                        names(all))
                .finding(compared(findings).stream()
                        .map(ranker -> Texts.text(
                                "findings.figure.distances.part",
                                VerdictWords.ranker(ranker.name()),
                                Formats.km(ranker.exposure().medianDistanceKm()),
                                Formats.km(ranker.exposure().meanDistanceKm()),
                                Formats.percent(ranker.means().getOrDefault(Measure.NEARBY, 0.0))))
                        .collect(Collectors.joining(" ")))
                .with(
                        new Mark.Bars(
                                Texts.text("findings.figure.distances.median"),
                                Tone.STREAMS,
                                Numbers.of(all, ranker -> ranker.exposure().medianDistanceKm()),
                                List.of()),
                        new Mark.Bars(
                                Texts.text("findings.figure.distances.mean"),
                                Tone.USERS,
                                Numbers.of(all, ranker -> ranker.exposure().meanDistanceKm()),
                                List.of(new Mark.Extra(
                                        VerdictWords.measure(Measure.NEARBY),
                                        NumberStyle.PERCENT,
                                        Numbers.of(all, ranker -> ranker.means().getOrDefault(Measure.NEARBY, 0.0))))))
                .footnote(Texts.text("findings.figure.distances.note", Formats.count(findings.users())));
    }
}
