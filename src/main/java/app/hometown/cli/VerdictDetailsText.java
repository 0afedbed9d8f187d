// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import static app.hometown.cli.VerdictFigures.estimate;
import static app.hometown.cli.VerdictFigures.name;
import static app.hometown.cli.VerdictFigures.p;
import static app.hometown.cli.VerdictFigures.row;

import app.hometown.statistics.PairedDifference;
import app.hometown.statistics.Verdict;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Interleaving;
import app.hometown.workbench.verdict.SeedVerdicts;
import app.hometown.workbench.verdict.Slice;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// The parts of an evaluation that have to be asked for: every length of list, groups of users, a simulated online test
/// and several seeds.
final class VerdictDetailsText {
    private final PrintWriter out;

    VerdictDetailsText(PrintWriter out) {
        this.out = out;
    }

    void print(Findings findings) {
        overK(findings);
        slices(findings);
        findings.interleavings().forEach(this::interleaving);
        SeedVerdicts seeds = findings.seeds();
        if (seeds != null) {
            seeds.rivals().forEach(rival -> seeds(rival, seeds));
        }
    }

    private void overK(Findings findings) {
        if (findings.overK().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                name(findings.measure()), "k>", "first>", "second>", "difference>", "95 % interval", "p>", "");
        for (Duel duel : findings.overK()) {
            table.row(row(
                    List.of(duel.second() + " against " + duel.first(), Integer.toString(duel.k())),
                    duel.measure(),
                    duel.result(),
                    p(duel.adjustedP()),
                    word(duel.conclusion())));
        }
        table.print(out);
        out.println();
    }

    private void slices(Findings findings) {
        if (findings.slices().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                "users, " + name(findings.measure()) + " at " + findings.k(),
                "",
                "users>",
                "first>",
                "second>",
                "difference>",
                "95 % interval",
                "corrected p>",
                "");
        for (Slice slice : findings.slices()) {
            Double adjusted = slice.adjustedP();
            table.row(row(
                    List.of(
                            slice.by().key() + " " + slice.name(),
                            slice.second() + " against " + slice.first(),
                            String.format(Locale.ROOT, "%,d", slice.result().users())),
                    findings.measure(),
                    slice.result(),
                    adjusted == null ? "" : p(adjusted),
                    word(slice.conclusion())));
        }
        table.print(out);
        out.println("p is corrected for all these comparisons (Holm).");
        out.println();
    }

    private static String word(Conclusion conclusion) {
        return switch (conclusion) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case MORE -> "more";
            case LESS -> "less";
            case TOO_FEW -> "too few";
            case SAME_LISTS -> "same lists";
            case NO_EVIDENCE -> "";
        };
    }

    private void interleaving(Interleaving one) {
        List<String> preference = estimate(one.preference());
        say(
                "Interleaved, %s: of %,d lists of %d %s wins %,d, %s %,d, ties %,d; preference for %s %s, 95 %%"
                        + " interval %s, p %s",
                one.trueClicks() ? "true click probabilities" : "logged clicks",
                (long) one.users() * one.rounds(),
                one.k(),
                one.first(),
                one.firstWins(),
                one.second(),
                one.secondWins(),
                one.ties(),
                one.second(),
                preference.get(0),
                preference.get(1),
                p(one.p()));
        Long needed = one.listsNeeded();
        if (needed != null) {
            say("An online test would have to show about %,d such lists to see that preference (power 0.8).", needed);
        }
        out.println();
    }

    private void seeds(SeedVerdicts.Rival rival, SeedVerdicts all) {
        TextTable table = new TextTable(
                "seed", "users>", rival.first() + ">", rival.second() + ">", "difference>", "95 % interval", "p>", "");
        for (SeedVerdicts.OfSeed one : rival.seeds()) {
            PairedDifference result = one.result();
            table.row(row(
                    List.of(Long.toString(one.seed()), String.format(Locale.ROOT, "%,d", result.users())),
                    all.measure(),
                    result,
                    p(result.p()),
                    result.verdict().name().toLowerCase(Locale.ROOT)));
        }
        table.print(out);
        List<String> figures = VerdictFigures.seeds(all.measure(), rival);
        say(
                "%s at %d over %d seeds: mean difference %s, standard deviation between seeds %s, standard error of one"
                        + " seed %s; better with %d, worse with %d; chance makes up %.0f %% of one seed's squared"
                        + " difference",
                name(all.measure()),
                all.k(),
                rival.seeds().size(),
                figures.get(0),
                figures.get(1),
                figures.get(2),
                rival.with(Verdict.BETTER),
                rival.with(Verdict.WORSE),
                100 * rival.noise());
        out.println();
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
