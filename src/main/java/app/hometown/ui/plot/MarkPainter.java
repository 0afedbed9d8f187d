// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Paints the marks of a figure between its axes.
final class MarkPainter {
    /// How much of a histogram's colour fills it.
    static final double FILL = 0.3;

    /// How much of its colour a thin line has.
    static final double THIN = 0.35;

    private static final double LINE = 2;
    private static final double BAR = 0.68;
    private static final double DOT = 3.5;

    private final Frame frame;
    private final Ground ground;
    private final Pen pen;
    private final int barSeries;
    private final int intervalSeries;
    private final int boxSeries;
    private int bar;
    private int interval;
    private int box;

    MarkPainter(Frame frame, Ground ground, Pen pen) {
        this.frame = frame;
        this.ground = ground;
        this.pen = pen;
        barSeries = (int) frame.figure().marks().stream()
                .filter(mark -> mark instanceof Mark.Bars)
                .count();
        boxSeries = (int) frame.figure().marks().stream()
                .filter(mark -> mark instanceof Mark.Boxes)
                .count();
        intervalSeries = side(frame.figure().marks());
    }

    /// How many marks of intervals stand side by side: all, where two of them have something at the same place.
    private static int side(List<Mark> marks) {
        Set<Double> taken = new HashSet<>();
        int series = 0;
        boolean shared = false;
        for (Mark mark : marks) {
            if (mark instanceof Mark.Intervals intervals) {
                series++;
                for (int i = 0; i < intervals.at().size(); i++) {
                    shared |= !taken.add(intervals.at().get(i));
                }
            }
        }
        return shared ? series : 1;
    }

    void paint() {
        for (Mark mark : frame.figure().marks()) {
            switch (mark) {
                case Mark.Line line -> line(line);
                case Mark.Band band -> band(band);
                case Mark.Bars bars -> bars(bars);
                case Mark.Histogram histogram -> histogram(histogram);
                case Mark.Points points -> points(points);
                case Mark.Intervals intervals -> intervals(intervals);
                case Mark.Boxes boxes -> boxes(boxes);
                case Mark.HeatMap map -> heatMap(map);
                case Mark.Rug rug -> rug(rug);
                case Mark.Rule rule -> rule(rule);
                case Mark.Diagonal diagonal -> diagonal(diagonal);
            }
        }
    }

