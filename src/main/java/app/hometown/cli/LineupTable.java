// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Catalog;
import app.hometown.evaluation.ListSimilarity;
import app.hometown.ranking.Ranking;
import app.hometown.workbench.compare.Standings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// The rankings of a lineup as a table for a terminal.
final class LineupTable {
    private LineupTable() {}

    /// @param radiusKm the radius asked for; empty means the whole world
    static void print(Standings lineup, OptionalDouble radiusKm, PrintWriter out) {
        Catalog catalog = lineup.data().catalog();
        out.println(ComparisonTable.heading(lineup.user(), catalog));
        out.println("top " + lineup.k() + " " + ComparisonTable.kilometres(radiusKm));
        out.println();
        List<Standings.Standing> ranked = lineup.standings().stream()
                .filter(standing -> standing.ranking().isPresent())
                .toList();
        TextTable table = new TextTable("rank>");
        for (Standings.Standing standing : ranked) {
            table.columns(standing.name(), "city", "score>", "km>");
        }
        int longest = 0;
        for (Standings.Standing standing : ranked) {
            longest = Math.max(longest, list(standing).size());
        }
        for (int i = 0; i < longest; i++) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(i + 1)));
            for (Standings.Standing standing : ranked) {
                cells.addAll(ComparisonTable.cells(standing.ranking().orElseThrow(), i, catalog));
            }
            table.row(cells);
        }
        if (longest == 0) {
            out.println("No live stream is within reach; widen the radius or let it expand.");
        } else {
            table.print(out);
        }
        out.println();
        notes(lineup, radiusKm, out);
        similarities(ranked, out);
        out.println("Scores of different rankers cannot be compared; ranks can.");
        out.println();
    }

    private static List<Ranking.Entry> list(Standings.Standing standing) {
        return standing.ranking().map(Ranking::entries).orElse(List.of());
    }

    private static void notes(Standings lineup, OptionalDouble radiusKm, PrintWriter out) {
        boolean any = false;
        for (Standings.Standing standing : lineup.standings()) {
            List<String> notes = new ArrayList<>();
            standing.missing()
                    .ifPresent(missing -> notes.add("not available. " + missing.why() + ". " + missing.remedy()));
            standing.note().ifPresent(notes::add);
            standing.ranking()
                    .filter(ranking -> !ranking.radiusKm().equals(radiusKm))
                    .ifPresent(ranking -> notes.add(
                            "expanded to " + ComparisonTable.kilometres(ranking.radiusKm()) + ": too few streams"));
            for (String note : notes) {
                out.printf(Locale.ROOT, "%-10s %s%n", standing.name(), note);
                any = true;
            }
        }
        if (any) {
            out.println();
        }
    }

    private static void similarities(List<Standings.Standing> ranked, PrintWriter out) {
        TextTable table =
                new TextTable("lists", "shared>", "RBO>", "Kendall's tau>", "top-k distance>", "Jaccard>", "");
        for (int a = 0; a < ranked.size(); a++) {
            for (int b = a + 1; b < ranked.size(); b++) {
                ListSimilarity similarity = ListSimilarity.of(
                        ranked.get(a).ranking().orElseThrow(),
                        ranked.get(b).ranking().orElseThrow());
                OptionalDouble tau = similarity.kendallTauB();
                table.row(List.of(
                        ranked.get(a).name() + " and " + ranked.get(b).name(),
                        Integer.toString(similarity.shared()),
                        number(similarity.rankBiasedOverlap()),
                        tau.isPresent() ? number(tau.getAsDouble()) : "–",
                        number(similarity.topKDistance()),
                        number(similarity.jaccard()),
                        similarity.identical() ? "the same" : ""));
            }
        }
        if (ranked.size() > 1) {
            table.print(out);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
