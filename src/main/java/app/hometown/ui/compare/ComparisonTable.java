// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import java.util.Locale;

/// The lists of all rankers as text to take along: a table for spreadsheets. Numbers are neutral and unrounded; the
/// header names the units. Scores of different rankers are not comparable; shares of the list's best score are there
/// beside them.
public final class ComparisonTable {
    private static final String[] HEADER = {
        "user_id", "ranker", "k", "rank", "stream_id", "city", "score", "share_of_best", "distance_km", "movement"
    };

    private ComparisonTable() {}

    /// Comma-separated, as RFC 4180 has it.
    public static String csv(Lists lists) {
        return table(lists, ',');
    }

    /// Tab-separated: what spreadsheets take from the clipboard.
    public static String tabs(Lists lists) {
        return table(lists, '\t');
    }

    private static String table(Lists lists, char separator) {
        StringBuilder out = new StringBuilder();
        line(out, separator, HEADER);
        for (RankedColumn column : lists.columns()) {
            for (RankedLine line : column.lines()) {
                row(out, separator, lists, column.ranker().name(), line);
            }
        }
        return out.toString();
    }

    private static void row(StringBuilder out, char separator, Lists lists, String ranker, RankedLine line) {
        line(
                out,
                separator,
                lists.user().id(),
                ranker,
                Integer.toString(lists.k()),
                Integer.toString(line.entry().rank()),
                line.entry().streamId(),
                line.city(),
                Double.toString(line.entry().score()),
                Double.toString(line.share()),
                Double.toString(line.entry().distanceKm()),
                movement(line.movement()));
    }

    private static String movement(Movement movement) {
        return switch (movement.kind()) {
            case RISES -> "+" + movement.steps();
            case FALLS -> "-" + movement.steps();
            case STAYS -> "0";
            case ENTERS, LEAVES -> movement.kind().key();
            case ALONE -> "";
        };
    }

    private static void line(StringBuilder out, char separator, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.append(separator);
            }
            out.append(quoted(cells[i], separator));
        }
        out.append("\r\n");
    }

    private static String quoted(String cell, char separator) {
        boolean plain = cell.indexOf(separator) < 0
                && cell.indexOf('"') < 0
                && cell.indexOf('\n') < 0
                && cell.indexOf('\r') < 0;
        return plain ? cell : String.format(Locale.ROOT, "\"%s\"", cell.replace("\"", "\"\""));
    }
}
