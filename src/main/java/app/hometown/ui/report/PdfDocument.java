// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.report;

import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureDrawing;
import app.hometown.ui.plot.Lettering;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/// A document as PDF: A4, figures as vectors with text that can be searched, none of them split between pages, a
/// bookmark a section, the page's number below.
final class PdfDocument implements AutoCloseable {
    private static final double WIDTH = PDRectangle.A4.getWidth();
    private static final double HEIGHT = PDRectangle.A4.getHeight();
    private static final double EDGE = 44;
    private static final double FOOT = 46;
    private static final double GAP = 14;
    private static final double INSET = 12;

    /// A figure is drawn as if it were so wide in the window; two stand side by side.
    private static final double PIXELS = 372;

    private static final double BETWEEN = 20;
    private static final double LEAST = 320;
    private static final double WIDE = 430;
    private static final double CELL = 8.5;
    private static final double SMALLEST_CELL = 7;
    private static final double CELL_GAP = 10;
    private static final int INK = 0x1f2328;
    private static final int QUIET = 0x59636e;

    private final Document document;
    private final PDDocument pdf = new PDDocument();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final PdfType type;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream page;
    private double y;

    private PdfDocument(Document document) throws IOException {
        this.document = document;
        type = new PdfType(pdf);
        page = begin();
    }

    /// Writes it.
    static void write(Document document, OutputStream out) throws IOException {
        try (PdfDocument writing = new PdfDocument(document)) {
            writing.body();
            writing.page.close();
            writing.feet();
            writing.pdf.save(out);
        }
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }

