// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;

/// Finds what a figure has near a place. O(points) a look, of which a drawn figure has few.
final class Readings {
    /// A point farther from the pointer than this is not meant, in pixels.
    private static final double NEAR = 40;

    /// Two stops of the keyboard are at least this far apart.
    private static final double STRIDE = 6;

    private final Frame frame;
    private final double x;
    private final double y;
    private final List<Reading.Line> lines = new ArrayList<>();
    private String title = "";
    private double atX = Double.NaN;
    private double atY = Double.NaN;
    private double nearest = Double.MAX_VALUE;

    private Readings(Frame frame, double x, double y) {
        this.frame = frame;
        this.x = x;
        this.y = y;
    }

    /// What is near a place between the axes; empty where there is nothing.
    static Optional<Reading> at(Frame frame, double x, double y) {
        if (!frame.holds(x, y)) {
            return Optional.empty();
        }
        Readings readings = new Readings(frame, x, y);
        frame.figure().marks().forEach(readings::read);
        return readings.lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reading(
                        readings.title,
                        readings.lines,
                        Double.isNaN(readings.atX) ? x : readings.atX,
                        Double.isNaN(readings.atY) ? y : readings.atY));
    }

    /// Places to read from one to the next by keyboard, in order.
    static List<Point2D> stops(Frame frame) {
        double middleX = (frame.left() + frame.right()) / 2;
        double middleY = (frame.top() + frame.bottom()) / 2;
        List<Point2D> stops = new ArrayList<>();
        if (frame.figure().y().named()) {
            frame.yTicks().at().forEach(at -> stops.add(new Point2D(middleX, frame.y(at))));
            return stops;
        }
        TreeSet<Double> xs = new TreeSet<>();
        if (frame.figure().x().named()) {
            frame.xTicks().at().forEach(at -> xs.add(frame.x(at)));
        }
        for (Mark mark : frame.figure().marks()) {
            Numbers numbers =
                    switch (mark) {
                        case Mark.Line line -> line.x();
                        case Mark.Points points -> points.x();
                        case Mark.Intervals intervals -> intervals.at();
                        case Mark.Boxes boxes -> boxes.at();
                        case Mark.Histogram histogram -> middles(histogram.edges());
                        case Mark.HeatMap map -> middles(map.xEdges());
                        default -> Numbers.NONE;
                    };
            for (int i = 0; i < numbers.size(); i++) {
                double place = frame.x(numbers.get(i));
                if (place >= frame.left() && place <= frame.right()) {
                    xs.add(place);
                }
            }
        }
        double last = Double.NEGATIVE_INFINITY;
        for (double place : xs) {
            if (place - last >= STRIDE) {
                stops.add(new Point2D(place, middleY));
                last = place;
            }
        }
        return stops;
    }

    private static Numbers middles(Numbers edges) {
        return Numbers.of(Math.max(0, edges.size() - 1), i -> (edges.get(i) + edges.get(i + 1)) / 2);
    }

    private void read(Mark mark) {
        switch (mark) {
            case Mark.Line line -> {
                if (line.stroke() != Mark.Stroke.THIN) {
                    point(line);
                }
            }
            case Mark.Points points -> single(points);
            case Mark.Band band -> band(band);
            case Mark.Bars bars -> bars(bars);
            case Mark.Histogram histogram -> histogram(histogram);
            case Mark.Intervals intervals -> intervals(intervals);
            case Mark.Boxes boxes -> box(boxes);
            case Mark.HeatMap map -> cell(map);
            case Mark.Rug rug -> {}
            case Mark.Rule rule -> {}
            case Mark.Diagonal diagonal -> {}
        }
    }

    /// The point of a line that is nearest along the horizontal axis, and of those the nearest one.
    private void point(Mark.Line mark) {
        Numbers xs = mark.x();
        Numbers ys = mark.y();
        int found = -1;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < xs.size(); i++) {
            double px = frame.x(xs.get(i));
            double py = frame.y(ys.get(i));
            double away = Math.abs(px - x) * 1e3 + Math.abs(py - y);
            if (Double.isFinite(py) && frame.holds(px, py) && away < best) {
                best = away;
                found = i;
            }
        }
        if (found < 0) {
            return;
        }
        double px = frame.x(xs.get(found));
        double py = frame.y(ys.get(found));
        double away = Math.hypot(px - x, py - y);
        if (away < nearest) {
            nearest = away;
            atX = px;
            atY = py;
            title = frame.figure().x().words(xs.get(found));
            title = frame.figure().x().label().isEmpty()
                    ? title
                    : frame.figure().x().label() + " " + title;
        }
        String value = frame.figure().y().words(ys.get(found));
        lines.add(new Reading.Line(mark.tone(), mark.name(), value + extras(mark, found), px, py));
    }

    private void single(Mark.Points points) {
        int found = -1;
        double best = NEAR;
        for (int i = 0; i < points.x().size(); i++) {
            double away = Math.hypot(
                    frame.x(points.x().get(i)) - x, frame.y(points.y().get(i)) - y);
            if (away < best) {
                best = away;
                found = i;
            }
        }
        if (found >= 0) {
            Axis across = frame.figure().x();
            Axis up = frame.figure().y();
            atX = frame.x(points.x().get(found));
            atY = frame.y(points.y().get(found));
            String value = across.words(points.x().get(found)) + ", "
                    + up.words(points.y().get(found));
            lines.add(new Reading.Line(points.tone(), points.name(), value + extras(points, found), atX, atY));
        }
    }

    private void band(Mark.Band band) {
        if (band.name().isEmpty()) {
            return;
        }
        int found = -1;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < band.x().size(); i++) {
            double away = Math.abs(frame.x(band.x().get(i)) - x);
            if (away < best) {
                best = away;
                found = i;
            }
        }
        if (found >= 0) {
            Axis up = frame.figure().y();
            lines.add(new Reading.Line(
                    band.tone(),
                    band.name(),
                    range(up.words(band.low().get(found)), up.words(band.high().get(found))),
                    Double.NaN,
                    Double.NaN));
        }
    }

    private void bars(Mark.Bars bars) {
        boolean flat = frame.figure().y().named();
        Axis names = flat ? frame.figure().y() : frame.figure().x();
        Axis numbers = flat ? frame.figure().x() : frame.figure().y();
        int place = place(names, flat);
        if (place < bars.values().size()) {
            title = names.names().get(place);
            double value = bars.values().get(place);
            lines.add(new Reading.Line(
                    bars.tone(), bars.name(), numbers.words(value) + extras(bars, place), Double.NaN, Double.NaN));
        }
    }

    /// The name under the pointer.
    private int place(Axis names, boolean down) {
        double share = down ? frame.yShare(y) : frame.xShare(x);
        int place = Math.clamp(
                (int) (share * names.names().size()), 0, names.names().size() - 1);
        if (down) {
            atY = frame.y(place);
        } else {
            atX = frame.x(place);
        }
        return place;
    }

    private void histogram(Mark.Histogram histogram) {
        Numbers edges = histogram.edges();
        double value = frame.xSpan().value(frame.xShare(x));
        for (int i = 0; i < histogram.counts().size(); i++) {
            boolean last = i == histogram.counts().size() - 1;
            if (value >= edges.get(i) && (value < edges.get(i + 1) || (last && value <= edges.get(i + 1)))) {
                Axis across = frame.figure().x();
                title = range(across.words(edges.get(i)), across.words(edges.get(i + 1)));
                atX = (frame.x(edges.get(i)) + frame.x(edges.get(i + 1))) / 2;
                lines.add(new Reading.Line(
                        histogram.tone(),
                        histogram.name(),
                        frame.figure().y().words(histogram.counts().get(i)),
                        Double.NaN,
                        Double.NaN));
            }
        }
    }

    private void intervals(Mark.Intervals intervals) {
        boolean flat = intervals.along() == Mark.Along.X;
        Axis numbers = flat ? frame.figure().x() : frame.figure().y();
        Axis other = flat ? frame.figure().y() : frame.figure().x();
        int found = -1;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < intervals.at().size(); i++) {
            double at = intervals.at().get(i);
            double away = flat ? Math.abs(frame.y(at) - y) : Math.abs(frame.x(at) - x);
            if (away < best) {
                best = away;
                found = i;
            }
        }
        double slot = Math.abs(flat ? frame.y(1) - frame.y(0) : frame.x(1) - frame.x(0));
        if (found < 0 || best > (other.named() ? slot / 2 : NEAR)) {
            return;
        }
        double at = intervals.at().get(found);
        double estimate = intervals.estimate().get(found);
        title = other.words(at);
        title = other.named() || other.label().isEmpty() ? title : other.label() + " " + title;
        double px = flat ? frame.x(estimate) : frame.x(at);
        double py = flat ? frame.y(at) : frame.y(estimate);
        atX = flat ? atX : px;
        atY = flat ? py : atY;
        String value = numbers.words(estimate);
        if (Double.isFinite(intervals.low().get(found))) {
            value += " ("
                    + range(
                            numbers.words(intervals.low().get(found)),
                            numbers.words(intervals.high().get(found)))
                    + ")";
        }
        lines.add(new Reading.Line(
                intervals.tone(), intervals.name(), value + extras(intervals, found), Double.NaN, Double.NaN));
    }

    private void box(Mark.Boxes boxes) {
        int found = -1;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < boxes.at().size(); i++) {
            double away = Math.abs(frame.x(boxes.at().get(i)) - x);
            if (away < best && Double.isFinite(boxes.middle().get(i))) {
                best = away;
                found = i;
            }
        }
        if (found < 0) {
            return;
        }
        Axis across = frame.figure().x();
        Axis up = frame.figure().y();
        title = across.words(boxes.at().get(found));
        atX = frame.x(boxes.at().get(found));
        lines.add(new Reading.Line(
                boxes.tone(),
                boxes.name(),
                Texts.text(
                                "plot.box",
                                up.words(boxes.middle().get(found)),
                                up.words(boxes.low().get(found)),
                                up.words(boxes.high().get(found)),
                                up.words(boxes.least().get(found)),
                                up.words(boxes.most().get(found)))
                        + extras(boxes, found),
                Double.NaN,
                Double.NaN));
    }

    private void cell(Mark.HeatMap map) {
        int column = cell(map.xEdges(), frame.xSpan().value(frame.xShare(x)));
        int row = cell(map.yEdges(), frame.ySpan().value(frame.yShare(y)));
        if (column < 0 || row < 0) {
            return;
        }
        double value = map.values().get(row * map.columns() + column);
        if (!Double.isFinite(value)) {
            return;
        }
        Axis across = frame.figure().x();
        Axis up = frame.figure().y();
        title = words(across, map.xEdges(), column) + " · " + words(up, map.yEdges(), row);
        lines.add(new Reading.Line(
                map.tone(),
                map.name().isEmpty() ? map.label() : map.name(),
                map.style().value(value),
                Double.NaN,
                Double.NaN));
    }

    private static int cell(Numbers edges, double value) {
        for (int i = 0; i + 1 < edges.size(); i++) {
            if (value >= edges.get(i) && value <= edges.get(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private static String words(Axis axis, Numbers edges, int at) {
        return axis.named() ? axis.words(at) : range(axis.words(edges.get(at)), axis.words(edges.get(at + 1)));
    }

    private static String range(String from, String to) {
        return Texts.text("plot.range", from, to);
    }

    private static String extras(Mark mark, int place) {
        return mark.extras().stream()
                .filter(extra -> Double.isFinite(extra.values().get(place)))
                .map(extra -> " · " + extra.label() + " "
                        + extra.style().value(extra.values().get(place)))
                .collect(Collectors.joining());
    }
}
