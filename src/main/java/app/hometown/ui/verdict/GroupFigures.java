// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.ui.plot.Axis;
import app.hometown.ui.plot.Figure;
import app.hometown.ui.plot.NumberStyle;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Forest plots: for whom and where one ranker is better.
final class GroupFigures {
    /// More rows than these no eye goes through; what is left out has fewer users.
    private static final int MOST = 40;

    /// Groupings without an order of their own.
    private static final Set<Grouping> UNORDERED = Set.of(Grouping.CITY, Grouping.LANGUAGE, Grouping.SELECTION);

    /// Names of more groups make no sentence.
    private static final int NAMED = 6;

    private GroupFigures() {}

    private static List<Slice> slices(Findings findings, Grouping by, String rival) {
        return findings.slices().stream()
                .filter(slice -> slice.by() == by && slice.second().equals(rival))
                .toList();
    }

    static List<Slice> rows(Findings findings, Grouping by, String rival) {
        List<Slice> ordered = ordered(findings, by, rival);
        return ordered.subList(0, Math.min(MOST, ordered.size()));
    }

    /// All groups of a grouping, the largest first where they have no order of their own.
    static List<Slice> ordered(Findings findings, Grouping by, String rival) {
        List<Slice> slices = slices(findings, by, rival);
        return UNORDERED.contains(by)
                ? slices.stream()
                        .sorted(Comparator.comparingInt(
                                        (Slice slice) -> -slice.result().users())
                                .thenComparing(Slice::name))
                        .toList()
                : slices;
    }

    static Optional<Figure> of(Findings findings, Grouping by, String rival) {
        List<Slice> slices = slices(findings, by, rival);
        if (slices.isEmpty()) {
            return Optional.empty();
        }
        List<Slice> shown = rows(findings, by, rival);
        Forest forest = new Forest(shown.stream()
                .map(slice -> new Forest.Row(
                        Texts.text(
                                "findings.group",
                                VerdictWords.group(slice),
                                Formats.count(slice.result().users())),
                        slice.result().difference(),
                        slice.wide(),
                        slice.conclusion(),
                        slice.adjustedP(),
                        slice.result().users()))
                .toList());
        String first = VerdictWords.ranker(slices.getFirst().first());
        String second = VerdictWords.ranker(rival);
        return Optional.of(Figure.of(
                        "verdict-groups-" + by.key() + "-" + VerdictWords.slug(rival),
                        Texts.text("findings.groups", VerdictWords.grouping(by), second, first),
                        DifferenceFigures.difference(findings.measure(), findings.k())
                                .as(NumberStyle.SIGNED),
                        Axis.names("", forest.names()))
                .finding(finding(slices, first, second))
                .with(forest.marks())
                .footnote(footnote(findings, shown.size(), slices.size())));
    }

    private static String finding(List<Slice> slices, String first, String second) {
        List<Slice> enough =
                slices.stream().filter(slice -> slice.adjustedP() != null).toList();
        if (enough.isEmpty()) {
            return Texts.text("findings.groups.few", Integer.toString(Conclusion.FEWEST_USERS));
        }
        List<String> better = names(enough, Conclusion.BETTER, Conclusion.MORE);
        List<String> worse = names(enough, Conclusion.WORSE, Conclusion.LESS);
        String of = Texts.counted("findings.groups.enough", enough.size(), Formats.count(slices.size()));
        if (better.isEmpty() && worse.isEmpty()) {
            return of + " " + Texts.text("findings.groups.none", second, first);
        }
        StringBuilder sentence = new StringBuilder(of);
        if (!better.isEmpty()) {
            sentence.append(' ').append(Texts.text("findings.groups.better", second, first, listed(better)));
        }
        if (!worse.isEmpty()) {
            sentence.append(' ').append(Texts.text("findings.groups.worse", second, first, listed(worse)));
        }
        return sentence.toString();
    }

    private static List<String> names(List<Slice> slices, Conclusion one, Conclusion other) {
        return slices.stream()
                .filter(slice -> slice.conclusion() == one || slice.conclusion() == other)
                .map(VerdictWords::group)
                .toList();
    }

    private static String listed(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : Texts.text(
                        "findings.andMore",
                        String.join(", ", names.subList(0, NAMED)),
                        Formats.count(names.size() - NAMED));
    }

    private static String footnote(Findings findings, int shown, int all) {
        String corrected = Texts.text(
                "findings.groups.note", Formats.count(findings.slices().size()));
        return shown == all
                ? corrected
                : corrected + " " + Texts.text("findings.groups.cut", Formats.count(shown), Formats.count(all));
    }
}
