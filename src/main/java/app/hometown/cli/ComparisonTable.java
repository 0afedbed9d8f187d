// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.evaluation.Comparison;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Session;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A comparison as a table for a terminal.
final class ComparisonTable {
    private ComparisonTable() {}

    static void print(Session.SideBySide answer, Scoring scoring, Catalog catalog, PrintWriter out) {
        out.println(heading(answer.user(), catalog));
        out.println(radius(answer.basic(), scoring));
        out.println();
        TextTable table = new TextTable("rank>", "basic", "city", "score>", "km>");
        answer.ml().ifPresent(_ -> table.columns("ml", "city", "score>", "km>", "moved"));
        int lines = Math.max(
                answer.basic().entries().size(),
                answer.ml().map(ml -> ml.entries().size()).orElse(0));
        for (int i = 0; i < lines; i++) {
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(i + 1));
            cells.addAll(cells(answer.basic(), i, catalog));
            int line = i;
            answer.comparison().ifPresent(comparison -> {
                cells.addAll(cells(comparison.b(), line, catalog));
                cells.add(line < comparison.b().entries().size() ? moved(comparison, line) : "");
            });
            table.row(cells);
        }
        if (lines == 0) {
            out.println("No live stream is within reach; widen the radius or let it expand.");
        } else {
            table.print(out);
        }
        out.println();
        answer.comparison().ifPresentOrElse(comparison -> summary(comparison, out), () -> {
            averages("basic", answer.basic(), out);
            answer.mlUnavailable().ifPresent(why -> out.println("ml         not available. " + why));
        });
        out.println();
    }

    static String heading(User user, Catalog catalog) {
        String likes = user.preferredCategories().isEmpty()
                ? "no preferred categories"
                : "likes "
                        + user.preferredCategories().stream()
                                .map(catalog::categoryName)
                                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s · %s · %s · %s · local preference %.2f · %.0f h watched",
                user.id(),
                user.city(),
                user.language(),
                likes,
                user.localPreferenceStrength(),
                user.totalWatchHours());
    }

    private static String radius(Ranking ranking, Scoring scoring) {
        String asked = kilometres(scoring.radiusKm());
        String used = kilometres(ranking.radiusKm());
        return "top " + ranking.k() + " " + used
                + (asked.equals(used) ? "" : " (expanded: too few streams " + asked + ")");
    }

    static String kilometres(OptionalDouble radius) {
        return radius.isPresent()
                ? String.format(Locale.ROOT, "within %,.0f km", radius.getAsDouble())
                : "in the whole world";
    }

    static List<String> cells(Ranking ranking, int line, Catalog catalog) {
        if (line >= ranking.entries().size()) {
            return List.of("", "", "", "");
        }
        Ranking.Entry entry = ranking.entries().get(line);
        return List.of(
                entry.streamId(),
                catalog.cities().name(catalog.streams().city(entry.row())),
                String.format(Locale.ROOT, "%.3f", entry.score()),
                String.format(Locale.ROOT, "%,.1f", entry.distanceKm()));
    }

    private static String moved(Comparison comparison, int line) {
        var rise = comparison.place(comparison.b().entries().get(line).row()).rise();
        if (rise.isEmpty()) {
            return "new";
        }
        int ranks = rise.getAsInt();
        return ranks == 0 ? "=" : ranks > 0 ? "▲" + ranks : "▼" + -ranks;
    }

    private static void summary(Comparison comparison, PrintWriter out) {
        averages("basic", comparison.a(), out);
        averages("ml", comparison.b(), out);
        comparison
                .boost()
                .ifPresent(boost -> out.printf(Locale.ROOT, "ML boost   %+.1f %% on the average score%n", 100 * boost));
        out.println("moved      " + movement(comparison));
    }

    private static String movement(Comparison comparison) {
        if (comparison.identical()) {
            return "nothing: both lists are the same";
        }
        List<String> parts = new ArrayList<>();
        for (Ranking.Entry entry : comparison.b().entries()) {
            var place = comparison.place(entry.row());
            if (place.inA().isEmpty()) {
                parts.add(entry.streamId() + " enters at " + entry.rank());
            } else if (place.inA().getAsInt() != entry.rank()) {
                parts.add(entry.streamId() + " " + place.inA().getAsInt() + " → " + entry.rank());
            }
        }
        for (Ranking.Entry entry : comparison.a().entries()) {
            if (comparison.place(entry.row()).inB().isEmpty()) {
                parts.add(entry.streamId() + " leaves from " + entry.rank());
            }
        }
        return comparison.shared() + " of " + comparison.b().entries().size() + " shared; " + String.join(", ", parts);
    }

    private static void averages(String name, Ranking ranking, PrintWriter out) {
        Optional<String> line = ranking.entries().isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%-10s average score %.3f, average distance %,.1f km",
                        name,
                        Comparison.averageScore(ranking).orElseThrow(),
                        Comparison.averageDistanceKm(ranking).orElseThrow()));
        line.ifPresent(out::println);
    }
}
