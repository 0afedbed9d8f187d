// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Lays a figure out: title and finding above, legend only where lines cannot be named beside themselves, the vertical
/// axis named above it so that no text stands on its side, footnote below.
final class FrameLayout {
    private static final double EDGE = 12;
    private static final double TOP = 10;
    private static final double GAP = 6;
    private static final double KEY = 16;
    private static final double KEY_GAP = 18;

    /// Room for buttons at the top right.
    private static final double BUTTONS = 32;

    private static final double X_TICK = 64;
    private static final double Y_TICK = 36;
    private static final double NAMES = 0.44;

    private final Figure figure;
    private final double width;
    private final double height;
    private final Span xSpan;
    private final Span ySpan;
    private final List<Frame.Word> words = new ArrayList<>();
    private final List<Frame.Key> keys = new ArrayList<>();
    private double y = TOP;

    private FrameLayout(Figure figure, double width, double height, Span xSpan, Span ySpan) {
        this.figure = figure;
        this.width = width;
        this.height = height;
        this.xSpan = xSpan;
        this.ySpan = ySpan;
    }

    /// All of a figure.
    static Frame of(Figure figure, double width, double height) {
        return of(figure, width, height, Span.of(figure, Mark.Along.X), Span.of(figure, Mark.Along.Y));
    }

    /// A part of a figure.
    static Frame of(Figure figure, double width, double height, Span xSpan, Span ySpan) {
        return new FrameLayout(figure, width, height, xSpan, ySpan).frame();
    }

    private Frame frame() {
        lines(figure.title(), Lettering.TITLE, width - 2 * EDGE - BUTTONS, 2, Tone.STRONG);
        lines(figure.finding(), Lettering.FINDING, width - 2 * EDGE - (y == TOP ? BUTTONS : 0), 3, Tone.QUIET);
        y += GAP;
        double foot = footnote();
        boolean xTitled = !figure.x().title().isEmpty();
        double bottom = foot - (xTitled ? 34 : 20);
        boolean yTitled = !figure.y().title().isEmpty();
        double titleRow = yTitled ? Lettering.LABEL.leading() + 3 : 2;
        List<Mark.Line> direct = beside(bottom - y - titleRow);
        if (direct.isEmpty() && figure.named().size() > 1) {
            legend();
        }
        double axisTitle = y + Lettering.LABEL.size();
        y += namesRulesAbove(figure) && !yTitled ? Lettering.LABEL.leading() + 3 : titleRow;
        double top = Math.min(y + 4, bottom - 10);
        Ticks yTicks = ticks(figure.y(), ySpan, (int) Math.max(2, (bottom - top) / Y_TICK));
        double left = EDGE + labelWidth(figure.y(), yTicks) + GAP;
        if (yTitled) {
            word(
                    Lettering.LABEL.cut(figure.y().title(), width - 2 * EDGE),
                    EDGE,
                    axisTitle,
                    Lettering.LABEL,
                    Pen.Align.LEFT,
                    Tone.QUIET);
        }
        double right = width - EDGE - 6;
        for (Mark.Line line : direct) {
            double end = Math.max(0, xSpan.share(lastX(line)));
            double room = Lettering.STRONG.width(line.name()) + 10;
            right = Math.min(right, left + (width - EDGE - room - left) / Math.max(end, 1e-9));
        }
        right = Math.max(right, left + 20);
        Ticks xTicks = ticks(figure.x(), xSpan, (int) Math.max(2, (right - left) / X_TICK));
        Frame frame = new Frame(
                figure, width, height, left, top, right, bottom, xSpan, ySpan, xTicks, yTicks, List.of(), List.of());
        xLabels(frame);
        yLabels(frame);
        for (Mark.Line line : direct) {
            word(
                    line.name(),
                    frame.x(lastX(line)) + 7,
                    frame.y(lastY(line)) + 4,
                    Lettering.STRONG,
                    Pen.Align.LEFT,
                    Tone.STRONG);
        }
        if (xTitled) {
            String title = Lettering.LABEL.cut(figure.x().title(), width - 2 * EDGE);
            double start = Math.max(EDGE, right - Lettering.LABEL.width(title));
            word(title, start, bottom + 30, Lettering.LABEL, Pen.Align.LEFT, Tone.QUIET);
        }
        return new Frame(figure, width, height, left, top, right, bottom, xSpan, ySpan, xTicks, yTicks, words, keys);
    }

    /// Whether lines across are named above the plot: where a row is a name's, there is no row to spare within.
    static boolean namesRulesAbove(Figure figure) {
        return figure.y().named()
                && figure.marks().stream()
                        .anyMatch(mark -> mark instanceof Mark.Rule rule
                                && rule.along() == Mark.Along.X
                                && !rule.name().isEmpty());
    }

    private void lines(String text, Lettering lettering, double room, int most, Tone tone) {
        for (String line : lettering.lines(text, room, most)) {
            y += lettering.leading();
            word(line, EDGE, y - 4, lettering, Pen.Align.LEFT, tone);
        }
    }

    /// Where the footnote begins.
    private double footnote() {
        List<String> lines = Lettering.LABEL.lines(figure.footnote(), width - 2 * EDGE, 3);
        double start = height - 8 - lines.size() * Lettering.LABEL.leading();
        for (int i = 0; i < lines.size(); i++) {
            double baseline = start + (i + 1) * Lettering.LABEL.leading() - 3;
            word(lines.get(i), EDGE, baseline, Lettering.LABEL, Pen.Align.LEFT, Tone.QUIET);
        }
        return lines.isEmpty() ? height - 6 : start - 2;
    }

