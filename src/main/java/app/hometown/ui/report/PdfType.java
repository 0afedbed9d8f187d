// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.report;

import app.hometown.ui.plot.Lettering;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The typeface of a PDF, of which the letters that are used are embedded. A text with letters that it has not, such as
/// a Chinese name, is drawn as outlines of whatever face the system has for them.
final class PdfType {
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private final PDType0Font regular;
    private final PDType0Font bold;

    PdfType(PDDocument document) throws IOException {
        regular = PDType0Font.load(document, new ByteArrayInputStream(Lettering.file(false)), true);
        bold = PDType0Font.load(document, new ByteArrayInputStream(Lettering.file(true)), true);
    }

    /// How wide a text is at a size.
    double width(String text, boolean strong, double size) {
        PDType0Font font = strong ? bold : regular;
        try {
            return has(font, text)
                    ? font.getStringWidth(text) / 1000 * size
                    : outline(text, strong, size).getBounds2D().getMaxX();
        } catch (IOException e) {
            throw new IllegalStateException("the font in the program is damaged", e);
        }
    }

    /// Writes a text in the colour that is set for filling.
    ///
    /// @param x of its left end, in points from the left
    /// @param y of its baseline, in points from below
    void show(PDPageContentStream page, String text, boolean strong, double size, double x, double y)
            throws IOException {
        PDType0Font font = strong ? bold : regular;
        if (has(font, text)) {
            page.beginText();
            page.setFont(font, (float) size);
            page.newLineAtOffset((float) x, (float) y);
            page.showText(text);
            page.endText();
        } else {
            fill(page, outline(text, strong, size), x, y);
        }
    }

    private static boolean has(PDType0Font font, String text) throws IOException {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            try {
                font.encode(Character.toString(text.codePointAt(at)));
            } catch (IllegalArgumentException noSuchGlyph) {
                return false;
            }
        }
        return true;
    }

    private static Shape outline(String text, boolean strong, double size) {
        Font system = new Font(Font.SANS_SERIF, strong ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
        char[] letters = text.toCharArray();
        int direction = java.text.Bidi.requiresBidi(letters, 0, letters.length)
                ? Font.LAYOUT_RIGHT_TO_LEFT
                : Font.LAYOUT_LEFT_TO_RIGHT;
        return system.layoutGlyphVector(METRICS, letters, 0, letters.length, direction)
                .getOutline();
    }

    private static void fill(PDPageContentStream page, Shape shape, double x, double y) throws IOException {
        double[] c = new double[6];
        double px = 0;
        double py = 0;
        boolean any = false;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            any = true;
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> page.moveTo((float) (x + c[0]), (float) (y - c[1]));
                case PathIterator.SEG_LINETO -> page.lineTo((float) (x + c[0]), (float) (y - c[1]));
                case PathIterator.SEG_QUADTO -> {
                    // A quadratic curve as a cubic one.
                    curve(
                            page,
                            x,
                            y,
                            px + (c[0] - px) * 2 / 3,
                            py + (c[1] - py) * 2 / 3,
                            c[2] + (c[0] - c[2]) * 2 / 3,
                            c[3] + (c[1] - c[3]) * 2 / 3,
                            c[2],
                            c[3]);
                    c[0] = c[2];
                    c[1] = c[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    curve(page, x, y, c[0], c[1], c[2], c[3], c[4], c[5]);
                    c[0] = c[4];
                    c[1] = c[5];
                }
                default -> page.closePath();
            }
            px = c[0];
            py = c[1];
        }
        if (any) {
            page.fill();
        }
    }

    private static void curve(
            PDPageContentStream page,
            double x,
            double y,
            double x1,
            double y1,
            double x2,
            double y2,
            double x3,
            double y3)
            throws IOException {
        page.curveTo((float) (x + x1), (float) (y - y1), (float) (x + x2), (float) (y - y2), (float) (x + x3), (float)
                (y - y3));
    }
}
