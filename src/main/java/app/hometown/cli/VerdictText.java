// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import static app.hometown.cli.VerdictFigures.difference;
import static app.hometown.cli.VerdictFigures.name;
import static app.hometown.cli.VerdictFigures.number;
import static app.hometown.cli.VerdictFigures.p;
import static app.hometown.cli.VerdictFigures.row;

import app.hometown.evaluation.LeftOut;
import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import app.hometown.statistics.PairedDifference;
import app.hometown.workbench.verdict.BaselineCheck;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Contestant;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Provenance;
import app.hometown.workbench.verdict.RankerFigures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// An evaluation for a terminal: the verdict first, then what it rests on.
final class VerdictText {
    private final PrintWriter out;

    VerdictText(PrintWriter out) {
        this.out = out;
    }

    void print(Findings findings) {
        people(findings);
        for (Duel duel : findings.verdict()) {
            verdict(duel, findings);
        }
        measures(findings);
        rankers(findings);
        baselines(findings);
        new VerdictDetailsText(out).print(findings);
        new BiasText(out).print(findings);
        out.println();
        out.println(findings.provenance().command());
    }

    private void people(Findings findings) {
        Provenance on = findings.provenance();
        say(
                "k = %d, %,d of %,d users evaluated on %,d test samples%s",
                findings.k(),
                findings.users(),
                findings.sampledUsers(),
                on.testSamples(),
                on.keptBack() ? " kept back from training" : " of " + on.testFile());
        for (LeftOut reason : LeftOut.values()) {
            int count = findings.leftOut().getOrDefault(reason, 0);
            if (count > 0) {
                say("left out %,d: %s", count, reason.words());
            }
        }
        out.println();
    }

    private void verdict(Duel duel, Findings findings) {
        PairedDifference result = duel.result();
        List<String> figures = difference(duel.measure(), result);
        out.println(sentence(duel));
        say(
                "%s at %d over %,d users: %s %s, %s %s, difference %s, 95 %% interval %s, p %s",
                name(duel.measure()),
                duel.k(),
                result.users(),
                duel.first(),
                figures.get(0),
                duel.second(),
                figures.get(1),
                figures.get(2),
                figures.get(3),
                p(duel.adjustedP()));
        say(
                "better for %s, the same for %s, worse for %s of the users; the same list for %s",
                share(result.better(), result.users()),
                share(result.equal(), result.users()),
                share(result.worse(), result.users()),
                share(duel.sameLists(), result.users()));
        Long needed = result.usersNeeded();
        if (needed != null) {
            say(
                    "effect size d = %+.3f: to see a difference of that size takes about %,d users (power 0.8), here"
                            + " are %,d; chance alone gives %.0f %% of its square",
                    result.effect(), needed, findings.users(), 100 * result.noise());
        }
        out.println();
    }

    private static String sentence(Duel duel) {
        String first = duel.first();
        String second = duel.second();
        String slightly = duel.result().slight() ? "slightly " : "";
        return switch (duel.conclusion()) {
            case SAME_LISTS -> second + " and " + first + " show every user the same lists.";
            case TOO_FEW -> "Too few users differ to tell " + second + " from " + first + ".";
            case BETTER -> second + " is " + slightly + "better than " + first + ".";
            case WORSE -> second + " is " + slightly + "worse than " + first + ".";
            case MORE -> second + " has more of it than " + first + ".";
            case LESS -> second + " has less of it than " + first + ".";
            case NO_EVIDENCE -> "There is no evidence of a difference between " + second + " and " + first + ".";
        };
    }

    private void measures(Findings findings) {
        for (RankerFigures ranker : findings.rankers().stream()
                .filter(one -> one.role() == Contestant.Role.COMPARED)
                .skip(1)
                .toList()) {
            String first = findings.rankers().getFirst().name();
            TextTable table = new TextTable(
                    "at k = " + findings.k(), first + ">", ranker.name() + ">", "difference>", "95 % interval", "p>");
            findings.duels().stream()
                    .filter(duel -> duel.second().equals(ranker.name()))
                    .forEach(duel -> table.row(
                            row(List.of(name(duel.measure())), duel.measure(), duel.result(), p(duel.adjustedP()))));
            table.print(out);
            out.println();
        }
    }

