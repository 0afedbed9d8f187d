// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

import app.hometown.domain.Feature;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Range;
import app.hometown.workbench.questions.Answer;
import app.hometown.workbench.questions.Question;
import app.hometown.workbench.questions.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Figures of click rates and of what goes with clicks.
final class RateFigures {
    private static final int SIZE = Answer.Correlations.SIZE;

    private RateFigures() {}

    static Figure rates(Question question, Answer.Rates rates) {
        return switch (question) {
            case CLICKS_BY_DISTANCE ->
                against(question, rates, SpreadFigures.kilometres())
                        .with(SpreadFigures.km100(), SpreadFigures.km1000())
                        .finding(Wording.ends("question.clicks_by_distance.finding", rates, false));
            case CLICKS_BY_PROXIMITY ->
                against(
                                question,
                                rates,
                                Axis.of(Texts.text("question.clicks_by_proximity.x"))
                                        .log())
                        .finding(Wording.ends("question.clicks_by_proximity.finding", rates, true))
                        .footnote(note(rates) + " " + Texts.text("question.clicks_by_proximity.note"));
            case CLICKS_BY_QUALITY ->
                against(
                                question,
                                rates,
                                Axis.of(Texts.text("question.quality.x"))
                                        .over(0, 10)
                                        .brushes(Brushable.numbers(Kind.STREAMS, Facets.QUALITY)))
                        .finding(Wording.ends("question.clicks_by_quality.finding", rates, true));
            case CLICKS_BY_BAND ->
                groups(
                                question,
                                rates,
                                Axis.names("", kilometres(rates))
                                        .brushes(
                                                Brushable.ranges(Kind.SAMPLES, Facets.DISTANCE, ranges(rates.rates()))))
                        .finding(Texts.text(
                                "question.clicks_by_band.finding",
                                Wording.against(together(rates, 0, 100), together(rates, 1000, Double.MAX_VALUE))));
            case WATCHED -> watched(question, rates);
            default -> flags(question, rates);
        };
    }

    private static List<String> kilometres(Answer.Rates rates) {
        return rates.rates().stream()
                .map(rate -> counted(Wording.km(rate.from(), rate.to()), rate))
                .toList();
    }

    private static String counted(String name, Rate rate) {
        return Texts.text("question.counted", name, Formats.count(rate.count()));
    }

    /// What the places on an axis stand for: neighbours do not overlap, the last one holds its end.
    private static List<Range> ranges(List<Rate> rates) {
        return IntStream.range(0, rates.size())
                .mapToObj(i -> new Range(
                        rates.get(i).from(),
                        i + 1 < rates.size()
                                ? Math.nextDown(rates.get(i).to())
                                : rates.get(i).to()))
                .toList();
    }

    /// The rates of ranges within a range as one.
    private static Rate together(Answer.Rates rates, double from, double to) {
        return rates.rates().stream()
                .filter(rate -> rate.from() >= from && rate.to() <= to)
                .reduce(Rate::and)
                .orElse(new Rate("", from, to, Double.NaN, 0, 0));
    }

    private static String note(Answer.Rates rates) {
        return Texts.counted("question.rates.note", rates.count());
    }

