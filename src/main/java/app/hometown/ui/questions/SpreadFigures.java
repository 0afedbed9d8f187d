// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.questions;

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
import app.hometown.workbench.questions.Answer;
import app.hometown.workbench.questions.Bin;
import app.hometown.workbench.questions.PowerLaw;
import app.hometown.workbench.questions.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Figures of how numbers are spread.
final class SpreadFigures {
    private static final int CITIES = 10;

    /// Counts up to here have a bar each.
    private static final int BARS = 24;

    private SpreadFigures() {}

    static Figure distances(Question question, Answer.Distances distances) {
        Answer.Spread spread = distances.spread();
        double count = spread.count();
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        kilometres(),
                        Axis.of(Texts.text("question.samples")).as(NumberStyle.COUNT))
                .finding(Texts.text(
                        "question.distance.finding",
                        Formats.percent(distances.local() / count),
                        Formats.percent((distances.regional() - distances.local()) / count),
                        Formats.percent((spread.count() - distances.regional()) / count),
                        Formats.km(spread.median())))
                .with(histogram(Tone.FIFTH, spread), km100(), km1000())
                .footnote(Texts.counted("question.distance.note", spread.count()));
    }

    /// An axis of distances, by which samples can be brushed.
    static Axis kilometres() {
        return Axis.of(Texts.text("question.distance.x"))
                .in("km")
                .log()
                .brushes(Brushable.numbers(Kind.SAMPLES, Facets.DISTANCE));
    }

    static Mark km100() {
        return new Mark.Rule(Texts.text("question.km100"), Tone.QUIET, Mark.Along.X, 100);
    }

    static Mark km1000() {
        return new Mark.Rule(Texts.text("question.km1000"), Tone.QUIET, Mark.Along.X, 1000);
    }

    private static Mark histogram(Tone tone, Answer.Spread spread) {
        List<Bin> bins = spread.bins();
        return new Mark.Histogram(
                "",
                tone,
                Numbers.of(
                        bins.size() + 1,
                        i -> i < bins.size()
                                ? bins.get(i).from()
                                : bins.getLast().to()),
                PlaceFigures.numbers(bins, Bin::count));
    }

    static Figure spread(Question question, Answer.Spread spread) {
        boolean streams = question == Question.QUALITY;
        Tone tone = streams ? Tone.STREAMS : Tone.USERS;
        String rows = streams ? "question.streams" : "question.users";
        Axis counts = Axis.of(Texts.text(rows)).as(NumberStyle.COUNT);
        String label = Texts.text("question." + Wording.key(question) + ".x");
        Axis values =
                switch (question) {
                    case HOURS -> Axis.of(label).in("h").brushes(Brushable.numbers(Kind.USERS, Facets.HOURS));
                    case PREFERENCE -> Axis.of(label).brushes(Brushable.numbers(Kind.USERS, Facets.PREFERENCE));
                    case QUALITY -> Axis.of(label).brushes(Brushable.numbers(Kind.STREAMS, Facets.QUALITY));
                    default -> Axis.of(label);
                };
        String note = Texts.counted(streams ? "question.spread.streams" : "question.spread.users", spread.count());
        if (question == Question.LIKES && spread.bins().size() <= BARS) {
            return Figure.of(
                            Wording.file(question),
                            Wording.title(question),
                            Axis.names(
                                    label,
                                    spread.bins().stream()
                                            .map(bin -> Formats.number(bin.from(), 0))
                                            .toList()),
                            counts)
                    .finding(likesFinding(spread))
                    .with(new Mark.Bars(
                            "",
                            tone,
                            PlaceFigures.numbers(spread.bins(), Bin::count),
                            List.of(new Mark.Extra(
                                    Texts.text("question.share"),
                                    NumberStyle.PERCENT,
                                    PlaceFigures.numbers(
                                            spread.bins(), bin -> bin.count() / (double) spread.count())))))
                    .footnote(note);
        }
        String unit = question == Question.HOURS ? "\u202fh" : "";
        String median = Texts.text("question.median", Wording.number(spread.median()) + unit);
        return Figure.of(Wording.file(question), Wording.title(question), values, counts)
                .finding(question == Question.LIKES ? likesFinding(spread) : finding(spread, unit))
                .with(histogram(tone, spread), new Mark.Rule(median, Tone.QUIET, Mark.Along.X, spread.median()))
                .footnote(note);
    }

    private static String finding(Answer.Spread spread, String unit) {
        if (spread.least() == spread.largest()) {
            return Texts.text("question.spread.same", Wording.number(spread.least()) + unit);
        }
        return Texts.text(
                "question.spread.finding",
                Wording.number(spread.quarter()) + unit,
                Wording.number(spread.threeQuarters()) + unit,
                Wording.number(spread.median()) + unit,
                Wording.number(spread.mean()) + unit);
    }

    private static String likesFinding(Answer.Spread spread) {
        return Texts.text(
                "question.likes.finding",
                Wording.number(spread.mean()),
                Formats.number(spread.least(), 0),
                Formats.number(spread.largest(), 0));
    }

    static Figure tail(Question question, Answer.Tail tail) {
        boolean quality = question == Question.QUALITY_TAIL;
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.Line.of(
                Texts.text("question.streams"),
                Tone.STREAMS,
                PlaceFigures.numbers(tail.points(), Answer.Point::value),
                PlaceFigures.numbers(tail.points(), Answer.Point::share)));
        tail.law()
                .filter(law -> law.verdict() == PowerLaw.Verdict.FITS)
                .map(law -> line(tail, law))
                .ifPresent(marks::add);
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.of(Texts.text(quality ? "question.quality.x" : "question." + Wording.key(question) + ".x"))
                                .as(quality ? NumberStyle.NUMBER : NumberStyle.COUNT)
                                .log()
                                .brushes(Brushable.numbers(
                                        Kind.STREAMS,
                                        switch (question) {
                                            case VIEWERS_TAIL -> Facets.VIEWERS;
                                            case FOLLOWERS_TAIL -> Facets.FOLLOWERS;
                                            default -> Facets.QUALITY;
                                        })),
                        Axis.of(Texts.text(quality ? "question.quality_tail.y" : "question.tail.y"))
                                .as(NumberStyle.PERCENT)
                                .log())
                .finding(tailFinding(tail.law()))
                .with(marks.toArray(Mark[]::new))
                .footnote(tailNote(tail));
    }

    private static Mark line(Answer.Tail tail, PowerLaw law) {
        double share = (double) law.count() / tail.count();
        return new Mark.Line(
                Texts.text("question.tail.law", Formats.decimals(law.exponent(), 2)),
                Tone.STRONG,
                Mark.Stroke.DASHED,
                Numbers.of(law.least(), tail.largest()),
                Numbers.of(share, share * law.share(tail.largest())),
                List.of());
    }

    private static String tailFinding(Optional<PowerLaw> law) {
        if (law.isEmpty()) {
            return Texts.text("question.tail.few");
        }
        return switch (law.get().verdict()) {
            case FITS ->
                Texts.text(
                        "question.tail.fits",
                        Wording.number(law.get().least()),
                        Formats.decimals(law.get().exponent(), 2),
                        Formats.decimals(1.96 * law.get().error(), 2));
            case FALLS_FASTER ->
                Texts.text("question.tail.faster", Wording.number(law.get().least()));
            case SHORT ->
                Texts.text(
                        "question.tail.short",
                        Wording.number(law.get().least()),
                        Wording.number(law.get().least() * law.get().span()),
                        Formats.decimals(law.get().exponent(), 2),
                        Formats.decimals(1.96 * law.get().error(), 2));
            case OPEN -> Texts.text("question.tail.open");
        };
    }

    private static String tailNote(Answer.Tail tail) {
        String count = Formats.count(tail.count());
        if (tail.law().isEmpty()) {
            return Texts.text("question.tail.none", count);
        }
        PowerLaw law = tail.law().get();
        String note = Texts.text("question.tail.note", count, Formats.count(law.count()));
        return law.atLimit() == 0
                ? note
                : note + " "
                        + Texts.text("question.tail.limit", Formats.count(law.atLimit()), Wording.number(law.limit()));
    }

    static Figure diversity(Question question, Answer.Diversity diversity) {
        List<Answer.CityTaste> shown = diversity.cities().stream().limit(CITIES).toList();
        String all = Formats.decimals(diversity.all().effective(), 1);
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        // Room for the name of the line across.
                        Axis.of(Texts.text("question.diversity.x"))
                                .over(0, Math.max(1, 1.22 * diversity.all().effective())),
                        PlaceFigures.cities(
                                Kind.USERS,
                                shown.stream().map(Answer.CityTaste::city).toList()))
                .finding(diversityFinding(diversity, shown))
                .with(
                        new Mark.Bars(
                                "",
                                Tone.USERS,
                                PlaceFigures.numbers(shown, Answer.CityTaste::effective),
                                List.of(
                                        extra("question.users", PlaceFigures.numbers(shown, Answer.CityTaste::users)),
                                        extra(
                                                "question.diversity.categories",
                                                PlaceFigures.numbers(shown, Answer.CityTaste::categories)),
                                        extra(
                                                "question.diversity.languages",
                                                PlaceFigures.numbers(shown, Answer.CityTaste::languages)))),
                        new Mark.Rule(
                                Texts.text("question.diversity.all", all),
                                Tone.QUIET,
                                Mark.Along.X,
                                diversity.all().effective()))
                .footnote((shown.size() < diversity.cities().size()
                                ? Texts.text(
                                                "question.cities.note",
                                                Formats.count(shown.size()),
                                                Formats.count(diversity.cities().size()))
                                        + " "
                                : "")
                        + Texts.text("question.diversity.note"));
    }

    private static String diversityFinding(Answer.Diversity diversity, List<Answer.CityTaste> shown) {
        String all = Formats.decimals(diversity.all().effective(), 1);
        if (diversity.all().likes() == 0) {
            return Texts.text("question.diversity.none");
        }
        if (shown.size() == 1) {
            return Texts.text("question.diversity.single", all, shown.getFirst().city());
        }
        Comparator<Answer.CityTaste> byVariety = Comparator.comparingDouble(Answer.CityTaste::effective);
        Answer.CityTaste most = shown.stream().max(byVariety).orElseThrow();
        Answer.CityTaste least = shown.stream().min(byVariety).orElseThrow();
        return Texts.text(
                "question.diversity.finding",
                all,
                most.city(),
                Formats.decimals(most.effective(), 1),
                least.city(),
                Formats.decimals(least.effective(), 1));
    }

    private static Mark.Extra extra(String key, Numbers numbers) {
        return new Mark.Extra(Texts.text(key), NumberStyle.COUNT, numbers);
    }
}