    private void rankers(Findings findings) {
        boolean truth = findings.provenance().truthKnown();
        TextTable table = new TextTable("at k = " + findings.k(), "nDCG>", "hit rate>");
        if (truth) {
            table.columns("expected clicks>");
        }
        table.columns("coverage>", "Gini>", "small creators>", "within 50 km>", "mean km>", "median km>", "AUC");
        for (RankerFigures one : findings.rankers()) {
            List<String> cells =
                    new ArrayList<>(List.of(one.name(), mean(one, Measure.NDCG), mean(one, Measure.HIT_RATE)));
            if (truth) {
                cells.add(mean(one, Measure.EXPECTED_CLICKS));
            }
            Interval auc = one.auc();
            cells.addAll(List.of(
                    number(one.exposure().coverage()),
                    number(one.exposure().gini()),
                    number(one.exposure().smallCreators()),
                    mean(one, Measure.NEARBY),
                    String.format(Locale.ROOT, "%,.1f", one.exposure().meanDistanceKm()),
                    String.format(Locale.ROOT, "%,.1f", one.exposure().medianDistanceKm()),
                    auc == null
                            ? ""
                            : number(auc.estimate()) + " (" + number(auc.low()) + " to " + number(auc.high()) + ")"));
            table.row(cells);
        }
        table.print(out);
        out.println();
    }

    private static String mean(RankerFigures ranker, Measure measure) {
        Double mean = ranker.means().get(measure);
        return mean == null ? "" : number(mean);
    }

    private void baselines(Findings findings) {
        Map<String, List<BaselineCheck>> byRanker = findings.baselines().stream()
                .collect(Collectors.groupingBy(
                        check -> check.ranker() + ", " + name(check.measure()) + " at " + check.k(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byRanker.forEach((who, checks) -> {
            List<String> beaten = checks.stream()
                    .filter(check -> !check.ceiling() && check.beats())
                    .map(BaselineCheck::against)
                    .toList();
            List<String> unbeaten = checks.stream()
                    .filter(check -> !check.ceiling() && !check.beats())
                    .map(check -> check.against()
                            + (check.conclusion() == Conclusion.WORSE
                                    ? " (which is better)"
                                    : check.conclusion() == Conclusion.SAME_LISTS ? " (the same lists)" : ""))
                    .toList();
            List<String> ceilings = checks.stream()
                    .filter(BaselineCheck::ceiling)
                    .filter(check -> check.result().first() > 0)
                    .map(check -> String.format(
                            Locale.ROOT,
                            "%.0f %% of %s",
                            100 * check.result().second() / check.result().first(),
                            check.against()))
                    .toList();
            List<String> parts = new ArrayList<>();
            if (!beaten.isEmpty()) {
                parts.add("beats " + String.join(", ", beaten));
            }
            if (!unbeaten.isEmpty()) {
                parts.add("does not beat " + String.join(", ", unbeaten));
            }
            if (!ceilings.isEmpty()) {
                parts.add("reaches " + String.join(" and ", ceilings));
            }
            out.println(who + ": " + String.join("; ", parts));
        });
        if (!byRanker.isEmpty()) {
            out.println();
        }
    }

    /// What has changed since an evaluation of before.
    void print(List<Findings.Change> changes, Findings now) {
        out.println();
        TextTable table = new TextTable(
                "since then, " + name(now.measure()) + " at " + now.k(),
                "users>",
                "then>",
                "now>",
                "difference>",
                "95 % interval",
                "p>");
        for (Findings.Change change : changes) {
            table.row(row(
                    List.of(change.ranker(), String.format(Locale.ROOT, "%,d", change.users())),
                    now.measure(),
                    change.result(),
                    p(change.result().p())));
        }
        table.print(out);
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    private static String share(int part, int all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }
}
