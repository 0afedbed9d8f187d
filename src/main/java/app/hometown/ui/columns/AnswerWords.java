// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.columns;

import app.hometown.domain.Catalog;
import app.hometown.ui.explore.Words;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.columns.ColumnKey;
import app.hometown.workbench.columns.Dimension;
import app.hometown.workbench.columns.PlotAnswer;
import app.hometown.workbench.columns.PlotQuestion;
import app.hometown.workbench.columns.PlotQuestion.Measure;
import app.hometown.workbench.columns.PlotQuestion.Shape;
import app.hometown.workbench.explore.Kind;
import java.util.ArrayList;
import java.util.List;

/// What a question asks and what its answer shows, in sentences.
final class AnswerWords {
    /// Groups of fewer rows are not called the highest or lowest: chance makes them so.
    private static final int LEAST_ROWS = 30;

    private AnswerWords() {}

    /// What is asked: "Mean quality by category, by partnered".
    static String title(PlotQuestion question) {
        Kind of = question.of();
        ColumnKey y = question.y();
        String measured =
                switch (question.measure()) {
                    case COUNT -> ColumnWords.rows(of);
                    case SHARE -> Texts.text("columns.share", ColumnWords.rows(of));
                    case RATE -> rate(question);
                    case ROWS -> y == null ? "" : ColumnWords.column(of, y);
                    default ->
                        Texts.text(
                                "columns.measured." + ColumnWords.key(question.measure()),
                                y == null ? "" : ColumnWords.lower(of, y));
                };
        String title = Texts.text("columns.by", measured, ColumnWords.lower(of, question.x()));
        String coloured = question.colour() == null
                ? title
                : Texts.text("columns.coloured", title, ColumnWords.lower(of, question.colour()));
        return question.facet() == null
                ? coloured
                : Texts.text("columns.each", coloured, ColumnWords.lower(of, question.facet()));
    }

    /// The share of yes of a column: "Share clicked".
    static String rate(PlotQuestion question) {
        ColumnKey y = question.y();
        return y == null ? "" : Texts.text("columns.rateOf." + y.key());
    }

    /// What one sees: where the measure is highest and lowest, among groups of enough rows.
    static String finding(PlotAnswer answer, Catalog catalog) {
        PlotQuestion question = answer.question();
        boolean places = answer.x().isPresent() && answer.y().isEmpty();
        if (answer.rows() == 0) {
            return Texts.text("columns.none");
        }
        if (!places) {
            return "";
        }
        List<String> names = ColumnWords.groups(answer.x().orElseThrow(), catalog);
        List<String> colours = answer.colour()
                .map(colour -> ColumnWords.groups(colour, catalog))
                .orElse(List.of());
        boolean counts = question.measure() == Measure.COUNT || question.measure() == Measure.SHARE;
        PlotAnswer.Cell highest = null;
        PlotAnswer.Cell lowest = null;
        String highName = "";
        String lowName = "";
        for (int colour = 0; colour < answer.colours(); colour++) {
            for (int at = 0; at < names.size(); at++) {
                PlotAnswer.Cell cell = answer.cell(0, colour, 0, at);
                boolean rest = answer.x().get() instanceof Dimension.OfWords words
                        && at == words.words().size();
                if (rest || !Double.isFinite(cell.value()) || (!counts && cell.count() < LEAST_ROWS)) {
                    continue;
                }
                String name = colours.isEmpty() ? names.get(at) : names.get(at) + ", " + colours.get(colour);
                if (highest == null || cell.value() > highest.value()) {
                    highest = cell;
                    highName = name;
                }
                if (lowest == null || cell.value() < lowest.value()) {
                    lowest = cell;
                    lowName = name;
                }
            }
        }
        if (highest == null || lowest == null) {
            return "";
        }
        String most = AnswerFigures.number(question, highest.value()) + unit(question);
        return counts || highest.equals(lowest)
                ? Texts.text("columns.most", highName, most)
                : Texts.text(
                        "columns.mostAndLeast",
                        highName,
                        most,
                        lowName,
                        AnswerFigures.number(question, lowest.value()) + unit(question));
    }

    private static String unit(PlotQuestion question) {
        ColumnKey y = question.y();
        String unit = y == null || question.measure() == Measure.RATE ? "" : Words.unit(y.key());
        return unit.isEmpty() ? "" : "\u202f" + unit;
    }

    /// How many were counted, and how.
    static String footnote(PlotAnswer answer) {
        Kind kind = answer.question().of();
        List<String> notes = new ArrayList<>();
        notes.add(
                answer.rows() == answer.of()
                        ? Texts.text("columns.all", ColumnWords.counted(kind, answer.rows()))
                        : Texts.text(
                                "columns.some", Formats.count(answer.rows()), ColumnWords.counted(kind, answer.of())));
        if (answer.lost() > 0) {
            notes.add(Texts.text("columns.lost", ColumnWords.counted(kind, answer.lost())));
        }
        Measure measure = answer.question().measure();
        if (measure == Measure.RATE || measure == Measure.MEAN) {
            notes.add(Texts.text("columns.intervals"));
        }
        if (answer.shape() == Shape.DENSITY) {
            notes.add(Texts.text(
                    "columns.density",
                    answer.x().map(Dimension::size).orElse(0),
                    answer.y().map(Dimension::size).orElse(0)));
        }
        if (answer.shape() == Shape.BOXES) {
            notes.add(Texts.text("columns.boxes"));
        }
        return String.join(" ", notes);
    }
}