    /// Rates over a number.
    private static Figure against(Question question, Answer.Rates rates, Axis x) {
        List<Rate> shown = rates.rates();
        // A mean of 0 has no place on an axis of ratios; the middle of its range has.
        Numbers at = PlaceFigures.numbers(
                shown, rate -> x.scale() == Axis.Scale.LOG && rate.mean() <= 0 ? rate.to() / 2 : rate.mean());
        Numbers estimates = PlaceFigures.numbers(shown, rate -> rate.rate().estimate());
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        x,
                        Axis.of(Texts.text("question.clickRate"))
                                .as(NumberStyle.PERCENT)
                                .over(0, Double.NaN))
                .with(
                        all(rates, Mark.Along.Y),
                        new Mark.Line("", Tone.FIFTH, Mark.Stroke.THIN, at, estimates, List.of()),
                        intervals("", Tone.FIFTH, Mark.Along.Y, at, shown))
                .footnote(note(rates));
    }

    private static Mark all(Answer.Rates rates, Mark.Along along) {
        double rate = rates.all().rate().estimate();
        return new Mark.Rule(Texts.text("question.all", Formats.percent(rate)), Tone.QUIET, along, rate);
    }

    private static Mark intervals(String name, Tone tone, Mark.Along along, Numbers at, List<Rate> rates) {
        return new Mark.Intervals(
                name,
                tone,
                along,
                at,
                PlaceFigures.numbers(
                        rates,
                        rate -> rate.count() == 0 ? Double.NaN : rate.rate().estimate()),
                PlaceFigures.numbers(rates, rate -> rate.rate().low()),
                PlaceFigures.numbers(rates, rate -> rate.rate().high()),
                List.of(
                        new Mark.Extra(
                                Texts.text("question.samples"),
                                NumberStyle.COUNT,
                                PlaceFigures.numbers(rates, Rate::count)),
                        new Mark.Extra(
                                Texts.text("question.clicked"),
                                NumberStyle.COUNT,
                                PlaceFigures.numbers(rates, Rate::clicks))));
    }

    /// Rates of named groups.
    private static Figure groups(Question question, Answer.Rates rates, Axis names) {
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.of(Texts.text("question.clickRate"))
                                .as(NumberStyle.PERCENT)
                                .over(0, Double.NaN),
                        names)
                .with(
                        all(rates, Mark.Along.X),
                        intervals(
                                "",
                                Tone.FIFTH,
                                Mark.Along.X,
                                Numbers.places(rates.rates().size()),
                                rates.rates()))
                .footnote(note(rates));
    }

    private static Figure flags(Question question, Answer.Rates rates) {
        List<Rate> all = rates.rates();
        Object[] verdicts = IntStream.range(0, all.size() / 2)
                .mapToObj(flag -> all.size() > 4
                        ? Wording.shortly(all.get(2 * flag), all.get(2 * flag + 1))
                        : Wording.against(all.get(2 * flag), all.get(2 * flag + 1)))
                .toArray();
        return groups(
                        question,
                        rates,
                        Axis.names(
                                "",
                                all.stream()
                                        .map(rate -> counted(
                                                Texts.text("question.flag."
                                                        + rate.key().replace("not ", "not.")),
                                                rate))
                                        .toList()))
                .finding(Texts.text("question." + Wording.key(question) + ".finding", verdicts));
    }

    private static Figure watched(Question question, Answer.Rates rates) {
        List<Rate> bands =
                List.of(together(rates, 0, 100), together(rates, 100, 1000), together(rates, 1000, Double.MAX_VALUE));
        Rate local = bands.getFirst();
        Rate rest = bands.get(1).and(bands.get(2));
        double clicks = Math.max(1, rates.clicks());
        Numbers counts = PlaceFigures.numbers(bands, Rate::count);
        Numbers clicked = PlaceFigures.numbers(bands, Rate::clicks);
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.of(Texts.text("question.share")).as(NumberStyle.PERCENT),
                        Axis.names(
                                "",
                                List.of(
                                        Texts.text("question.watched.local"),
                                        Texts.text("question.watched.regional"),
                                        Texts.text("question.watched.far"))))
                .finding(Texts.text(
                        "question.watched.finding",
                        Formats.percent((double) local.count() / rates.count()),
                        Formats.percent(local.clicks() / clicks),
                        Wording.against(local, rest)))
                .with(
                        new Mark.Bars(
                                Texts.text("question.watched.shown"),
                                Tone.FIFTH,
                                PlaceFigures.numbers(bands, band -> (double) band.count() / rates.count()),
                                List.of(new Mark.Extra(Texts.text("question.samples"), NumberStyle.COUNT, counts))),
                        new Mark.Bars(
                                Texts.text("question.watched.clicked"),
                                Tone.FOURTH,
                                PlaceFigures.numbers(bands, band -> band.clicks() / clicks),
                                List.of(new Mark.Extra(Texts.text("question.clicked"), NumberStyle.COUNT, clicked))))
                .footnote(Texts.counted("question.watched.note", rates.count()));
    }

    static Figure levels(Question question, Answer.NearAndFar levels) {
        boolean hours = question == Question.CLICKS_BY_HOURS;
        String unit = hours ? "\u202fh" : "";
        List<String> names = levels.near().stream()
                .map(level ->
                        Texts.text("question.range", Wording.number(level.from()), Wording.number(level.to()) + unit))
                .toList();
        long count = levels.near().stream().mapToLong(Rate::count).sum()
                + levels.far().stream().mapToLong(Rate::count).sum();
        Numbers places = Numbers.places(names.size());
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.names(Texts.text("question." + Wording.key(question) + ".y"), names)
                                .brushes(Brushable.ranges(
                                        Kind.USERS, hours ? Facets.HOURS : Facets.PREFERENCE, ranges(levels.near()))),
                        Axis.of(Texts.text("question.clickRate"))
                                .as(NumberStyle.PERCENT)
                                .over(0, Double.NaN))
                .finding(Texts.text(
                        "question." + Wording.key(question) + ".finding",
                        Wording.levels(levels.near()),
                        Wording.levels(levels.far())))
                .with(
                        intervals(Texts.text("question.near"), Tone.FIFTH, Mark.Along.Y, places, levels.near()),
                        intervals(Texts.text("question.far"), Tone.FOURTH, Mark.Along.Y, places, levels.far()))
                .footnote(Texts.counted("question.rates.note", count));
    }

    static Figure correlations(Question question, Answer.Correlations correlations) {
        List<String> columns = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            columns.add(Formats.count(i + 1));
            rows.add((i + 1) + "\u2002" + name(i));
        }
        // Only what is below the diagonal: the rest says the same again.
        int size = SIZE - 1;
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.names("", columns.subList(0, size)),
                        Axis.names("", rows.subList(1, SIZE)))
                .finding(finding(correlations))
                .with(new Mark.HeatMap(
                        "",
                        Tone.BASIC,
                        Numbers.of(size + 1, i -> i - 0.5),
                        Numbers.of(size + 1, i -> i - 0.5),
                        Numbers.of(
                                size * size,
                                cell -> cell % size <= cell / size
                                        ? correlations.of(cell / size + 1, cell % size)
                                        : Double.NaN),
                        Texts.text("question.correlations.label"),
                        NumberStyle.HUNDREDTHS,
                        true,
                        1))
                .footnote("1\u2002" + name(0) + ". "
                        + Texts.text("question.correlations.note", Formats.count(correlations.count())));
    }

    private static String name(int column) {
        return column == Feature.COUNT
                ? Texts.text("question.correlations.clicked")
                : Texts.text("feature." + Feature.values()[column].column());
    }

    private static String finding(Answer.Correlations correlations) {
        int strongest = -1;
        int[] pair = {-1, -1};
        for (int i = 0; i < Feature.COUNT; i++) {
            double click = Math.abs(correlations.of(i, Feature.COUNT));
            if (click >= 0 && (strongest < 0 || click > Math.abs(correlations.of(strongest, Feature.COUNT)))) {
                strongest = i;
            }
            for (int j = i + 1; j < Feature.COUNT; j++) {
                double together = Math.abs(correlations.of(i, j));
                if (together >= 0 && (pair[0] < 0 || together > Math.abs(correlations.of(pair[0], pair[1])))) {
                    pair = new int[] {i, j};
                }
            }
        }
        if (pair[0] < 0) {
            return Texts.text("question.correlations.none");
        }
        String first = name(pair[0]);
        String second = name(pair[1]);
        String together = Formats.signed(correlations.of(pair[0], pair[1]), 2);
        // Fisher's transformation: the standard deviation of atanh(r) is 1 / √(n − 3).
        boolean clear = strongest >= 0
                && correlations.count() > 3
                && atanh(Math.abs(correlations.of(strongest, Feature.COUNT))) * Math.sqrt(correlations.count() - 3.0)
                        > 1.96;
        return clear
                ? Texts.text(
                        "question.correlations.finding",
                        name(strongest),
                        Formats.signed(correlations.of(strongest, Feature.COUNT), 2),
                        first,
                        second,
                        together)
                : Texts.text("question.correlations.weak", first, second, together);
    }

    private static double atanh(double r) {
        return 0.5 * Math.log((1 + r) / (1 - r));
    }
}
