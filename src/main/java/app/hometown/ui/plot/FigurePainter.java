// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.ArrayList;
import java.util.List;

/// Paints a figure that is laid out.
final class FigurePainter {
    private static final double HAIR = 1;

    private final Frame frame;
    private final Ground ground;
    private final Pen pen;

    private FigurePainter(Frame frame, Ground ground, Pen pen) {
        this.frame = frame;
        this.ground = ground;
        this.pen = pen;
    }

    /// Paints everything, the surface too.
    static void paint(Frame frame, Ground ground, Pen pen) {
        new FigurePainter(frame, ground, pen).paint();
    }

    private void paint() {
        pen.box(0, 0, frame.width(), frame.height(), ground.surface());
        grid();
        pen.clip(
                frame.left() - 5,
                frame.top() - 5,
                frame.right() - frame.left() + 10,
                frame.bottom() - frame.top() + 10);
        new MarkPainter(frame, ground, pen).paint();
        pen.unclip();
        axes();
        ruleNames();
        for (Frame.Key key : frame.keys()) {
            key(key);
        }
        for (Frame.Word word : frame.words()) {
            pen.text(word.text(), word.x(), word.baseline(), word.lettering(), ground.of(word.tone()), word.align());
        }
    }

    private void grid() {
        if (!frame.figure().y().named()) {
            for (double at : frame.yTicks().at()) {
                double y = crisp(frame.y(at));
                pen.line(frame.left(), y, frame.right(), y, ground.grid(), HAIR, false);
            }
        }
        if (!frame.figure().x().named() && !counted()) {
            for (double at : frame.xTicks().at()) {
                double x = crisp(frame.x(at));
                pen.line(x, frame.top(), x, frame.bottom(), ground.grid(), HAIR, false);
            }
        }
    }

    /// Whether the figure counts along the horizontal axis, where lines upward would say nothing.
    private boolean counted() {
        return frame.figure().marks().stream().anyMatch(mark -> mark instanceof Mark.Histogram);
    }

    private void axes() {
        if (!frame.figure().y().named()) {
            double y = crisp(frame.bottom());
            pen.line(frame.left(), y, frame.right(), y, ground.line(), HAIR, false);
        }
        boolean bars = frame.figure().marks().stream().anyMatch(mark -> mark instanceof Mark.Bars);
        if (bars && frame.figure().y().named()) {
            double x = crisp(frame.x(0));
            pen.line(x, frame.top(), x, frame.bottom(), ground.line(), HAIR, false);
        } else if (bars && frame.ySpan().from() < 0) {
            double y = crisp(frame.y(0));
            pen.line(frame.left(), y, frame.right(), y, ground.line(), HAIR, false);
        }
    }

    /// Names of lines across, each in the first row where it stands free.
    private void ruleNames() {
        List<double[]> taken = new ArrayList<>();
        for (Mark mark : frame.figure().marks()) {
            if (!(mark instanceof Mark.Rule rule) || rule.name().isEmpty()) {
                continue;
            }
            double wide = Lettering.LABEL.width(rule.name());
            double row = Lettering.LABEL.leading();
            if (rule.along() == Mark.Along.X) {
                double at = frame.x(rule.value());
                if (!(at >= frame.left() - 1 && at <= frame.right() + 1)) {
                    continue;
                }
                boolean above = FrameLayout.namesRulesAbove(frame.figure());
                double beside = at + 5 + wide > frame.right() ? at - 5 - wide : at + 5;
                double x = above ? Math.min(at - wide / 2, frame.width() - wide - 6) : beside;
                double baseline = above ? frame.top() - 5 : frame.top() + row - 3;
                while (overlaps(taken, x, baseline, wide)) {
                    baseline += row;
                }
                note(rule, x, baseline, wide, taken);
            } else {
                double at = frame.y(rule.value());
                if (!(at >= frame.top() - 1 && at <= frame.bottom() + 1)) {
                    continue;
                }
                double baseline = at - row < frame.top() ? at + row - 2 : at - 4;
                double x = frame.left() + 4;
                double end = frame.right() - wide - 4;
                boolean atEnd = drawn(x, baseline, wide) > drawn(end, baseline, wide);
                note(rule, atEnd ? end : x, baseline, wide, taken);
            }
        }
    }

