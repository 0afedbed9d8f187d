// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.report;

import app.hometown.ui.plot.Lettering;
import app.hometown.ui.plot.Pen;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/// Draws on a page of a PDF: pixels of the window from a place on the page to the right and down, made smaller.
final class PdfPen implements Pen {
    /// Béziers that look like a circle have their handles so far away, of the radius.
    private static final double ROUND = 0.5523;

    private final PDPageContentStream page;
    private final PdfType type;
    private final double left;
    private final double top;
    private final double scale;
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();

    /// @param left in points from the left
    /// @param top in points from below
    /// @param scale points a pixel
    PdfPen(PDPageContentStream page, PdfType type, double left, double top, double scale) {
        this.page = page;
        this.type = type;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    /// Something written to the page.
    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float x(double x) {
        return (float) (left + x * scale);
    }

    private float y(double y) {
        return (float) (top - y * scale);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        write(() -> {
            page.saveGraphicsState();
            page.addRect(x(x), y(y + height), (float) (width * scale), (float) (height * scale));
            page.clip();
        });
    }

    @Override
    public void unclip() {
        write(page::restoreGraphicsState);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int colour, double width, boolean dashed) {
        path(new double[] {x1, x2}, new double[] {y1, y2}, 2, colour, width, dashed);
    }

    @Override
    public void path(double[] x, double[] y, int count, int colour, double width, boolean dashed) {
        write(() -> {
            page.setStrokingColor(new Color(colour & 0xffffff));
            opacity(colour);
            page.setLineWidth((float) (width * scale));
            page.setLineJoinStyle(1);
            page.setLineDashPattern(dashed ? new float[] {(float) (4 * scale), (float) (3 * scale)} : new float[0], 0);
            trace(x, y, count);
            page.stroke();
        });
    }

    @Override
    public void area(double[] x, double[] y, int count, int colour) {
        write(() -> {
            fillWith(colour);
            trace(x, y, count);
            page.closePath();
            page.fill();
        });
    }

    @Override
    public void box(double x, double y, double width, double height, int colour) {
        write(() -> {
            fillWith(colour);
            page.addRect(x(x), y(y + height), (float) (width * scale), (float) (height * scale));
            page.fill();
        });
    }

    @Override
    public void disc(double x, double y, double radius, int colour) {
        double handle = ROUND * radius;
        write(() -> {
            fillWith(colour);
            page.moveTo(x(x + radius), y(y));
            page.curveTo(x(x + radius), y(y + handle), x(x + handle), y(y + radius), x(x), y(y + radius));
            page.curveTo(x(x - handle), y(y + radius), x(x - radius), y(y + handle), x(x - radius), y(y));
            page.curveTo(x(x - radius), y(y - handle), x(x - handle), y(y - radius), x(x), y(y - radius));
            page.curveTo(x(x + handle), y(y - radius), x(x + radius), y(y - handle), x(x + radius), y(y));
            page.fill();
        });
    }

    @Override
    public void text(String text, double x, double baseline, Lettering lettering, int colour, Align align) {
        double size = lettering.size() * scale;
        double width = align == Align.LEFT ? 0 : type.width(text, lettering.bold(), size);
        double start = align == Align.LEFT ? x(x) : align == Align.RIGHT ? x(x) - width : x(x) - width / 2;
        write(() -> {
            fillWith(colour);
            type.show(page, text, lettering.bold(), size, start, y(baseline));
        });
    }

    private void trace(double[] x, double[] y, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                page.moveTo(x(x[i]), y(y[i]));
            } else {
                page.lineTo(x(x[i]), y(y[i]));
            }
        }
    }

    private void fillWith(int colour) throws IOException {
        page.setNonStrokingColor(new Color(colour & 0xffffff));
        opacity(colour);
    }

    private void opacity(int colour) throws IOException {
        page.setGraphicsStateParameters(opacities.computeIfAbsent(colour >>> 24, alpha -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(alpha / 255f);
            state.setStrokingAlphaConstant(alpha / 255f);
            return state;
        }));
    }
}
