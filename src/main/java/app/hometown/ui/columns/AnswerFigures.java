// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.columns;

import app.hometown.domain.Catalog;
import app.hometown.ui.explore.Words;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.columns.DataColumn;
import app.hometown.workbench.columns.Dimension;
import app.hometown.workbench.columns.NumberColumn;
import app.hometown.workbench.columns.PlotAnswer;
import app.hometown.workbench.columns.PlotQuestion;
import app.hometown.workbench.columns.PlotQuestion.Measure;
import app.hometown.workbench.columns.PlotQuestion.Shape;
import app.hometown.workbench.explore.Brushable;
import app.hometown.workbench.explore.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// The figures of an answer: one, or one a facet. Made on any thread; no JavaFX.
final class AnswerFigures {
    /// More names, or longer ones, stand below each other.
    private static final int MOST_UPRIGHT = 8;

    private static final int LONGEST_UPRIGHT = 9;

    /// A grid of names with so many cells at most shows their numbers.
    private static final int MOST_WRITTEN = 150;

    private static final List<Tone> GROUPS = List.of(
            Tone.THIRD, Tone.FOURTH, Tone.FIFTH, Tone.SIXTH, Tone.SEVENTH, Tone.EIGHTH, Tone.USERS, Tone.STREAMS);

    private final PlotAnswer answer;
    private final PlotQuestion question;
    private final Catalog catalog;
    private final List<String> colourNames;

    private AnswerFigures(PlotAnswer answer, Catalog catalog) {
        this.answer = answer;
        this.catalog = catalog;
        question = answer.question();
        colourNames = answer.colour()
                .map(colour -> ColumnWords.groups(colour, catalog))
                .orElse(List.of(""));
    }

    /// The figures of an answer.
    ///
    /// @param catalog names its categories
    static List<Figure> of(PlotAnswer answer, Catalog catalog) {
        return new AnswerFigures(answer, catalog).figures();
    }

    private List<Figure> figures() {
        List<String> facets =
                answer.facet().map(facet -> ColumnWords.groups(facet, catalog)).orElse(List.of(""));
        List<Figure> figures = new ArrayList<>();
        for (int facet = 0; facet < facets.size(); facet++) {
            Figure figure = figure(facet);
            figures.add(
                    facets.size() == 1 && answer.facet().isEmpty()
                            ? figure.finding(AnswerWords.finding(answer, catalog))
                                    .footnote(AnswerWords.footnote(answer))
                            : new Figure(
                                    figure.key() + "-" + (facet + 1),
                                    facets.get(facet),
                                    ColumnWords.counted(question.of(), answer.facetRows(facet)),
                                    figure.x(),
                                    figure.y(),
                                    figure.marks(),
                                    ""));
        }
        return figures;
    }

    private Figure figure(int facet) {
        return switch (answer.shape()) {
            case SCATTER -> scatter(facet);
            case DENSITY -> density(facet);
            case HEAT -> heat(facet);
            case BARS, DOTS -> answer.x().orElseThrow() instanceof Dimension.OfWords ? named(facet) : lines(facet);
            default -> lines(facet);
        };
    }

    private Figure of(Axis x, Axis y, List<Mark> marks) {
        return Figure.of("plot", AnswerWords.title(question), x, y).with(marks.toArray(Mark[]::new));
    }

