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
import app.hometown.workbench.questions.Answer;
import app.hometown.workbench.questions.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Figures of who is shown.
final class ExposureFigures {
    private ExposureFigures() {}

    static Figure tenths(Question question, Answer.Exposure exposure) {
        List<String> names = new ArrayList<>();
        int size = exposure.shares().getFirst().tenths().size();
        for (int tenth = 1; tenth <= size; tenth++) {
            names.add(Formats.count(tenth));
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Rule(Texts.text("question.exposure.even"), Tone.QUIET, Mark.Along.Y, 0.1));
        for (Answer.Showing showing : exposure.shares()) {
            List<Long> counts = showing.tenths();
            marks.add(new Mark.Line(
                    legend(showing, exposure),
                    tone(showing),
                    stroke(showing),
                    Numbers.places(size),
                    PlaceFigures.numbers(counts, count -> (double) count / showing.total()),
                    List.of(new Mark.Extra(
                            Texts.text("question.exposure.times"),
                            NumberStyle.COUNT,
                            PlaceFigures.numbers(counts, Long::doubleValue)))));
        }
        return Figure.of(
                        Wording.file(question),
                        Wording.title(question),
                        Axis.names(Texts.text("question.exposure.x"), names),
                        Axis.of(Texts.text("question.share"))
                                .as(NumberStyle.PERCENT)
                                .over(0, Double.NaN))
                .finding(Texts.text(
                        "question.exposure.finding",
                        parts(
                                exposure,
                                showing -> (double) showing.tenths().stream()
                                                .limit(size / 2)
                                                .mapToLong(Long::longValue)
                                                .sum()
                                        / showing.total())))
                .with(marks.toArray(Mark[]::new))
                .footnote(note(exposure));
    }

    static Figure lorenz(Answer.Exposure exposure) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Diagonal(Texts.text("question.lorenz.even"), Tone.QUIET));
        for (Answer.Showing showing : exposure.shares()) {
            marks.add(new Mark.Line(
                    Texts.text("question.lorenz.gini", legend(showing, exposure), Formats.decimals(showing.gini(), 2)),
                    tone(showing),
                    stroke(showing),
                    PlaceFigures.numbers(showing.lorenz(), Answer.Point::value),
                    PlaceFigures.numbers(showing.lorenz(), Answer.Point::share),
                    List.of()));
        }
        return Figure.of(
                        "lorenz",
                        Texts.text("question.lorenz"),
                        Axis.of(Texts.text("question.lorenz.x"))
                                .as(NumberStyle.PERCENT)
                                .over(0, 1),
                        Axis.of(Texts.text("question.lorenz.y"))
                                .as(NumberStyle.PERCENT)
                                .over(0, 1))
                .finding(Texts.text("question.lorenz.finding", parts(exposure, showing -> half(showing.lorenz()))))
                .with(marks.toArray(Mark[]::new))
                .footnote(note(exposure));
    }

    /// What the less shown half has, linear between points.
    private static double half(List<Answer.Point> lorenz) {
        for (int i = 1; i < lorenz.size(); i++) {
            Answer.Point before = lorenz.get(i - 1);
            Answer.Point after = lorenz.get(i);
            if (after.value() >= 0.5) {
                double part = (0.5 - before.value()) / (after.value() - before.value());
                return before.share() + part * (after.share() - before.share());
            }
        }
        return 1;
    }

    private static String parts(Answer.Exposure exposure, Function<Answer.Showing, Double> share) {
        return exposure.shares().stream()
                .map(showing -> Texts.text(
                        "question.exposure.part",
                        Formats.percent(share.apply(showing)),
                        Texts.text("question.exposure." + showing.way(), exposure.k())))
                .collect(Collectors.joining(", "));
    }

    private static String legend(Answer.Showing showing, Answer.Exposure exposure) {
        return Texts.text("question.exposure.legend." + showing.way(), exposure.k());
    }

    private static Tone tone(Answer.Showing showing) {
        return switch (showing.way()) {
            case Answer.Showing.BASIC -> Tone.BASIC;
            case Answer.Showing.ML -> Tone.ML;
            case Answer.Showing.CLICKED -> Tone.FOURTH;
            default -> Tone.FIFTH;
        };
    }

    /// The rankers often show the same: the upper line lets the lower one through.
    private static Mark.Stroke stroke(Answer.Showing showing) {
        return showing.way().equals(Answer.Showing.ML) ? Mark.Stroke.DASHED : Mark.Stroke.SOLID;
    }

    private static String note(Answer.Exposure exposure) {
        return Texts.text(
                "question.exposure.note",
                Formats.count(exposure.streams()),
                Formats.count(exposure.askedUsers()),
                Formats.count(exposure.usersLeft()));
    }
}