    /// How many numbers of lines and intervals lie where a name would stand.
    private int drawn(double x, double baseline, double wide) {
        int drawn = 0;
        for (Mark mark : frame.figure().marks()) {
            Numbers xs = Numbers.NONE;
            Numbers ys = Numbers.NONE;
            if (mark instanceof Mark.Line line) {
                xs = line.x();
                ys = line.y();
            } else if (mark instanceof Mark.Intervals intervals && intervals.along() == Mark.Along.Y) {
                xs = intervals.at();
                ys = intervals.estimate();
            }
            for (int i = 0; i < xs.size(); i++) {
                double away = frame.x(xs.get(i));
                double down = frame.y(ys.get(i)) - baseline;
                drawn += away > x - 8 && away < x + wide + 8 && down > -22 && down < 12 ? 1 : 0;
            }
        }
        return drawn;
    }

    private static boolean overlaps(List<double[]> taken, double x, double baseline, double wide) {
        return taken.stream()
                .anyMatch(box -> Math.abs(box[1] - baseline) < Lettering.LABEL.leading()
                        && x < box[0] + box[2] + 4
                        && box[0] < x + wide + 4);
    }

    private void note(Mark.Rule rule, double x, double baseline, double wide, List<double[]> taken) {
        taken.add(new double[] {x, baseline, wide});
        pen.box(x - 2, baseline - 10, wide + 4, 13, (ground.surface() & 0xffffff) | 0xd0000000);
        Tone tone = rule.tone() == Tone.QUIET ? Tone.QUIET : Tone.STRONG;
        pen.text(rule.name(), x, baseline, Lettering.LABEL, ground.of(tone), Pen.Align.LEFT);
    }

    private void key(Frame.Key key) {
        double x = key.x();
        double y = key.middle();
        int colour = ground.of(key.mark().tone());
        switch (key.mark()) {
            case Mark.Line line -> {
                boolean thin = line.stroke() == Mark.Stroke.THIN;
                int tint = ground.of(line.tone(), thin ? MarkPainter.THIN : 1);
                pen.line(x, y, x + 16, y, tint, thin ? 1 : 2, line.stroke() == Mark.Stroke.DASHED);
            }
            case Mark.Diagonal diagonal -> pen.line(x, y, x + 16, y, colour, 1.25, true);
            case Mark.Rule rule -> pen.line(x, y, x + 16, y, colour, 1.25, true);
            case Mark.Band band -> pen.box(x + 2, y - 5, 12, 10, ground.of(band.tone(), 0.25));
            case Mark.Points points -> pen.disc(x + 8, y, 4, colour);
            case Mark.Rug rug -> {
                for (int tick = 3; tick <= 13; tick += 5) {
                    pen.line(x + tick, y - 4, x + tick, y + 4, colour, 1.5, false);
                }
            }
            case Mark.Intervals intervals -> {
                pen.line(x, y, x + 16, y, colour, 1.5, false);
                pen.disc(x + 8, y, 4, colour);
            }
            case Mark.Boxes boxes -> {
                pen.line(x + 8, y - 6, x + 8, y + 6, colour, 1.25, false);
                pen.box(x + 3, y - 4, 10, 8, colour);
            }
            case Mark.Histogram histogram -> {
                pen.box(x + 2, y - 5, 12, 10, ground.of(histogram.tone(), MarkPainter.FILL));
                pen.line(x + 2, y - 5, x + 14, y - 5, colour, 1.5, false);
            }
            case Mark.Bars bars -> pen.box(x + 2, y - 5, 12, 10, colour);
            case Mark.HeatMap map -> pen.box(x + 2, y - 5, 12, 10, colour);
        }
    }

    /// In the middle of a pixel, so that a thin line is one pixel wide.
    static double crisp(double place) {
        return Math.floor(place) + 0.5;
    }
}
