// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.statistics.Interval;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Mark;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.ui.plot.Numbers;
import app.hometown.ui.plot.Tone;
import app.hometown.workbench.verdict.Conclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Rows of differences with their intervals, each in the colour of what it comes to, which an arrow behind its name
/// says, too.
///
/// @param rows from the top
record Forest(List<Row> rows) {
    private static final String RISES = " ↑";
    private static final String FALLS = " ↓";

    Forest {
        rows = List.copyOf(rows);
    }

    /// A row.
    ///
    /// @param name of it
    /// @param difference with its interval
    /// @param wide an interval that holds together with those of all other rows; null for none
    /// @param conclusion what it comes to
    /// @param p of the test; null where it was not looked at
    /// @param users how many
    record Row(
            String name,
            Interval difference,
            @Nullable Interval wide,
            Conclusion conclusion,
            @Nullable Double p,
            int users) {}

    private enum Look {
        UP("up", Tone.UP),
        DOWN("down", Tone.DOWN),
        OPEN("open", Tone.STRONG),
        FEW("few", Tone.QUIET);

        private final String key;
        private final Tone tone;

        Look(String key, Tone tone) {
            this.key = key;
            this.tone = tone;
        }

        static Look of(Conclusion conclusion) {
            return switch (conclusion) {
                case BETTER, MORE -> UP;
                case WORSE, LESS -> DOWN;
                case NO_EVIDENCE -> OPEN;
                case TOO_FEW, SAME_LISTS -> FEW;
            };
        }
    }

    /// What stands beside the rows.
    List<String> names() {
        return rows.stream()
                .map(row -> switch (Look.of(row.conclusion())) {
                    case UP -> row.name() + RISES;
                    case DOWN -> row.name() + FALLS;
                    case OPEN, FEW -> row.name();
                })
                .toList();
    }

    /// What is drawn: no difference, the wide intervals and on them the others.
    Mark[] marks() {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Rule("", Tone.QUIET, Mark.Along.X, 0));
        if (rows.stream().anyMatch(row -> row.wide() != null)) {
            marks.add(wide());
        }
        for (Look look : Look.values()) {
            int[] places = IntStream.range(0, rows.size())
                    .filter(place -> Look.of(rows.get(place).conclusion()) == look)
                    .toArray();
            if (places.length > 0) {
                marks.add(intervals(look, places));
            }
        }
        return marks.toArray(Mark[]::new);
    }

    private Mark intervals(Look look, int[] places) {
        List<Row> some = IntStream.of(places).mapToObj(rows::get).toList();
        return new Mark.Intervals(
                Texts.text("findings.forest." + look.key),
                look.tone,
                Mark.Along.X,
                Numbers.of(places.length, i -> places[i]),
                Numbers.of(some, row -> row.difference().estimate()),
                Numbers.of(some, row -> row.difference().low()),
                Numbers.of(some, row -> row.difference().high()),
                List.of(
                        new Mark.Extra(
                                Texts.text("findings.users.label"), NumberStyle.COUNT, Numbers.of(some, Row::users)),
                        new Mark.Extra(
                                Texts.text("findings.p.label"), NumberStyle.NUMBER, Numbers.of(some, Forest::p))));
    }

    private static double p(Row row) {
        Double p = row.p();
        return p == null ? Double.NaN : p;
    }

    /// One line a row, with a gap after each.
    private Mark wide() {
        double[] xs = new double[3 * rows.size()];
        double[] ys = new double[xs.length];
        for (int place = 0; place < rows.size(); place++) {
            Interval wide = rows.get(place).wide();
            xs[3 * place] = wide == null ? Double.NaN : wide.low();
            xs[3 * place + 1] = wide == null ? Double.NaN : wide.high();
            xs[3 * place + 2] = Double.NaN;
            ys[3 * place] = place;
            ys[3 * place + 1] = place;
            ys[3 * place + 2] = place;
        }
        return new Mark.Line(
                Texts.text("findings.forest.wide"),
                Tone.STRONG,
                Mark.Stroke.THIN,
                Numbers.of(xs),
                Numbers.of(ys),
                List.of());
    }
}
