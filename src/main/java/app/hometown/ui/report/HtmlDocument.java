// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.report;

import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.FigureCsv;
import app.hometown.ui.plot.FigureDrawing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A document as one HTML page that asks nobody for anything: figures are SVG with a text for screen readers, their
/// numbers stand folded below them, the typeface is in it. No script.
final class HtmlDocument {
    private static final int INSET = 12;
    private static final double WIDTH = 560;
    private static final double WIDE = 1140;
    private static final double HEIGHT = 250;
    private static final double WIDE_HEIGHT = 380;

    /// Of numbers that no eye tells apart, in the tables.
    private static final MathContext DIGITS = new MathContext(7);

    /// What stands to the right: numbers, neutral or as people write them, with a unit or not.
    private static final Pattern NUMBER =
            Pattern.compile("(< )?[+−-]?\\d[\\d.,\\u202f\\u00a0]*(E-?\\d+)?( ?(%|km|h))?");

    private final StringBuilder out = new StringBuilder();
    private final Document document;

    private HtmlDocument(Document document) {
        this.document = document;
    }

    /// The page.
    static String of(Document document) {
        HtmlDocument html = new HtmlDocument(document);
        html.body();
        String body = html.out.toString();
        return "<!DOCTYPE html>\n<html lang=\"" + Locale.getDefault().toLanguageTag() + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" "
                + "content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:\">\n"
                + "<title>" + Html.escaped(document.title()) + "</title>\n<style>\n" + face(false, 400, body)
                + face(true, 600, body) + STYLE + "</style>\n</head>\n" + body + "</html>\n";
    }

    private static String face(boolean bold, int weight, String text) {
        return "@font-face{font-family:Plex;font-weight:" + weight + ";src:url(data:font/ttf;base64,"
                + EmbeddedFont.of(bold, text) + ")}\n";
    }

    private void body() {
        out.append("<body>\n<header>\n<h1>")
                .append(Html.escaped(document.title()))
                .append("</h1>\n");
        document.lead().forEach(line -> out.append("<p class=\"lead\">")
                .append(Html.escaped(line))
                .append("</p>\n"));
        out.append("<dl>\n");
        for (Document.Fact fact : document.facts()) {
            out.append("<dt>").append(Html.escaped(fact.name())).append("</dt>");
            fact.lines()
                    .forEach(line ->
                            out.append("<dd>").append(Html.escaped(line)).append("</dd>"));
            out.append('\n');
        }
        out.append("</dl>\n<nav aria-label=\"")
                .append(Texts.text("report.contents"))
                .append("\"><ul>\n");
        for (int i = 0; i < document.sections().size(); i++) {
            out.append("<li><a href=\"#section-").append(i).append("\">");
            out.append(Html.escaped(document.sections().get(i).title())).append("</a></li>\n");
        }
        out.append("</ul></nav>\n</header>\n<main>\n");
        for (int i = 0; i < document.sections().size(); i++) {
            Document.Section section = document.sections().get(i);
            out.append("<section id=\"section-").append(i).append("\">\n<h2>");
            out.append(Html.escaped(section.title())).append("</h2>\n<div class=\"parts\">\n");
            section.parts().forEach(this::part);
            out.append("</div>\n</section>\n");
        }
        out.append("</main>\n</body>\n");
    }

    private void part(Document.Part part) {
        switch (part) {
            case Document.Picture picture -> picture(picture);
            case Document.Missing missing -> {
                out.append("<figure class=\"missing\"><h3>").append(Html.escaped(missing.title()));
                out.append("</h3>\n<p>").append(Html.escaped(missing.why())).append("</p></figure>\n");
            }
            case Document.Note note -> {
                out.append("<figure class=\"wide note\"><h3>")
                        .append(Html.escaped(note.title()))
                        .append("</h3>\n<ul>\n");
                note.lines()
                        .forEach(line ->
                                out.append("<li>").append(Html.escaped(line)).append("</li>\n"));
                out.append("</ul></figure>\n");
            }
            case Document.Table table -> {
                out.append("<figure class=\"wide\"><h3>")
                        .append(Html.escaped(table.title()))
                        .append("</h3>\n");
                table(table.header(), table.rows());
                out.append("</figure>\n");
            }
        }
    }

    private void picture(Document.Picture picture) {
        Figure figure = picture.figure();
        double width = picture.wide() ? WIDE : WIDTH;
        // Its words stand beside it as text, so it needs less height.
        Figure bare = new Figure(figure.key(), "", "", figure.x(), figure.y(), figure.marks(), "");
        double height = picture.wide() ? WIDE_HEIGHT : FigureDrawing.height(figure, HEIGHT + 90) - 90;
        out.append(picture.wide() ? "<figure class=\"wide\">" : "<figure>");
        out.append("<h3>").append(Html.escaped(figure.title())).append("</h3>\n<p>");
        out.append(Html.escaped(figure.finding())).append("</p>\n");
        drawing(bare, figure.spoken(), width, height, false);
        drawing(bare, figure.spoken(), width, height, true);
        if (!figure.footnote().isBlank()) {
            out.append("<figcaption>").append(Html.escaped(figure.footnote())).append("</figcaption>\n");
        }
        out.append("<details><summary>").append(Texts.text("report.numbers")).append("</summary>\n");
        List<List<String>> rows = FigureCsv.rows(figure);
        table(rows.getFirst(), rows.subList(1, rows.size()));
        out.append("</details></figure>\n");
    }

