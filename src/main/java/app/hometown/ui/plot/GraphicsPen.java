// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Draws off-screen.
final class GraphicsPen implements Pen {
    private final Graphics2D g;
    private @Nullable Shape before;

    GraphicsPen(Graphics2D g) {
        this.g = g;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        before = g.getClip();
        g.clip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void unclip() {
        g.setClip(before);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int colour, double width, boolean dashed) {
        stroke(colour, width, dashed);
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void path(double[] x, double[] y, int count, int colour, double width, boolean dashed) {
        stroke(colour, width, dashed);
        g.draw(shape(x, y, count));
    }

    @Override
    public void area(double[] x, double[] y, int count, int colour) {
        g.setColor(new Color(colour, true));
        g.fill(shape(x, y, count));
    }

    @Override
    public void box(double x, double y, double width, double height, int colour) {
        g.setColor(new Color(colour, true));
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void disc(double x, double y, double radius, int colour) {
        g.setColor(new Color(colour, true));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(String text, double x, double baseline, Lettering lettering, int colour, Align align) {
        g.setColor(new Color(colour, true));
        g.setFont(lettering.font());
        double width = align == Align.LEFT ? 0 : lettering.width(text);
        double left = align == Align.LEFT ? x : align == Align.RIGHT ? x - width : x - width / 2;
        g.drawString(text, (float) left, (float) baseline);
    }

    private static Path2D shape(double[] x, double[] y, int count) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        return path;
    }

    private void stroke(int colour, double width, boolean dashed) {
        g.setColor(new Color(colour, true));
        float[] dashes = {4, 3};
        g.setStroke(
                dashed
                        ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0)
                        : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }
}
