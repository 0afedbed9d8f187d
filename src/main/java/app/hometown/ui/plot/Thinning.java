// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes figures of many points quick to draw without changing how they look, and says so in the footnote: of a long
/// line the first, least, largest and last of each stretch are kept; very many points become their density.
final class Thinning {
    /// Up to so many points of a mark are drawn as they are.
    static final int MOST = 10_000;

    private static final int STRETCHES = 2_000;
    private static final int COLUMNS = 120;
    private static final int ROWS = 80;

    private Thinning() {}

    /// A figure with no mark of more than [#MOST] points. O(points).
    static Figure thinned(Figure figure) {
        List<Mark> marks = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Mark mark : figure.marks()) {
            switch (mark) {
                case Mark.Line line
                when line.x().size() > MOST -> {
                    int[] kept = kept(line.y());
                    marks.add(at(line, kept));
                    notes.add(Texts.text(
                            "plot.thinned",
                            Formats.count(kept.length),
                            Formats.count(line.x().size())));
                }
                case Mark.Points points
                when points.x().size() > MOST -> {
                    marks.add(density(figure, points));
                    notes.add(
                            Texts.text("plot.density", Formats.count(points.x().size())));
                }
                default -> marks.add(mark);
            }
        }
        if (notes.isEmpty()) {
            return figure;
        }
        String note = String.join(" ", notes.stream().distinct().toList());
        return new Figure(
                figure.key(),
                figure.title(),
                figure.finding(),
                figure.x(),
                figure.y(),
                marks,
                figure.footnote().isBlank() ? note : figure.footnote() + " " + note);
    }

    private static Mark.Line at(Mark.Line line, int[] kept) {
        List<Mark.Extra> extras = line.extras().stream()
                .map(extra -> new Mark.Extra(
                        extra.label(), extra.style(), extra.values().at(kept)))
                .toList();
        return new Mark.Line(
                line.name(),
                line.tone(),
                line.stroke(),
                line.x().at(kept),
                line.y().at(kept),
                extras);
    }

    private static int[] kept(Numbers y) {
        int[] kept = new int[4 * STRETCHES];
        int count = 0;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            int from = (int) ((long) stretch * y.size() / STRETCHES);
            int to = (int) ((stretch + 1L) * y.size() / STRETCHES);
            int least = from;
            int largest = from;
            for (int i = from; i < to; i++) {
                least = y.get(i) < y.get(least) ? i : least;
                largest = y.get(i) > y.get(largest) ? i : largest;
            }
            int[] four = {from, Math.min(least, largest), Math.max(least, largest), to - 1};
            for (int i : four) {
                if (count == 0 || kept[count - 1] != i) {
                    kept[count++] = i;
                }
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static Mark.HeatMap density(Figure figure, Mark.Points points) {
        Span x = Span.of(figure, Mark.Along.X);
        Span y = Span.of(figure, Mark.Along.Y);
        double[] counts = new double[COLUMNS * ROWS];
        for (int i = 0; i < points.x().size(); i++) {
            double across = x.share(points.x().get(i));
            double up = y.share(points.y().get(i));
            if (across >= 0 && across <= 1 && up >= 0 && up <= 1) {
                int column = (int) Math.min(COLUMNS - 1, across * COLUMNS);
                int row = (int) Math.min(ROWS - 1, up * ROWS);
                counts[row * COLUMNS + column]++;
            }
        }
        return new Mark.HeatMap(
                points.name(),
                points.tone(),
                Numbers.of(COLUMNS + 1, i -> x.value((double) i / COLUMNS)),
                Numbers.of(ROWS + 1, i -> y.value((double) i / ROWS)),
                Numbers.of(counts),
                Texts.text("plot.points"),
                NumberStyle.COUNT,
                false);
    }
}