    /// The figure for one of the two grounds; the style shows the one that the reader has.
    private void drawing(Figure figure, String spoken, double width, double height, boolean dark) {
        SvgPen pen = new SvgPen(figure.key() + (dark ? "-dark" : ""));
        FigureDrawing.paint(figure, width, height, dark, pen);
        out.append(dark ? "<svg class=\"dark\"" : "<svg class=\"light\"").append(" role=\"img\" viewBox=\"");
        // Without the inset, so that its words stand in line with those around it.
        out.append(INSET)
                .append(" 4 ")
                .append((int) width - 2 * INSET)
                .append(' ')
                .append((int) height - 8)
                .append("\" aria-label=\"");
        out.append(Html.escaped(spoken)).append("\">").append(pen.drawn()).append("</svg>\n");
    }

    private void table(List<String> header, List<List<String>> rows) {
        out.append("<div class=\"table\"><table><thead><tr>");
        for (int column = 0; column < header.size(); column++) {
            int at = column;
            boolean numbers =
                    !rows.isEmpty() && rows.stream().allMatch(row -> row.get(at).isEmpty() || isNumber(row.get(at)));
            out.append(numbers ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .append(Html.escaped(header.get(column)))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (String cell : row) {
                out.append(isNumber(cell) ? "<td class=\"n\">" : "<td>");
                out.append(Html.escaped(shortened(cell))).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>");
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    /// A cell; where it is a neutral number, with as many digits as one reads.
    private static String shortened(String cell) {
        try {
            BigDecimal value = new BigDecimal(cell);
            boolean many = value.precision() > DIGITS.getPrecision() && value.scale() > 0;
            return many ? value.round(DIGITS).toPlainString() : cell.startsWith("+") ? cell : value.toPlainString();
        } catch (NumberFormatException notANumber) {
            return cell;
        }
    }

    /// Wide screens have two figures in a row, paper and narrow ones one. Dark where the reader's system is, but on
    /// paper.
    private static final String STYLE = """
        :root{--ink:#1f2328;--quiet:#59636e;--ground:#fff;--line:#d8dee4;--hair:#eceff3;--link:#0b5cad;color-scheme:light}
        svg.dark{display:none}
        @media screen and (prefers-color-scheme:dark){:root{--ink:#e6edf3;--quiet:#9aa5b1;--ground:#151b22;--line:#323d49;
        --hair:#232c36;--link:#6aa2ff;color-scheme:dark}svg.light{display:none}svg.dark{display:block}}
        :root{color:var(--ink);background:var(--ground);font:15px/1.45 Plex,system-ui,sans-serif}
        body{margin:0 auto;max-width:1180px;padding:32px 28px 64px}
        svg text{font-family:Plex,system-ui,sans-serif}
        h1{font-size:26px;line-height:1.25;margin:0 0 16px;font-weight:600}
        .lead{font-size:20px;margin:0 0 14px}
        h2{font-size:19px;margin:40px 0 14px;padding-top:10px;border-top:1px solid var(--line);font-weight:600}
        h3{font-size:15px;margin:0 0 2px;font-weight:600}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 20px;margin:0 0 18px}
        dt{color:var(--quiet);grid-column:1}dd{margin:0;grid-column:2;overflow-wrap:anywhere}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0}
        a{color:var(--link)}
        .parts{display:grid;grid-template-columns:1fr 1fr;gap:32px 36px;align-items:start}
        figure{margin:0;min-width:0;break-inside:avoid}
        .wide{grid-column:1/-1}
        .note ul{margin:4px 0 0;padding-left:20px}
        .note li{margin-bottom:4px}
        figure p{margin:0 0 6px;color:var(--quiet)}
        svg{display:block;width:100%;height:auto}
        figcaption{font-size:12px;color:var(--quiet);margin-top:2px}
        details{font-size:12px;margin-top:4px}
        summary{cursor:pointer;color:var(--quiet)}
        .table{overflow:auto;max-height:360px}
        figure>.table{max-height:600px}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin-top:4px}
        th{text-align:left;font-weight:600;position:sticky;top:0;background:var(--ground)}
        th,td{padding:2px 14px 2px 0;border-bottom:1px solid var(--hair);white-space:nowrap}
        td.n,th.n{text-align:right}
        @media(max-width:860px){.parts{grid-template-columns:1fr}}
        @media print{figure>.table{max-height:none}.parts{grid-template-columns:1fr}details,nav{display:none}body{padding:0}}
        """;
}
