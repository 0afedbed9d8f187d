// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.report;

import app.hometown.ui.plot.Lettering;
import app.hometown.ui.plot.Pen;
import java.util.Locale;

/// Draws as SVG, for a page that has the typeface.
final class SvgPen implements Pen {
    private final StringBuilder out = new StringBuilder();
    private final String key;
    private int clips;

    /// @param key of the figure, for names that the page has only once
    SvgPen(String key) {
        this.key = key;
    }

    /// What was drawn, to be put into an svg element.
    String drawn() {
        return out.toString();
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        String id = key + "-clip" + clips++;
        out.append("<clipPath id=\"").append(id).append("\"><rect");
        box(x, y, width, height);
        out.append("/></clipPath><g clip-path=\"url(#").append(id).append(")\">");
    }

    @Override
    public void unclip() {
        out.append("</g>");
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int colour, double width, boolean dashed) {
        out.append("<line");
        attribute("x1", x1).attribute("y1", y1).attribute("x2", x2).attribute("y2", y2);
        stroke(colour, width, dashed);
    }

    @Override
    public void path(double[] x, double[] y, int count, int colour, double width, boolean dashed) {
        out.append("<polyline fill=\"none\" stroke-linejoin=\"round\"");
        points(x, y, count);
        stroke(colour, width, dashed);
    }

    @Override
    public void area(double[] x, double[] y, int count, int colour) {
        out.append("<polygon");
        points(x, y, count);
        paint("fill", colour);
        out.append("/>");
    }

    @Override
    public void box(double x, double y, double width, double height, int colour) {
        out.append("<rect");
        box(x, y, width, height);
        paint("fill", colour);
        out.append("/>");
    }

    @Override
    public void disc(double x, double y, double radius, int colour) {
        out.append("<circle");
        attribute("cx", x).attribute("cy", y).attribute("r", radius);
        paint("fill", colour);
        out.append("/>");
    }

    @Override
    public void text(String text, double x, double baseline, Lettering lettering, int colour, Align align) {
        out.append("<text");
        attribute("x", x).attribute("y", baseline).attribute("font-size", lettering.size());
        if (lettering.bold()) {
            out.append(" font-weight=\"600\"");
        }
        switch (align) {
            case LEFT -> {}
            case MIDDLE -> out.append(" text-anchor=\"middle\"");
            case RIGHT -> out.append(" text-anchor=\"end\"");
        }
        paint("fill", colour);
        out.append('>').append(Html.escaped(text)).append("</text>");
    }

    private void box(double x, double y, double width, double height) {
        attribute("x", x).attribute("y", y).attribute("width", width).attribute("height", height);
    }

    private void points(double[] x, double[] y, int count) {
        out.append(" points=\"");
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
        out.append('"');
    }

    private void stroke(int colour, double width, boolean dashed) {
        paint("stroke", colour);
        attribute("stroke-width", width);
        out.append(dashed ? " stroke-dasharray=\"4 3\"/>" : "/>");
    }

    private void paint(String what, int colour) {
        out.append(String.format(Locale.ROOT, " %s=\"#%06x\"", what, colour & 0xffffff));
        int alpha = colour >>> 24;
        if (alpha < 255) {
            attribute(what + "-opacity", alpha / 255.0);
        }
    }

    private SvgPen attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    /// With two decimals at most: a hundredth of a pixel.
    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
