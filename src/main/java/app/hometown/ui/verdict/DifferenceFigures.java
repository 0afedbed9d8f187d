// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.evaluation.Hindsight;
import app.hometown.evaluation.Measure;
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
import app.hometown.workbench.verdict.BaselineCheck;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Interleaving;
import app.hometown.workbench.verdict.SeedVerdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Figures of how much better one ranker is than another.
final class DifferenceFigures {
    private DifferenceFigures() {}

    /// The axis of a difference.
    static Axis difference(Measure measure, int k) {
        Axis axis = Axis.of(Texts.text("findings.difference", VerdictWords.at(measure, k)))
                .as(NumberStyle.SIGNED);
        return measure == Measure.DISTANCE_KM ? axis.in("km") : axis;
    }

    private static Axis difference(Measure measure) {
        Axis axis = Axis.of(Texts.text("findings.difference", VerdictWords.measure(measure)))
                .as(NumberStyle.SIGNED);
        return measure == Measure.DISTANCE_KM ? axis.in("km") : axis;
    }

    static List<Figure> measures(Findings findings) {
        return VerdictFigures.rivals(findings).stream()
                .map(rival -> measures(findings, rival))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Figure> measures(Findings findings, String rival) {
        List<Duel> duels = findings.duels().stream()
                .filter(duel -> duel.second().equals(rival))
                .filter(duel -> duel.measure().sense() == Measure.Sense.MORE_IS_BETTER)
                .filter(duel -> duel.result().first() > 0)
                .toList();
        if (duels.isEmpty()) {
            return Optional.empty();
        }
        Forest forest = new Forest(duels.stream()
                .map(duel -> new Forest.Row(
                        VerdictWords.at(duel.measure(), duel.k()),
                        relative(duel.result().difference(), duel.result().first()),
                        null,
                        duel.conclusion(),
                        duel.adjustedP(),
                        duel.result().users()))
                .toList());
        String first = VerdictWords.ranker(duels.getFirst().first());
        String second = VerdictWords.ranker(rival);
        return Optional.of(Figure.of(
                        "verdict-measures-" + VerdictWords.slug(rival),
                        Texts.text("findings.figure.measures", second, first),
                        Axis.of(Texts.text("findings.figure.measures.x", first)).as(NumberStyle.PERCENT),
                        Axis.names("", forest.names()))
                .finding(apart(duels, first, second))
                .with(forest.marks())
                .footnote(Texts.text("findings.figure.measures.note", first, Formats.count(findings.users()))));
    }

    private static Interval relative(Interval difference, double to) {
        return new Interval(difference.estimate() / to, difference.low() / to, difference.high() / to);
    }

    private static String apart(List<Duel> duels, String first, String second) {
        String better = names(duels, Conclusion.BETTER);
        String worse = names(duels, Conclusion.WORSE);
        if (better.isEmpty() && worse.isEmpty()) {
            return Texts.text("findings.figure.measures.none", second, first, Formats.count(duels.size()));
        }
        List<String> parts = new ArrayList<>();
        if (!better.isEmpty()) {
            parts.add(Texts.text("findings.figure.measures.better", second, first, better));
        }
        if (!worse.isEmpty()) {
            parts.add(Texts.text("findings.figure.measures.worse", second, first, worse));
        }
        return String.join(" ", parts);
    }

    private static String names(List<Duel> duels, Conclusion conclusion) {
        return duels.stream()
                .filter(duel -> duel.conclusion() == conclusion)
                .map(duel -> VerdictWords.measure(duel.measure()))
                .collect(Collectors.joining(", "));
    }

    static List<Figure> baselines(Findings findings) {
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<BaselineCheck> checks = findings.baselines().stream()
                    .filter(check -> check.measure() == measure)
                    .toList();
            if (!checks.isEmpty()) {
                figures.add(baselines(findings, checks));
            }
        }
        return figures;
    }