    /// Along words: bars, or estimates with intervals.
    private Figure named(int facet) {
        Dimension across = answer.x().orElseThrow();
        Axis names = axis(across);
        boolean upright = names.names().size() <= MOST_UPRIGHT
                && names.names().stream().allMatch(name -> name.length() <= LONGEST_UPRIGHT);
        List<Mark> marks = new ArrayList<>();
        for (int colour = 0; colour < answer.colours(); colour++) {
            int at = colour;
            if (answer.shape() == Shape.BARS) {
                marks.add(new Mark.Bars(
                        colourNames.get(colour),
                        tone(colour),
                        values(facet, at, PlotAnswer.Cell::value),
                        extras(facet, at)));
            } else {
                marks.add(new Mark.Intervals(
                        colourNames.get(colour),
                        tone(colour),
                        upright ? Mark.Along.Y : Mark.Along.X,
                        Numbers.places(across.size()),
                        values(facet, at, PlotAnswer.Cell::value),
                        values(facet, at, PlotAnswer.Cell::low),
                        values(facet, at, PlotAnswer.Cell::high),
                        extras(facet, at)));
            }
        }
        Axis measured = shared(measureAxis(), answer.shape() == Shape.BARS);
        return upright ? of(names, measured, marks) : of(measured, names, marks);
    }

