// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table of aligned text columns under a line of headings.
final class TextTable {
    private static final String GAP = "  ";

    private final List<String> headings = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /// @param columns headings; one that ends in `>` is aligned to the right
    TextTable(String... columns) {
        columns(columns);
    }

    /// Adds columns on the right.
    final void columns(String... columns) {
        for (String column : columns) {
            boolean toTheRight = column.endsWith(">");
            headings.add(toTheRight ? column.substring(0, column.length() - 1) : column);
            right.add(toTheRight);
        }
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    void print(PrintWriter out) {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = Math.max(
                    width(headings.get(at)),
                    rows.stream().mapToInt(row -> width(row.get(at))).max().orElse(0));
        }
        print(headings, widths, out);
        rows.forEach(row -> print(row, widths, out));
    }

    private void print(List<String> cells, int[] widths, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String space = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? "" : GAP).append(right.get(column) ? space + cell : cell + space);
        }
        out.println(line.toString().stripTrailing());
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
