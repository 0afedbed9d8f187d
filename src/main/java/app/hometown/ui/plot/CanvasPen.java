// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws on a canvas. On the JavaFX thread.
final class CanvasPen implements Pen {
    private final GraphicsContext g;

    CanvasPen(GraphicsContext g) {
        this.g = g;
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setTextBaseline(VPos.BASELINE);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
    }

    @Override
    public void unclip() {
        g.restore();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int colour, double width, boolean dashed) {
        stroke(colour, width, dashed);
        g.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void path(double[] x, double[] y, int count, int colour, double width, boolean dashed) {
        stroke(colour, width, dashed);
        g.strokePolyline(x, y, count);
    }

    @Override
    public void area(double[] x, double[] y, int count, int colour) {
        g.setFill(colour(colour));
        g.fillPolygon(x, y, count);
    }

    @Override
    public void box(double x, double y, double width, double height, int colour) {
        g.setFill(colour(colour));
        g.fillRect(x, y, width, height);
    }

    @Override
    public void disc(double x, double y, double radius, int colour) {
        g.setFill(colour(colour));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, double x, double baseline, Lettering lettering, int colour, Align align) {
        g.setFill(colour(colour));
        g.setFont(Font.font(lettering.bold() ? "IBM Plex Sans SmBld" : "IBM Plex Sans", lettering.size()));
        g.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        g.fillText(text, x, baseline);
    }

    private void stroke(int colour, double width, boolean dashed) {
        g.setStroke(colour(colour));
        g.setLineWidth(width);
        if (dashed) {
            g.setLineDashes(4, 3);
        } else {
            g.setLineDashes();
        }
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
    }
}