    /// Along numbers or words: histograms, lines, estimates and boxes.
    private Figure lines(int facet) {
        Dimension across = answer.x().orElseThrow();
        Numbers middles = middles(across);
        List<Mark> bands = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int colour = 0; colour < answer.colours(); colour++) {
            Numbers values = values(facet, colour, PlotAnswer.Cell::value);
            Numbers low = values(facet, colour, PlotAnswer.Cell::low);
            Numbers high = values(facet, colour, PlotAnswer.Cell::high);
            String name = colourNames.get(colour);
            switch (answer.shape()) {
                case HISTOGRAM -> marks.add(histogram(across, name, colour, values));
                case BOXES ->
                    marks.add(new Mark.Boxes(
                            name,
                            tone(colour),
                            middles,
                            values(facet, colour, PlotAnswer.Cell::least),
                            low,
                            values,
                            high,
                            values(facet, colour, PlotAnswer.Cell::most),
                            extras(facet, colour)));
                case DOTS, BARS ->
                    marks.add(new Mark.Intervals(
                            name, tone(colour), Mark.Along.Y, middles, values, low, high, extras(facet, colour)));
                default -> {
                    if (question.measure() == Measure.RATE || question.measure() == Measure.MEAN) {
                        bands.addAll(bands(colour, middles, low, high));
                    }
                    marks.add(new Mark.Line(
                            name, tone(colour), Mark.Stroke.SOLID, middles, values, extras(facet, colour)));
                }
            }
        }
        bands.addAll(marks);
        return of(axis(across), shared(measureAxis(), answer.shape() == Shape.HISTOGRAM), bands);
    }

    /// Where nothing is known there is no band, so there is one for each run of places that are known.
    private List<Mark> bands(int colour, Numbers at, Numbers low, Numbers high) {
        List<Mark> bands = new ArrayList<>();
        int from = 0;
        for (int place = 0; place <= at.size(); place++) {
            boolean known = place < at.size() && Double.isFinite(low.get(place)) && Double.isFinite(high.get(place));
            if (known) {
                continue;
            }
            if (place > from) {
                int first = from;
                int count = place - from;
                bands.add(new Mark.Band(
                        answer.colours() == 1 ? Texts.text("columns.interval") : "",
                        tone(colour),
                        Numbers.of(count, n -> at.get(first + n)),
                        Numbers.of(count, n -> low.get(first + n)),
                        Numbers.of(count, n -> high.get(first + n))));
            }
            from = place + 1;
        }
        return bands;
    }

    /// One histogram is filled; several are lines of steps, so that none hides another.
    private Mark histogram(Dimension across, String name, int colour, Numbers values) {
        Numbers edges = edges(across);
        return answer.colours() == 1
                ? new Mark.Histogram(name, tone(colour), edges, values)
                : new Mark.Line(
                        name,
                        tone(colour),
                        Mark.Stroke.STEPS,
                        edges,
                        Numbers.of(edges.size(), at -> values.get(Math.min(at, values.size() - 1))),
                        List.of());
    }

    private Figure heat(int facet) {
        Dimension across = answer.x().orElseThrow();
        Dimension up = answer.colour().orElseThrow();
        int columns = across.size();
        Numbers values = Numbers.of(columns * up.size(), at -> {
            PlotAnswer.Cell cell = answer.cell(facet, at / columns, 0, at % columns);
            return cell.count() == 0 ? Double.NaN : cell.value();
        });
        boolean written =
                across instanceof Dimension.OfWords && up instanceof Dimension.OfWords && values.size() <= MOST_WRITTEN;
        Axis measured = measureAxis();
        return of(
                axis(across),
                axis(up),
                List.of(new Mark.HeatMap(
                        "", tone(0), edges(across), edges(up), values, measured.label(), measured.style(), written)));
    }

    private Figure density(int facet) {
        Dimension across = answer.x().orElseThrow();
        Dimension up = answer.y().orElseThrow();
        int columns = across.size();
        Numbers values = Numbers.of(columns * up.size(), at -> answer.cell(facet, 0, at / columns, at % columns)
                .count());
        return of(
                axis(across),
                axis(up),
                List.of(new Mark.HeatMap(
                        "",
                        tone(0),
                        edges(across),
                        edges(up),
                        values,
                        ColumnWords.rows(question.of()),
                        NumberStyle.COUNT,
                        false)));
    }

    private Figure scatter(int facet) {
        List<Mark> marks = new ArrayList<>();
        for (int colour = 0; colour < answer.colours(); colour++) {
            PlotAnswer.Points points = answer.points().get(facet * answer.colours() + colour);
            if (points.xs().length > 0) {
                marks.add(new Mark.Points(
                        colourNames.get(colour),
                        tone(colour),
                        Numbers.of(points.xs()),
                        Numbers.of(points.ys()),
                        List.of()));
            }
        }
        return of(numberAxis(answer.xColumn()), numberAxis(answer.value().orElseThrow()), marks);
    }

    private Tone tone(int colour) {
        if (answer.colour().isEmpty()) {
            return switch (question.of()) {
                case USERS -> Tone.USERS;
                case STREAMS -> Tone.STREAMS;
                case SAMPLES -> Tone.FIFTH;
            };
        }
        if (answer.colour().get() instanceof Dimension.OfWords words
                && words.rest() > 0
                && colour == answer.colours() - 1) {
            return Tone.QUIET;
        }
        return GROUPS.get(colour % GROUPS.size());
    }

    private Numbers values(int facet, int colour, ToDoubleFunction<PlotAnswer.Cell> number) {
        int size = answer.x().map(Dimension::size).orElse(0);
        return Numbers.of(size, at -> number.applyAsDouble(answer.cell(facet, colour, 0, at)));
    }

    private List<Mark.Extra> extras(int facet, int colour) {
        return question.measure() == Measure.COUNT
                ? List.of()
                : List.of(new Mark.Extra(
                        ColumnWords.rows(question.of()),
                        NumberStyle.COUNT,
                        values(facet, colour, PlotAnswer.Cell::count)));
    }

    private static Numbers edges(Dimension dimension) {
        return dimension instanceof Dimension.OfNumbers numbers
                ? Numbers.of(numbers.edges())
                : Numbers.of(dimension.size() + 1, at -> at - 0.5);
    }

    private static Numbers middles(Dimension dimension) {
        return dimension instanceof Dimension.OfNumbers numbers
                ? Numbers.of(numbers.size(), at -> {
                    double from = numbers.edges()[at];
                    double to = numbers.edges()[at + 1];
                    return numbers.logarithmic() ? Math.sqrt(from * to) : (from + to) / 2;
                })
                : Numbers.places(dimension.size());
    }

    /// The axis of a dimension, which can be brushed where a filter has the column.
    private Axis axis(Dimension dimension) {
        Kind kind = dimension.column().key().kind();
        String key = dimension.column().key().key();
        return switch (dimension) {
            case Dimension.OfWords words -> {
                List<Set<String>> sets = new ArrayList<>();
                words.words().forEach(word -> sets.add(Set.of(word)));
                if (words.rest() > 0) {
                    Set<String> rest = new HashSet<>(words.column().words());
                    words.words().forEach(rest::remove);
                    sets.add(rest);
                }
                yield Axis.names(
                                ColumnWords.column(
                                        question.of(), dimension.column().key()),
                                ColumnWords.groups(dimension, catalog))
                        .brushes(Brushable.sets(kind, key, sets));
            }
            case Dimension.OfNumbers numbers -> {
                Axis axis = plain(numbers.column()).over(numbers.edges()[0], numbers.edges()[numbers.size()]);
                yield numbers.logarithmic() ? axis.log() : axis;
            }
        };
    }

    private Axis numberAxis(DataColumn column) {
        Axis axis = plain(column);
        boolean log = column instanceof NumberColumn numbers && numbers.skewed() && question.logarithmic();
        return log ? axis.log() : axis;
    }

    private Axis plain(DataColumn column) {
        boolean whole = column instanceof NumberColumn numbers && numbers.whole();
        return Axis.of(ColumnWords.column(question.of(), column.key()))
                .in(Words.unit(column.key().key()))
                .as(whole ? NumberStyle.COUNT : NumberStyle.NUMBER)
                .brushes(
                        column.filtered()
                                ? Brushable.numbers(
                                        column.key().kind(), column.key().key())
                                : null);
    }

    /// The axis of what is measured. Boxes are of the column itself and can be brushed along it.
    private Axis measureAxis() {
        return switch (question.measure()) {
            case COUNT -> Axis.of(ColumnWords.rows(question.of())).as(NumberStyle.COUNT);
            case SHARE ->
                Axis.of(Texts.text("columns.share", ColumnWords.rows(question.of())))
                        .as(NumberStyle.PERCENT);
            case RATE -> Axis.of(AnswerWords.rate(question)).as(NumberStyle.PERCENT);
            case MEAN, MEDIAN, SUM -> {
                Axis axis = plain(answer.value().orElseThrow()).brushes(null);
                yield new Axis(
                        Texts.text("columns.measured." + ColumnWords.key(question.measure()), axis.label()),
                        axis.unit(),
                        axis.scale(),
                        question.measure() == Measure.SUM ? axis.style() : NumberStyle.NUMBER,
                        axis.from(),
                        axis.to(),
                        axis.names(),
                        null);
            }
            case ROWS -> numberAxis(answer.value().orElseThrow());
        };
    }

    /// Facets have one range of numbers, so that they can be compared. Shares end at all.
    private Axis shared(Axis axis, boolean fromZero) {
        boolean shares = question.measure() == Measure.RATE || question.measure() == Measure.SHARE;
        if (answer.facet().isEmpty() && !shares) {
            return axis;
        }
        double least = fromZero ? 0 : Double.POSITIVE_INFINITY;
        double most = fromZero ? 0 : Double.NEGATIVE_INFINITY;
        boolean boxes = answer.shape() == Shape.BOXES;
        boolean log = axis.scale() == Axis.Scale.LOG;
        for (PlotAnswer.Cell cell : answer.cells()) {
            for (double value :
                    new double[] {cell.value(), boxes ? cell.least() : cell.low(), boxes ? cell.most() : cell.high()}) {
                if (Double.isFinite(value) && (!log || value > 0)) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        if (!(least < most)) {
            return axis;
        }
        double room = 0.05 * (most - least);
        double from = fromZero ? Math.min(least, 0) : least >= 0 ? Math.max(0, least - room) : least - room;
        double to = shares ? Math.min(1, most + room) : most + room;
        return log ? axis.over(least / 1.2, most * 1.2) : axis.over(from, to);
    }

    /// A number of the measure, as people read it.
    static String number(PlotQuestion question, double value) {
        return switch (question.measure()) {
            case COUNT -> Formats.count(Math.round(value));
            case SHARE, RATE -> Formats.percent(value);
            default -> Formats.number(value, Math.abs(value) >= 100 ? 0 : 2);
        };
    }
}
