// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.ranking.Explanation;
import app.hometown.ranking.ScoreGap;
import app.hometown.ranking.ScoreTerm;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Why a score is what it is, and why one is above another, for a terminal.
final class ExplanationText {
    private static final String POINTS = "%.3f";
    private static final String SIGNED = "%+.3f";

    private ExplanationText() {}

    /// The terms of several streams, a line each, then what is behind the click terms.
    static void print(List<Explanation> explanations, PrintWriter out) {
        if (explanations.isEmpty()) {
            return;
        }
        out.println("why, by " + explanations.getFirst().ranker() + ": points");
        TextTable table = new TextTable("rank>", "stream", "score>");
        for (ScoreTerm term : ScoreTerm.values()) {
            table.columns(term.key() + ">");
        }
        for (int i = 0; i < explanations.size(); i++) {
            Explanation one = explanations.get(i);
            List<String> cells =
                    new ArrayList<>(List.of(Integer.toString(i + 1), one.streamId(), format(POINTS, one.score())));
            for (ScoreTerm term : ScoreTerm.values()) {
                cells.add(format(POINTS, one.points(term)));
            }
            table.row(cells);
        }
        table.print(out);
        for (Explanation one : explanations) {
            one.click().ifPresent(click -> out.println(click(one.streamId(), click)));
        }
        out.println();
    }

    private static String click(String streamId, Explanation.Click click) {
        String start = String.format(
                Locale.ROOT,
                "click  %s  %.3f = %s × %.2f %%",
                streamId,
                click.weight() * click.probability(),
                number(click.weight()),
                100 * click.probability());
        return start
                + click.logit()
                        .map(logit -> String.format(
                                        Locale.ROOT,
                                        "; log-odds %+.3f = intercept %+.3f",
                                        logit.logOdds(),
                                        logit.intercept())
                                + contributions(logit))
                        .orElse("; the model does not say what from");
    }

    private static String contributions(Explanation.Logit logit) {
        StringBuilder text = new StringBuilder();
        logit.contributions().stream()
                .sorted(Comparator.comparingDouble(one -> -Math.abs(one.logOdds())))
                .forEach(one -> text.append(", ")
                        .append(one.feature().column())
                        .append(' ')
                        .append(format(SIGNED, one.logOdds())));
        return text.toString();
    }

    /// Why one stream is above another.
    static void print(ScoreGap gap, PrintWriter out) {
        Explanation a = gap.a();
        Explanation b = gap.b();
        out.println(
                gap.gap() == 0
                        ? "By " + a.ranker() + " " + a.streamId() + " and " + b.streamId()
                                + " have the same score: the id decides."
                        : String.format(
                                Locale.ROOT,
                                "By %s %s is %s %s by %.3f points.",
                                a.ranker(),
                                a.streamId(),
                                gap.gap() > 0 ? "above" : "below",
                                b.streamId(),
                                Math.abs(gap.gap())));
        out.println();
        TextTable table = new TextTable("term", a.streamId() + ">", b.streamId() + ">", "difference>");
        gap.differences()
                .forEach(difference -> table.row(List.of(
                        difference.term().key(),
                        format(POINTS, difference.a()),
                        format(POINTS, difference.b()),
                        format(SIGNED, difference.points()))));
        table.row(List.of("score", format(POINTS, a.score()), format(POINTS, b.score()), format(SIGNED, gap.gap())));
        table.print(out);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? format("%.0f", value) : Double.toString(value);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
