// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The numbers of a figure as one long table, one line a point, bar, bin or cell, whatever the marks: RFC 4180, numbers
/// neutral and unrounded, all of them also where fewer are drawn. Columns that nothing has are left out.
public final class FigureCsv {
    private static final String SERIES = "series";

    private final Figure figure;
    private final List<String> header;
    private final List<List<String>> lines = new ArrayList<>();

    private FigureCsv(Figure figure) {
        this.figure = figure;
        Set<String> columns = new LinkedHashSet<>();
        String x = title(figure.x(), "x");
        String y = title(figure.y(), "y");
        y = y.equals(x) ? y + " (y)" : y;
        columns.addAll(List.of(SERIES, x, x + " to", y, y + " to", "low", "high", "least", "most"));
        for (Mark mark : figure.marks()) {
            mark.extras().forEach(extra -> columns.add(extra.label()));
            if (mark instanceof Mark.HeatMap map) {
                columns.add(map.label());
            }
        }
        header = List.copyOf(columns);
    }

    /// The table, with a header, lines ended by CR LF.
    public static String of(Figure figure) {
        FigureCsv csv = new FigureCsv(figure);
        figure.marks().forEach(csv::add);
        return csv.text();
    }

    /// The same as rows of cells, the header first.
    public static List<List<String>> rows(Figure figure) {
        FigureCsv csv = new FigureCsv(figure);
        figure.marks().forEach(csv::add);
        List<Integer> used = csv.used();
        List<List<String>> rows = new ArrayList<>();
        rows.add(used.stream().map(csv.header::get).toList());
        csv.lines.forEach(line -> rows.add(used.stream().map(line::get).toList()));
        return rows;
    }

    private static String title(Axis axis, String otherwise) {
        return axis.title().isEmpty() ? otherwise : axis.title();
    }

    private void add(Mark mark) {
        switch (mark) {
            case Mark.Line line -> points(mark, line.x(), line.y());
            case Mark.Points points -> points(mark, points.x(), points.y());
            case Mark.Band band -> {
                for (int i = 0; i < band.x().size(); i++) {
                    Row row = row(mark).set(1, place(figure.x(), band.x().get(i)));
                    row.set(5, number(band.low().get(i)))
                            .set(6, number(band.high().get(i)));
                }
            }
            case Mark.Bars bars -> {
                boolean flat = figure.y().named();
                for (int i = 0; i < bars.values().size(); i++) {
                    Row row = row(mark).set(flat ? 3 : 1, place(flat ? figure.y() : figure.x(), i));
                    extras(mark, row.set(flat ? 1 : 3, number(bars.values().get(i))), i);
                }
            }
            case Mark.Histogram histogram -> {
                for (int i = 0; i < histogram.counts().size(); i++) {
                    row(mark)
                            .set(1, number(histogram.edges().get(i)))
                            .set(2, number(histogram.edges().get(i + 1)))
                            .set(3, number(histogram.counts().get(i)));
                }
            }
            case Mark.Intervals intervals -> {
                boolean flat = intervals.along() == Mark.Along.X;
                for (int i = 0; i < intervals.at().size(); i++) {
                    Row row = row(mark)
                            .set(
                                    flat ? 3 : 1,
                                    place(
                                            flat ? figure.y() : figure.x(),
                                            intervals.at().get(i)))
                            .set(flat ? 1 : 3, number(intervals.estimate().get(i)))
                            .set(5, number(intervals.low().get(i)))
                            .set(6, number(intervals.high().get(i)));
                    extras(mark, row, i);
                }
            }
            case Mark.Boxes boxes -> boxes(boxes);
            case Mark.HeatMap map -> cells(map);
            case Mark.Rule rule -> row(mark).set(rule.along() == Mark.Along.X ? 1 : 3, number(rule.value()));
            case Mark.Rug rug -> {
                for (int i = 0; i < rug.at().size(); i++) {
                    row(mark).set(1, number(rug.at().get(i)));
                }
            }
            case Mark.Diagonal diagonal -> {}
        }
    }

    private void points(Mark mark, Numbers x, Numbers y) {
        for (int i = 0; i < x.size(); i++) {
            Row row = row(mark).set(1, place(figure.x(), x.get(i))).set(3, place(figure.y(), y.get(i)));
            extras(mark, row, i);
        }
    }

    private void boxes(Mark.Boxes boxes) {
        for (int i = 0; i < boxes.at().size(); i++) {
            Row row = row(boxes)
                    .set(1, place(figure.x(), boxes.at().get(i)))
                    .set(3, number(boxes.middle().get(i)))
                    .set(5, number(boxes.low().get(i)))
                    .set(6, number(boxes.high().get(i)))
                    .set(7, number(boxes.least().get(i)))
                    .set(8, number(boxes.most().get(i)));
            extras(boxes, row, i);
        }
    }

    private void cells(Mark.HeatMap map) {
        for (int i = 0; i < map.values().size(); i++) {
            int column = i % map.columns();
            int line = i / map.columns();
            Row row = row(map);
            edges(row, 1, figure.x(), map.xEdges(), column);
            edges(row, 3, figure.y(), map.yEdges(), line);
            row.set(header.indexOf(map.label()), number(map.values().get(i)));
        }
    }

    private static void edges(Row row, int column, Axis axis, Numbers edges, int at) {
        if (axis.named()) {
            row.set(column, place(axis, at));
        } else {
            row.set(column, number(edges.get(at))).set(column + 1, number(edges.get(at + 1)));
        }
    }

    private void extras(Mark mark, Row row, int place) {
        for (Mark.Extra extra : mark.extras()) {
            row.set(header.indexOf(extra.label()), number(extra.values().get(place)));
        }
    }

    /// A line of the table that is being filled.
    private record Row(List<String> cells) {
        Row set(int column, String cell) {
            cells.set(column, cell);
            return this;
        }
    }

    private Row row(Mark mark) {
        List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
        cells.set(0, mark.name());
        lines.add(cells);
        return new Row(cells);
    }

    private static String place(Axis axis, double value) {
        return axis.named() ? axis.words(value) : number(value);
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /// The columns that have anything.
    private List<Integer> used() {
        List<Integer> used = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            int at = column;
            if (lines.stream().anyMatch(line -> !line.get(at).isEmpty())) {
                used.add(column);
            }
        }
        return used;
    }

    private String text() {
        List<Integer> used = used();
        StringBuilder out = new StringBuilder();
        line(out, header, used);
        lines.forEach(line -> line(out, line, used));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells, List<Integer> used) {
        for (int i = 0; i < used.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(quoted(cells.get(used.get(i))));
        }
        out.append("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : String.format(Locale.ROOT, "\"%s\"", cell.replace("\"", "\"\""));
    }
}