    private static Figure baselines(Findings findings, List<BaselineCheck> checks) {
        Measure measure = checks.getFirst().measure();
        int k = checks.getFirst().k();
        // Hindsight is so far above everything that beside it nothing else could be told apart; the sentence has it.
        List<BaselineCheck> drawn = checks.stream()
                .filter(check -> !check.against().equals(Hindsight.NAME))
                .toList();
        List<String> others =
                drawn.stream().map(BaselineCheck::against).distinct().toList();
        List<String> rankers =
                checks.stream().map(BaselineCheck::ranker).distinct().toList();
        RankerTones tones = RankerTones.of(findings);
        Figure figure = Figure.of(
                        "verdict-baselines-" + VerdictWords.slug(measure.key()),
                        Texts.text("findings.figure.baselines", VerdictWords.at(measure, k)),
                        difference(measure, k),
                        Axis.names("", others.stream().map(VerdictWords::ranker).toList()))
                .finding(rankers.stream()
                        .map(ranker -> VerdictWords.baselines(
                                ranker,
                                checks.stream()
                                        .filter(check -> check.ranker().equals(ranker))
                                        .toList()))
                        .collect(Collectors.joining(" ")))
                .with(new Mark.Rule("", Tone.QUIET, Mark.Along.X, 0));
        for (String ranker : rankers) {
            List<BaselineCheck> own = drawn.stream()
                    .filter(check -> check.ranker().equals(ranker))
                    .toList();
            figure = figure.with(new Mark.Intervals(
                    VerdictWords.ranker(ranker),
                    tones.of(ranker),
                    Mark.Along.X,
                    Numbers.of(own, check -> others.indexOf(check.against())),
                    Numbers.of(own, check -> check.result().difference().estimate()),
                    Numbers.of(own, check -> check.result().difference().low()),
                    Numbers.of(own, check -> check.result().difference().high()),
                    List.of(p(Numbers.of(own, check -> check.result().p())))));
        }
        return figure.footnote(Texts.text("findings.figure.baselines.note", Formats.count(findings.users())));
    }

    private static Mark.Extra p(Numbers values) {
        return new Mark.Extra(Texts.text("findings.p.label"), NumberStyle.NUMBER, values);
    }

    static Optional<Figure> overK(Findings findings) {
        if (findings.overK().isEmpty()) {
            return Optional.empty();
        }
        RankerTones tones = RankerTones.of(findings);
        List<String> rivals = VerdictFigures.rivals(findings);
        String first = VerdictWords.ranker(findings.overK().getFirst().first());
        Figure figure = Figure.of(
                        "verdict-over-k",
                        Texts.text("findings.figure.overK", VerdictWords.rankers(rivals), first),
                        Axis.of(Texts.text("findings.k")).as(NumberStyle.COUNT),
                        difference(findings.measure()))
                .with(new Mark.Rule("", Tone.QUIET, Mark.Along.Y, 0))
                .with(new Mark.Rule(
                        Texts.text("findings.k.at", Formats.count(findings.k())),
                        Tone.QUIET,
                        Mark.Along.X,
                        findings.k()));
        List<String> sentences = new ArrayList<>();
        for (String rival : rivals) {
            List<Duel> duels = findings.overK().stream()
                    .filter(duel -> duel.second().equals(rival))
                    .toList();
            Numbers ks = Numbers.of(duels, Duel::k);
            String name = VerdictWords.ranker(rival);
            figure = figure.with(
                    new Mark.Band(
                            "",
                            tones.of(rival),
                            ks,
                            Numbers.of(duels, duel -> duel.result().difference().low()),
                            Numbers.of(duels, duel -> duel.result().difference().high())),
                    new Mark.Line(
                            name,
                            tones.of(rival),
                            Mark.Stroke.SOLID,
                            ks,
                            Numbers.of(duels, duel -> duel.result().difference().estimate()),
                            List.of(p(Numbers.of(duels, Duel::adjustedP)))));
            sentences.add(overK(duels, name, first));
        }
        return Optional.of(figure.finding(String.join(" ", sentences))
                .footnote(Texts.text("findings.figure.overK.note", Formats.count(findings.users()))));
    }

    private static String overK(List<Duel> duels, String second, String first) {
        String better = ranges(duels, Conclusion.BETTER, Conclusion.MORE);
        String worse = ranges(duels, Conclusion.WORSE, Conclusion.LESS);
        if (better.isEmpty() && worse.isEmpty()) {
            return Texts.text("findings.figure.overK.none", second, first);
        }
        List<String> parts = new ArrayList<>();
        if (!better.isEmpty()) {
            parts.add(Texts.text("findings.figure.overK.better", second, first, better));
        }
        if (!worse.isEmpty()) {
            parts.add(Texts.text("findings.figure.overK.worse", second, first, worse));
        }
        return String.join(" ", parts);
    }