    private void line(Mark.Line line) {
        boolean steps = line.stroke() == Mark.Stroke.STEPS;
        int size = line.x().size();
        double[] xs = new double[steps ? 2 * size : size];
        double[] ys = new double[xs.length];
        int count = 0;
        boolean thin = line.stroke() == Mark.Stroke.THIN;
        int colour = ground.of(line.tone(), thin ? THIN : 1);
        boolean dashed = line.stroke() == Mark.Stroke.DASHED;
        for (int i = 0; i <= size; i++) {
            double x = i < size ? frame.x(line.x().get(i)) : Double.NaN;
            double y = i < size ? frame.y(line.y().get(i)) : Double.NaN;
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                if (count == 1) {
                    pen.disc(xs[0], ys[0], LINE, colour);
                } else if (count > 1) {
                    pen.path(xs, ys, count, colour, thin ? 1 : LINE, dashed);
                }
                count = 0;
                continue;
            }
            if (steps && count > 0) {
                xs[count] = x;
                ys[count++] = ys[count - 2];
            }
            xs[count] = x;
            ys[count++] = y;
        }
    }

    private void band(Mark.Band band) {
        int size = band.x().size();
        double[] xs = new double[2 * size];
        double[] ys = new double[2 * size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            count = corner(xs, ys, count, band.x().get(i), band.low().get(i));
        }
        for (int i = size - 1; i >= 0; i--) {
            count = corner(xs, ys, count, band.x().get(i), band.high().get(i));
        }
        if (count > 2) {
            pen.area(xs, ys, count, ground.of(band.tone(), 0.18));
        }
    }

    private int corner(double[] xs, double[] ys, int count, double x, double y) {
        xs[count] = frame.x(x);
        ys[count] = frame.y(y);
        return Double.isFinite(xs[count]) && Double.isFinite(ys[count]) ? count + 1 : count;
    }

    private void bars(Mark.Bars bars) {
        boolean flat = frame.figure().y().named();
        int places = flat
                ? frame.figure().y().names().size()
                : frame.figure().x().names().size();
        double slot = (flat ? frame.bottom() - frame.top() : frame.right() - frame.left()) / Math.max(1, places);
        double thick = Math.max(1, Math.min(slot * BAR, 26 * barSeries) / barSeries);
        double offset = (bar - (barSeries - 1) / 2.0) * thick;
        bar++;
        for (int i = 0; i < bars.values().size(); i++) {
            double value = bars.values().get(i);
            if (!Double.isFinite(value)) {
                continue;
            }
            double middle = (flat ? frame.y(i) : frame.x(i)) + offset;
            double zero = flat ? frame.x(0) : frame.y(0);
            double end = flat ? frame.x(value) : frame.y(value);
            double from = Math.min(zero, end);
            double length = Math.max(Math.abs(end - zero), value == 0 ? 0 : 1);
            int colour = ground.of(bars.tone());
            if (flat) {
                pen.box(from, middle - thick / 2, length, thick, colour);
            } else {
                pen.box(middle - thick / 2, from, thick, length, colour);
            }
        }
    }

    private void histogram(Mark.Histogram histogram) {
        int bins = histogram.counts().size();
        double[] xs = new double[2 * bins + 2];
        double[] ys = new double[xs.length];
        double zero = frame.y(Math.max(0, frame.ySpan().from()));
        xs[0] = frame.x(histogram.edges().get(0));
        ys[0] = zero;
        int count = 1;
        for (int i = 0; i < bins; i++) {
            double y = frame.y(histogram.counts().get(i));
            double to = Double.isFinite(y) ? y : zero;
            xs[count] = frame.x(histogram.edges().get(i));
            ys[count++] = to;
            xs[count] = frame.x(histogram.edges().get(i + 1));
            ys[count++] = to;
        }
        xs[count] = frame.x(histogram.edges().get(bins));
        ys[count++] = zero;
        pen.area(xs, ys, count, ground.of(histogram.tone(), FILL));
        pen.path(xs, ys, count, ground.of(histogram.tone()), 1.5, false);
    }

    private void points(Mark.Points points) {
        for (int i = 0; i < points.x().size(); i++) {
            double x = frame.x(points.x().get(i));
            double y = frame.y(points.y().get(i));
            if (Double.isFinite(x) && Double.isFinite(y)) {
                pen.disc(x, y, DOT, ground.of(points.tone(), points.x().size() > 500 ? 0.45 : 0.85));
            }
        }
    }

    private void intervals(Mark.Intervals intervals) {
        boolean flat = intervals.along() == Mark.Along.X;
        Axis other = flat ? frame.figure().y() : frame.figure().x();
        double slot = other.named()
                ? (flat ? frame.bottom() - frame.top() : frame.right() - frame.left())
                        / other.names().size()
                : 0;
        double offset = (interval - (intervalSeries - 1) / 2.0) * Math.min(slot * 0.28, 11);
        interval = (interval + 1) % intervalSeries;
        int colour = ground.of(intervals.tone());
        for (int i = 0; i < intervals.at().size(); i++) {
            double at = (flat
                            ? frame.y(intervals.at().get(i))
                            : frame.x(intervals.at().get(i)))
                    + offset;
            double estimate = flat
                    ? frame.x(intervals.estimate().get(i))
                    : frame.y(intervals.estimate().get(i));
            double low = flat
                    ? frame.x(intervals.low().get(i))
                    : frame.y(intervals.low().get(i));
            double high = flat
                    ? frame.x(intervals.high().get(i))
                    : frame.y(intervals.high().get(i));
            if (!Double.isFinite(at) || !Double.isFinite(estimate)) {
                continue;
            }
            if (Double.isFinite(low) && Double.isFinite(high)) {
                pen.line(flat ? low : at, flat ? at : low, flat ? high : at, flat ? at : high, colour, 1.75, false);
            }
            double x = flat ? estimate : at;
            double y = flat ? at : estimate;
            pen.disc(x, y, DOT + 1.5, ground.surface());
            pen.disc(x, y, DOT, colour);
        }
    }

    private void boxes(Mark.Boxes boxes) {
        double slot = (frame.right() - frame.left())
                / Math.max(
                        1,
                        frame.figure().x().named()
                                ? frame.figure().x().names().size()
                                : boxes.at().size());
        double wide = Math.max(2, Math.min(slot * BAR, 30.0 * boxSeries) / boxSeries);
        double offset = (box - (boxSeries - 1) / 2.0) * wide;
        box++;
        int colour = ground.of(boxes.tone());
        for (int i = 0; i < boxes.at().size(); i++) {
            double x = frame.x(boxes.at().get(i)) + offset;
            double middle = frame.y(boxes.middle().get(i));
            if (!Double.isFinite(x) || !Double.isFinite(middle)) {
                continue;
            }
            double least = inView(boxes.least().get(i), frame.bottom());
            double low = inView(boxes.low().get(i), frame.bottom());
            double high = inView(boxes.high().get(i), frame.bottom());
            double most = inView(boxes.most().get(i), frame.bottom());
            double half = Math.max(1, wide / 2 - 1.5);
            pen.line(x, most, x, high, colour, 1.25, false);
            pen.line(x, low, x, least, colour, 1.25, false);
            pen.line(x - half / 2, most, x + half / 2, most, colour, 1.25, false);
            pen.line(x - half / 2, least, x + half / 2, least, colour, 1.25, false);
            pen.box(x - half, high, 2 * half, Math.max(1, low - high), ground.mixed(boxes.tone(), 0.35));
            double[] xs = {x - half, x + half, x + half, x - half, x - half};
            double[] ys = {high, high, low, low, high};
            pen.path(xs, ys, xs.length, colour, 1.25, false);
            pen.line(x - half, middle, x + half, middle, colour, 2.5, false);
        }
    }

    /// Where a number lies, or the edge where a logarithmic axis has no place for it.
    private double inView(double value, double edge) {
        double place = frame.y(value);
        return Double.isFinite(place) ? place : edge;
    }

    private void heatMap(Mark.HeatMap map) {
        double most = Double.isNaN(map.strongest()) ? largest(map.values()) : map.strongest();
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                double value = map.values().get(row * map.columns() + column);
                if (Double.isFinite(value) && most > 0) {
                    cell(map, row, column, value, Math.min(1, Math.abs(value) / most));
                }
            }
        }
    }

    private static double largest(Numbers values) {
        double most = 0;
        for (int i = 0; i < values.size(); i++) {
            double size = Math.abs(values.get(i));
            most = Double.isFinite(size) ? Math.max(most, size) : most;
        }
        return most;
    }

    private void cell(Mark.HeatMap map, int row, int column, double value, double strength) {
        if (strength == 0 && !map.written()) {
            return;
        }
        double x1 = frame.x(map.xEdges().get(column));
        double x2 = frame.x(map.xEdges().get(column + 1));
        double y1 = frame.y(map.yEdges().get(row));
        double y2 = frame.y(map.yEdges().get(row + 1));
        double gap = map.written() ? 1 : 0;
        // Few are seen as well as many: the root spreads what is faint.
        double shade = map.written() ? 0.06 + 0.94 * strength : 0.1 + 0.9 * Math.sqrt(strength);
        int colour = ground.mixed(value < 0 ? Tone.DOWN : map.tone(), shade);
        double left = Math.min(x1, x2);
        double top = Math.min(y1, y2);
        pen.box(left, top, Math.abs(x2 - x1) - gap, Math.abs(y2 - y1) - gap, colour);
        String text = map.style().value(value);
        if (map.written() && Lettering.LABEL.width(text) + 4 < Math.abs(x2 - x1) && Math.abs(y2 - y1) >= 14) {
            pen.text(
                    text, (x1 + x2) / 2, (y1 + y2) / 2 + 4, Lettering.LABEL, Ground.readable(colour), Pen.Align.MIDDLE);
        }
    }

    private void rule(Mark.Rule rule) {
        int colour = ground.of(rule.tone());
        if (rule.along() == Mark.Along.X) {
            double x = FigurePainter.crisp(frame.x(rule.value()));
            pen.line(x, frame.top(), x, frame.bottom(), colour, 1.25, true);
        } else {
            double y = FigurePainter.crisp(frame.y(rule.value()));
            pen.line(frame.left(), y, frame.right(), y, colour, 1.25, true);
        }
    }

    private void rug(Mark.Rug rug) {
        for (int i = 0; i < rug.at().size(); i++) {
            double x = frame.x(rug.at().get(i));
            if (Double.isFinite(x)) {
                pen.line(x, frame.bottom() - 9, x, frame.bottom(), ground.of(rug.tone()), 1.5, false);
            }
        }
    }

    private void diagonal(Mark.Diagonal diagonal) {
        double from = Math.max(frame.xSpan().from(), frame.ySpan().from());
        double to = Math.min(frame.xSpan().to(), frame.ySpan().to());
        if (from < to) {
            pen.line(frame.x(from), frame.y(from), frame.x(to), frame.y(to), ground.of(diagonal.tone()), 1.25, true);
        }
    }
}
