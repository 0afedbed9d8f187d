// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import static app.hometown.cli.VerdictFigures.number;

import app.hometown.workbench.verdict.Bias;
import app.hometown.workbench.verdict.Findings;
import java.io.PrintWriter;
import java.util.Locale;

/// What may mislead in an evaluation.
final class BiasText {
    private final PrintWriter out;

    BiasText(PrintWriter out) {
        this.out = out;
    }

    void print(Findings findings) {
        for (Bias.Judged judged : findings.bias().judged()) {
            say(
                    "%s: %.1f of the %d streams of a list were never shown to its user; %,d of %,d users have one that"
                            + " was",
                    judged.ranker(), judged.unjudged(), findings.k(), judged.users(), findings.users());
        }
        for (Bias.Position position : findings.bias().positions()) {
            say(
                    "click rate at position %d: %s (%s to %s)",
                    position.position(),
                    number(position.rate().estimate()),
                    number(position.rate().low()),
                    number(position.rate().high()));
        }
        for (Bias.Warning warning : findings.bias().warnings()) {
            out.println((warning.kind() == Bias.Kind.LOGGED_CLICKS ? "* " : "! ") + text(warning));
        }
    }

    private static String text(Bias.Warning warning) {
        return switch (warning.kind()) {
            case TRAINED_ON_TEST ->
                String.format(
                        Locale.ROOT,
                        "%s was trained on the pairs of %,.0f of these test samples, which flatters it.",
                        warning.ranker(),
                        warning.number());
            case TRAINING_UNKNOWN ->
                warning.ranker() + " was trained on other samples; whether these were among them cannot be told.";
            case MOSTLY_UNJUDGED ->
                String.format(
                        Locale.ROOT,
                        "%.0f %% of what %s shows was never shown to its user, so nobody knows whether it is good.",
                        100 * warning.number(),
                        warning.ranker());
            case UNEQUALLY_JUDGED ->
                String.format(
                        Locale.ROOT,
                        "%s shows %.1f %% %s that was judged than the first ranker; that alone changes its figures.",
                        warning.ranker(),
                        100 * Math.abs(warning.number()),
                        warning.number() > 0 ? "less" : "more");
            case POSITION -> "Clicks fall with the position: whatever put streams on top favoured them.";
            case KNOWS_USERS ->
                String.format(
                        Locale.ROOT,
                        "%s was trained on other samples of %,.0f of these users; for new users it may be worse.",
                        warning.ranker(),
                        warning.number());
            case LOGGED_CLICKS ->
                "Logged clicks favour whatever chose what was shown: a stream nobody was shown counts as not clicked.";
        };
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