    /// The lengths of a conclusion in ranges: "1 to 3, 7".
    private static String ranges(List<Duel> duels, Conclusion one, Conclusion other) {
        int[] ks = duels.stream()
                .filter(duel -> duel.conclusion() == one || duel.conclusion() == other)
                .mapToInt(Duel::k)
                .toArray();
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < ks.length; i++) {
            int from = ks[i];
            while (i + 1 < ks.length && ks[i + 1] == ks[i] + 1) {
                i++;
            }
            ranges.add(
                    ks[i] == from
                            ? Formats.count(from)
                            : Texts.text("findings.range", Formats.count(from), Formats.count(ks[i])));
        }
        return String.join(", ", ranges);
    }

    static Optional<Figure> seeds(Findings findings) {
        SeedVerdicts seeds = findings.seeds();
        if (seeds == null || seeds.rivals().isEmpty()) {
            return Optional.empty();
        }
        RankerTones tones = RankerTones.of(findings);
        List<String> names = seeds.rivals().getFirst().seeds().stream()
                .map(one -> Long.toString(one.seed()))
                .toList();
        Figure figure = Figure.of(
                        "verdict-seeds",
                        Texts.text(
                                "findings.figure.seeds",
                                VerdictWords.ranker(seeds.rivals().getFirst().first())),
                        Axis.names(Texts.text("findings.seed"), names),
                        difference(seeds.measure(), seeds.k()))
                .with(new Mark.Rule("", Tone.QUIET, Mark.Along.Y, 0));
        List<String> sentences = new ArrayList<>();
        for (SeedVerdicts.Rival rival : seeds.rivals()) {
            List<SeedVerdicts.OfSeed> own = rival.seeds();
            String name = VerdictWords.ranker(rival.second());
            figure = figure.with(new Mark.Intervals(
                    name,
                    tones.of(rival.second()),
                    Mark.Along.Y,
                    Numbers.places(own.size()),
                    Numbers.of(own, one -> one.result().difference().estimate()),
                    Numbers.of(own, one -> one.result().difference().low()),
                    Numbers.of(own, one -> one.result().difference().high()),
                    List.of(p(Numbers.of(own, one -> one.result().p())))));
            sentences.add(Texts.text(
                    "findings.figure.seeds.finding",
                    name,
                    Formats.count(rival.with(Verdict.BETTER)),
                    Formats.count(rival.with(Verdict.WORSE)),
                    Formats.count(own.size()),
                    VerdictWords.signed(seeds.measure(), rival.sure()),
                    VerdictWords.number(seeds.measure(), rival.deviation(), rival.sure()),
                    Formats.wholePercent(rival.noise())));
        }
        return Optional.of(figure.finding(String.join(" ", sentences))
                .footnote(Texts.text(
                        seeds.testFile() ? "findings.figure.seeds.file" : "findings.figure.seeds.keptBack")));
    }

    static Optional<Figure> interleaving(Findings findings) {
        List<Interleaving> all = findings.interleavings();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Forest forest = new Forest(all.stream()
                .map(one -> new Forest.Row(
                        Texts.text(
                                "findings.against",
                                VerdictWords.ranker(one.second()),
                                VerdictWords.ranker(one.first())),
                        one.preference(),
                        null,
                        VerdictWords.preference(one),
                        one.p(),
                        one.users()))
                .toList());
        return Optional.of(Figure.of(
                        "verdict-interleaving",
                        Texts.text("findings.figure.interleaving"),
                        Axis.of(Texts.text("findings.figure.interleaving.x")).as(NumberStyle.PERCENT),
                        Axis.names("", forest.names()))
                .finding(all.stream().map(VerdictWords::interleaved).collect(Collectors.joining(" ")))
                .with(forest.marks())
                .footnote(Texts.text(
                        all.getFirst().trueClicks()
                                ? "findings.figure.interleaving.truth"
                                : "findings.figure.interleaving.logged")));
    }
}