    private void legend() {
        double x = EDGE;
        double row = Lettering.LABEL.leading() + 2;
        for (Mark mark : figure.named()) {
            String name = Lettering.LABEL.cut(mark.name(), width - 2 * EDGE - KEY - 4);
            double wide = KEY + 4 + Lettering.LABEL.width(name);
            if (x > EDGE && x + wide > width - EDGE) {
                x = EDGE;
                y += row;
            }
            keys.add(new Frame.Key(mark, x, y + row / 2));
            word(name, x + KEY + 4, y + row / 2 + 4, Lettering.LABEL, Pen.Align.LEFT, Tone.STRONG);
            x += wide + KEY_GAP;
        }
        y += row + 4;
    }

    /// The lines that can be named at their ends: all that the legend would name are lines that end together and
    /// apart from each other.
    private List<Mark.Line> beside(double room) {
        List<Mark.Line> lines = new ArrayList<>();
        for (Mark mark : figure.named()) {
            if (!(mark instanceof Mark.Line line) || line.x().size() == 0 || !ends(line)) {
                return List.of();
            }
            lines.add(line);
        }
        if (lines.size() < 2) {
            return List.of();
        }
        lines.sort(Comparator.comparingDouble(FrameLayout::lastY));
        for (int i = 1; i < lines.size(); i++) {
            double apart = (ySpan.share(lastY(lines.get(i))) - ySpan.share(lastY(lines.get(i - 1)))) * room;
            if (Lettering.STRONG.width(lines.get(i).name()) > width / 3
                    || apart < Lettering.STRONG.leading()
                    || Math.abs(xSpan.share(lastX(lines.get(i))) - xSpan.share(lastX(lines.get(0)))) > 0.02) {
                return List.of();
            }
        }
        return lines;
    }

    private boolean ends(Mark.Line line) {
        double x = xSpan.share(lastX(line));
        double inView = ySpan.share(lastY(line));
        return x > 0.5 && x < 1.001 && inView >= 0 && inView <= 1;
    }

    private static double lastX(Mark.Line line) {
        return line.x().get(line.x().size() - 1);
    }

    private static double lastY(Mark.Line line) {
        return line.y().get(line.y().size() - 1);
    }

    private static Ticks ticks(Axis axis, Span span, int wished) {
        return switch (axis.scale()) {
            case LINEAR -> Ticks.linear(span.from(), span.to(), wished, axis.style() == NumberStyle.COUNT ? 1 : 0);
            case LOG -> Ticks.log(span.from(), span.to(), wished);
            case NAMES ->
                new Ticks(
                        IntStream.range(0, axis.names().size())
                                .mapToObj(place -> (double) place)
                                .toList(),
                        1);
        };
    }

    private static String label(Axis axis, Ticks ticks, double at) {
        if (axis.named()) {
            return axis.names().get((int) at);
        }
        double step = axis.scale() == Axis.Scale.LOG ? Math.pow(10, Math.floor(Math.log10(at) + 1e-9)) : ticks.step();
        return axis.style().tick(at, step);
    }

    private double labelWidth(Axis axis, Ticks ticks) {
        double widest = 0;
        for (double at : ticks.at()) {
            widest = Math.max(widest, Lettering.LABEL.width(label(axis, ticks, at)));
        }
        return axis.named() ? Math.min(widest, width * NAMES) : widest;
    }

    private void yLabels(Frame frame) {
        Axis axis = figure.y();
        double room = axis.named() ? width * NAMES : width;
        double slot =
                axis.named() ? (frame.bottom() - frame.top()) / axis.names().size() : Double.MAX_VALUE;
        int every = (int) Math.max(1, Math.ceil(Lettering.LABEL.size() / slot));
        for (int i = 0; i < frame.yTicks().at().size(); i += every) {
            double at = frame.yTicks().at().get(i);
            String text = Lettering.LABEL.cut(label(axis, frame.yTicks(), at), room);
            word(text, frame.left() - GAP, frame.y(at) + 4, Lettering.LABEL, Pen.Align.RIGHT, labelTone(axis));
        }
    }

    private void xLabels(Frame frame) {
        Axis axis = figure.x();
        double slot =
                axis.named() ? (frame.right() - frame.left()) / axis.names().size() - 4 : Double.MAX_VALUE;
        double free = Double.NEGATIVE_INFINITY;
        for (double at : frame.xTicks().at()) {
            String text = Lettering.LABEL.cut(label(axis, frame.xTicks(), at), Math.max(slot, 24));
            double half = Lettering.LABEL.width(text) / 2;
            double middle = Math.clamp(frame.x(at), half + 2, Math.max(half + 2, width - half - 2));
            if (middle - half > free) {
                word(text, middle, frame.bottom() + 15, Lettering.LABEL, Pen.Align.MIDDLE, labelTone(axis));
                free = middle + half + 4;
            }
        }
    }

    private static Tone labelTone(Axis axis) {
        return axis.named() ? Tone.STRONG : Tone.QUIET;
    }

    private void word(String text, double x, double baseline, Lettering lettering, Pen.Align align, Tone tone) {
        words.add(new Frame.Word(text, x, baseline, lettering, align, tone));
    }
}
