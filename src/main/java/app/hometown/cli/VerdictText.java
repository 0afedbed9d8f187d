// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.evaluation.LeftOut;
import app.hometown.evaluation.Measure;
import app.hometown.statistics.Interval;
import app.hometown.statistics.PairedDifference;
import app.hometown.statistics.Verdict;
import app.hometown.workbench.verdict.BaselineCheck;
import app.hometown.workbench.verdict.Bias;
import app.hometown.workbench.verdict.Conclusion;
import app.hometown.workbench.verdict.Contestant;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Interleaving;
import app.hometown.workbench.verdict.Provenance;
import app.hometown.workbench.verdict.RankerFigures;
import app.hometown.workbench.verdict.SeedVerdicts;
import app.hometown.workbench.verdict.Slice;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// An evaluation for a terminal: the verdict first, then what it rests on.
final class VerdictText {
    private static final Map<Measure, String> NAMES = Map.ofEntries(
            Map.entry(Measure.NDCG, "nDCG"),
            Map.entry(Measure.PRECISION, "precision"),
            Map.entry(Measure.RECALL, "recall"),
            Map.entry(Measure.F1, "F1"),
            Map.entry(Measure.MAP, "MAP"),
            Map.entry(Measure.MRR, "MRR (top 10)"),
            Map.entry(Measure.HIT_RATE, "hit rate"),
            Map.entry(Measure.NOVELTY, "novelty (unjudged)"),
            Map.entry(Measure.EXPECTED_CLICKS, "expected clicks"),
            Map.entry(Measure.JUDGED_NDCG, "nDCG, judged only"),
            Map.entry(Measure.JUDGED_MAP, "MAP, judged only"),
            Map.entry(Measure.BPREF, "bpref"),
            Map.entry(Measure.NEARBY, "within 50 km"),
            Map.entry(Measure.DISTANCE_KM, "distance, km"),
            Map.entry(Measure.SMALL_CREATORS, "small creators"));

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
        overK(findings);
        slices(findings);
        findings.interleavings().forEach(this::interleaving);
        if (findings.seeds() != null) {
            findings.seeds().rivals().forEach(rival -> seeds(rival, findings.seeds()));
        }
        warnings(findings);
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
        out.println(sentence(duel));
        say(
                "%s at %d over %,d users: %s %s, %s %s, difference %s, 95 %% interval %s, p %s",
                NAMES.get(duel.measure()),
                duel.k(),
                result.users(),
                duel.first(),
                number(result.first()),
                duel.second(),
                number(result.second()),
                signed(result.difference().estimate()),
                range(result.difference()),
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
                    "effect size d = %+.3f: to see a difference of that size takes about %,d users (power 0.8); here"
                            + " are %,d",
                    result.effect(),
                    needed,
                    findings.users());
        }
        out.println();
    }

    private static String sentence(Duel duel) {
        String first = duel.first();
        String second = duel.second();
        return switch (duel.conclusion()) {
            case SAME_LISTS -> second + " and " + first + " show every user the same lists.";
            case TOO_FEW -> "Too few users differ to tell " + second + " from " + first + ".";
            case BETTER -> second + " is better than " + first + ".";
            case WORSE -> second + " is worse than " + first + ".";
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
                    .forEach(duel -> table.row(List.of(
                            NAMES.get(duel.measure()),
                            number(duel.result().first()),
                            number(duel.result().second()),
                            signed(duel.result().difference().estimate()),
                            range(duel.result().difference()),
                            p(duel.adjustedP()))));
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
            List<String> cells = new ArrayList<>(List.of(
                    one.name(), mean(one, Measure.NDCG), mean(one, Measure.HIT_RATE)));
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
                    auc == null ? "" : number(auc.estimate()) + " (" + number(auc.low()) + " to " + number(auc.high()) + ")"));
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
                        check -> check.ranker() + ", " + NAMES.get(check.measure()) + " at " + check.k(),
                        java.util.LinkedHashMap::new,
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
                                    : check.conclusion() == Conclusion.SAME_LISTS
                                            ? " (the same lists)"
                                            : ""))
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

    private void overK(Findings findings) {
        if (findings.overK().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                NAMES.get(findings.measure()), "k>", "first>", "second>", "difference>", "95 % interval", "p>", "");
        for (Duel duel : findings.overK()) {
            table.row(List.of(
                    duel.second() + " against " + duel.first(),
                    Integer.toString(duel.k()),
                    number(duel.result().first()),
                    number(duel.result().second()),
                    signed(duel.result().difference().estimate()),
                    range(duel.result().difference()),
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
                "users, " + NAMES.get(findings.measure()) + " at " + findings.k(),
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
            table.row(List.of(
                    slice.by().key() + " " + slice.name(),
                    slice.second() + " against " + slice.first(),
                    String.format(Locale.ROOT, "%,d", slice.result().users()),
                    number(slice.result().first()),
                    number(slice.result().second()),
                    signed(slice.result().difference().estimate()),
                    range(slice.result().difference()),
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
        say(
                "Interleaved, %s: of %,d lists of %d %s wins %,d, %s %,d, ties %,d; preference for %s %s, 95 %% interval"
                        + " %s, p %s",
                one.trueClicks() ? "true click probabilities" : "logged clicks",
                (long) one.users() * one.rounds(),
                one.k(),
                one.first(),
                one.firstWins(),
                one.second(),
                one.secondWins(),
                one.ties(),
                one.second(),
                signed(one.preference().estimate()),
                range(one.preference()),
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
            table.row(List.of(
                    Long.toString(one.seed()),
                    String.format(Locale.ROOT, "%,d", result.users()),
                    number(result.first()),
                    number(result.second()),
                    signed(result.difference().estimate()),
                    range(result.difference()),
                    p(result.p()),
                    result.verdict().name().toLowerCase(Locale.ROOT)));
        }
        table.print(out);
        say(
                "%s at %d over %d seeds: mean difference %s, standard deviation between seeds %s, standard error of one"
                        + " seed %s; better with %d, worse with %d; chance makes up %.0f %% of one seed's squared"
                        + " difference",
                NAMES.get(all.measure()),
                all.k(),
                rival.seeds().size(),
                signed(rival.mean()),
                number(rival.deviation()),
                number(rival.standardError()),
                rival.with(Verdict.BETTER),
                rival.with(Verdict.WORSE),
                100 * rival.noise());
        out.println();
    }

    private void warnings(Findings findings) {
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
                        "%s was trained on %,.0f of these test samples, which flatters it.",
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
            case POSITION ->
                "Clicks fall with the position: whatever put streams on top favoured them.";
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

    /// What has changed since an evaluation of before.
    void print(List<Findings.Change> changes, Findings now) {
        out.println();
        TextTable table = new TextTable(
                "since then, " + NAMES.get(now.measure()) + " at " + now.k(),
                "users>",
                "then>",
                "now>",
                "difference>",
                "95 % interval",
                "p>");
        for (Findings.Change change : changes) {
            table.row(List.of(
                    change.ranker(),
                    String.format(Locale.ROOT, "%,d", change.users()),
                    number(change.result().first()),
                    number(change.result().second()),
                    signed(change.result().difference().estimate()),
                    range(change.result().difference()),
                    p(change.result().p())));
        }
        table.print(out);
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value + 0.0);
    }

    private static String range(Interval interval) {
        return signed(interval.low()) + " to " + signed(interval.high());
    }

    private static String p(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private static String share(int part, int all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }
}