    private PDPageContentStream begin() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        pdf.addPage(next);
        pages.add(next);
        y = HEIGHT - EDGE;
        return new PDPageContentStream(pdf, next);
    }

    /// Begins a page unless there is so much room on this one.
    private void need(double height) throws IOException {
        if (y - height < FOOT) {
            page.close();
            page = begin();
        }
    }

    private void body() throws IOException {
        pdf.getDocumentInformation().setTitle(document.title());
        pdf.getDocumentInformation().setCreator("Hometown");
        pdf.getDocumentCatalog().setLanguage(Locale.getDefault().toLanguageTag());
        pdf.getDocumentCatalog().setDocumentOutline(outline);
        text(document.title(), true, 20, INK, EDGE, WIDTH - 2 * EDGE, 26);
        y -= 8;
        for (String line : document.lead()) {
            text(line, true, 13, INK, EDGE, WIDTH - 2 * EDGE, 18);
            y -= 6;
        }
        facts();
        for (Document.Section section : document.sections()) {
            section(section);
        }
        outline.openNode();
    }

    private void facts() throws IOException {
        double widest = document.facts().stream()
                .mapToDouble(fact -> type.width(fact.name(), false, 9.5))
                .max()
                .orElse(0);
        double left = EDGE + widest + 16;
        for (Document.Fact fact : document.facts()) {
            need(14);
            double before = y;
            text(fact.name(), false, 9.5, QUIET, EDGE, widest + 8, 13.5);
            y = before;
            for (String line : fact.lines()) {
                text(line, false, 9.5, INK, left, WIDTH - EDGE - left, 13.5);
            }
        }
    }

    private void section(Document.Section section) throws IOException {
        y -= GAP;
        // A heading stands above what it heads.
        need(40 + section.parts().stream().findFirst().map(PdfDocument::height).orElse(0.0));
        PDOutlineItem bookmark = new PDOutlineItem();
        bookmark.setTitle(section.title());
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(pages.getLast());
        place.setTop((int) y + 8);
        bookmark.setDestination(place);
        outline.addLast(bookmark);
        page.setStrokingColor(new Color(0xd8dee4));
        page.setLineWidth(0.75f);
        page.moveTo((float) EDGE, (float) y);
        page.lineTo((float) (WIDTH - EDGE), (float) y);
        page.stroke();
        y -= 6;
        text(section.title(), true, 14, INK, EDGE, WIDTH - 2 * EDGE, 20);
        y -= 6;
        List<Document.Picture> row = new ArrayList<>();
        for (Document.Part part : section.parts()) {
            boolean beside = part instanceof Document.Picture picture && !picture.wide();
            if (row.size() == 2 || !beside) {
                row(row);
            }
            switch (part) {
                case Document.Picture picture -> row.add(picture);
                case Document.Missing missing -> {
                    need(height(missing));
                    text(missing.title(), true, 10, INK, EDGE, WIDTH - 2 * EDGE, 14);
                    text(missing.why(), false, 10, QUIET, EDGE, WIDTH - 2 * EDGE, 14);
                    y -= GAP;
                }
                case Document.Note note -> {
                    need(height(note));
                    text(note.title(), true, 10.5, INK, EDGE, WIDTH - 2 * EDGE, 15);
                    for (String line : note.lines()) {
                        text("• " + line, false, 10, INK, EDGE, WIDTH - 2 * EDGE, 14);
                        y -= 3;
                    }
                    y -= GAP;
                }
                case Document.Table table -> table(table);
            }
            if (!beside) {
                row(row);
            }
        }
        row(row);
    }

    /// How much room a part takes, or a table's beginning.
    private static double height(Document.Part part) {
        return switch (part) {
            case Document.Picture picture -> pixels(picture) * scale();
            case Document.Missing missing -> 60;
            case Document.Note note -> 60;
            case Document.Table table -> 60;
        };
    }

    /// Points a pixel: the words of figures stand in line with those of the page.
    private static double scale() {
        return (WIDTH - 2 * EDGE - BETWEEN) / (2 * (PIXELS - 2 * INSET));
    }

    private static double pixels(Document.Picture picture) {
        return picture.wide() ? WIDE : FigureDrawing.height(picture.figure(), LEAST);
    }

    /// Puts figures side by side and forgets them.
    private void row(List<Document.Picture> row) throws IOException {
        if (row.isEmpty()) {
            return;
        }
        need(row.stream().mapToDouble(PdfDocument::height).max().orElse(0));
        double high = row.stream().mapToDouble(PdfDocument::pixels).max().orElse(0);
        for (int i = 0; i < row.size(); i++) {
            Figure figure = row.get(i).figure();
            double wide = row.get(i).wide() ? (WIDTH - 2 * EDGE) / scale() + 2 * INSET : PIXELS;
            double left = EDGE + i * ((PIXELS - 2 * INSET) * scale() + BETWEEN) - INSET * scale();
            FigureDrawing.paint(figure, wide, high, false, new PdfPen(page, type, left, y, scale()));
        }
        y -= high * scale() + 6;
        row.clear();
    }

    private void table(Document.Table table) throws IOException {
        need(height(table));
        text(table.title(), true, 10.5, INK, EDGE, WIDTH - 2 * EDGE, 14);
        double[] wide = columns(table);
        double room = WIDTH - 2 * EDGE;
        double size = Math.clamp(CELL * room / Arrays.stream(wide).sum(), SMALLEST_CELL, CELL);
        for (int column = 0; column < wide.length; column++) {
            wide[column] *= size / CELL;
        }
        narrow(wide, room);
        cells(table.header(), true, size, wide);
        for (List<String> line : table.rows()) {
            if (y - 14 < FOOT) {
                need(HEIGHT);
                cells(table.header(), true, size, wide);
            }
            cells(line, false, size, wide);
        }
        y -= GAP;
    }

    /// How wide columns are to be so that everything stands in them.
    private double[] columns(Document.Table table) {
        double[] wide = new double[table.header().size()];
        for (int column = 0; column < wide.length; column++) {
            wide[column] = CELL_GAP + type.width(table.header().get(column), true, CELL);
            for (List<String> line : table.rows()) {
                wide[column] = Math.max(wide[column], CELL_GAP + type.width(line.get(column), false, CELL));
            }
        }
        return wide;
    }

    /// Cuts the widest columns to one width where there is not enough room for all.
    private static void narrow(double[] wide, double room) {
        double[] ascending = wide.clone();
        Arrays.sort(ascending);
        double left = room;
        double most = Double.MAX_VALUE;
        for (int i = 0; i < ascending.length; i++) {
            if (ascending[i] * (ascending.length - i) > left) {
                most = left / (ascending.length - i);
                break;
            }
            left -= ascending[i];
        }
        for (int column = 0; column < wide.length; column++) {
            wide[column] = Math.min(wide[column], most);
        }
    }

    private void cells(List<String> cells, boolean strong, double size, double[] wide) throws IOException {
        y -= 13;
        page.setNonStrokingColor(new Color(INK));
        double left = EDGE;
        for (int i = 0; i < cells.size(); i++) {
            type.show(page, cut(cells.get(i), strong, size, wide[i] - 4), strong, size, left, y);
            left += wide[i];
        }
    }

    private String cut(String text, boolean strong, double size, double width) {
        String shown = text;
        while (shown.length() > 1 && type.width(shown, strong, size) > width) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }

    /// Writes a text in as many lines as it takes.
    private void text(String text, boolean strong, double size, int colour, double left, double width, double leading)
            throws IOException {
        Lettering lettering = strong ? Lettering.TITLE : Lettering.FINDING;
        for (String line : lettering.lines(broken(text), width * lettering.size() / size, Integer.MAX_VALUE)) {
            need(leading);
            y -= leading;
            page.setNonStrokingColor(new Color(colour));
            type.show(page, line, strong, size, left, y + 3);
        }
    }

    /// Very long words, such as paths and digests, may be broken.
    private static String broken(String text) {
        return text.replaceAll("(\\S{72})", "$1 ");
    }

    private void feet() throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            String number = Texts.text("report.page", i + 1, pages.size());
            try (PDPageContentStream foot =
                    new PDPageContentStream(pdf, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                foot.setNonStrokingColor(new Color(QUIET));
                type.show(foot, cut(document.title(), false, 8.5, 400), false, 8.5, EDGE, 26);
                double wide = type.width(number, false, 8.5);
                type.show(foot, number, false, 8.5, WIDTH - EDGE - wide, 26);
            }
        }
    }
}
