// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Progress;
import app.hometown.evaluation.Evaluation;
import app.hometown.evaluation.Measure;
import app.hometown.evaluation.RankingMetrics;
import app.hometown.files.Json;
import app.hometown.ranking.Ranker;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.SeedVerdicts;
import app.hometown.workbench.verdict.VerdictDesk;
import app.hometown.workbench.verdict.VerdictRequest;
import app.hometown.workbench.verdict.VerdictRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// `hometown evaluate`: how good the rankers are, over all users with a click, and whether one is really better.
@Command(
        name = "evaluate",
        description =
                "Measure rankers on test samples over every user with a click, at k, and say whether one is really"
                        + " better: with intervals, tests, baselines and what may mislead.")
final class EvaluateCommand implements Runnable {
    private static final int DEFAULT_K = 5;
    private static final int DEFAULT_ROUNDS = 10;

    /// Options that say what is to be worked out, or write what only a run knows.
    private static final List<String> EVALUATING = List.of(
            "--k",
            "--test",
            "--rankers",
            "--measure",
            "--slices",
            "--interleave",
            "--seeds",
            "--no-baselines",
            "--seed",
            "--save",
            "--per-user",
            "--left-out");

    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--k",
            paramLabel = "K|1..N|K,1..N",
            description = "Streams in a list (5). With 1..N figures for every length up to N, too.")
    private @Nullable String k;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Samples to measure on. Default: hometown_test.parquet of the data folder, else the part of "
                    + "hometown_train.parquet that training keeps back.")
    private @Nullable Path test;

    @Option(
            names = "--rankers",
            paramLabel = "A,B,…",
            description = "Compare these, 2 to 6, with the first: as for compare. Default: basic,ml.")
    private @Nullable String rankers;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description =
                    "What decides: ndcg (the default), precision, recall, f1, map, mrr, hit_rate, expected_clicks "
                            + "(made-up data), judged_ndcg, judged_map, bpref, …")
    private @Nullable String measure;

    @Option(
            names = "--slices",
            paramLabel = "all|NAME,…",
            description = "For whom and where: city, language, local_preference, watch_hours, candidates.")
    private @Nullable String slices;

    @Option(
            names = "--interleave",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "" + DEFAULT_ROUNDS,
            description = "Simulate an online test: N interleaved lists a user (10).")
    private @Nullable Integer interleave;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Train the active model's algorithm with N seeds and compare the verdicts.")
    private @Nullable Integer seeds;

    @Option(
            names = "--no-baselines",
            description = "Leave out nearest, popular, quality, random, hindsight and oracle.")
    private boolean noBaselines;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of everything drawn (42).")
    private @Nullable Long seed;

    @Option(names = "--save", paramLabel = "FILE", description = "Write an evaluation file (JSON).")
    private @Nullable Path save;

    @Option(names = "--open", paramLabel = "FILE", description = "Show an evaluation file; evaluates nothing.")
    private @Nullable Path open;

    @Option(names = "--since", paramLabel = "FILE", description = "Compare with an evaluation file of before.")
    private @Nullable Path since;

    @Option(
            names = "--report",
            paramLabel = "FILE.html|FILE.pdf",
            description = "Write verdict, figures, tables and caveats as one document. With --open: of that.")
    private @Nullable Path report;

    @Option(
            names = "--per-user",
            paramLabel = "FILE",
            description = "Write all measures user by user, as .csv or .parquet.")
    private @Nullable Path perUser;

    @Option(
            names = "--left-out",
            paramLabel = "FILE",
            description = "Write who was left out and why, as .csv or .parquet.")
    private @Nullable Path leftOut;

    @Option(
            names = "--json",
            description = "Print the metrics of basic and ml as JSON, numbers unrounded; with any of the options above "
                    + "but --test all other figures, too, under the key verdict.")
    private boolean json;

    /// The metrics as JSON.
    record Report(
            int k,
            int users,
            int evaluatedUsers,
            Map<String, Integer> leftOut,
            RankingMetrics basic,
            @Nullable RankingMetrics ml) {}

    @Override
    public void run() {
        endings();
        if (open != null) {
            opened(Findings.read(open));
            return;
        }
        VerdictRequest request = request();
        if (seeds != null) {
            SeedVerdicts.check(request, seeds);
        }
        Optional<Findings> before = Optional.ofNullable(since).map(Findings::read);
        Workbench workbench = hometown.opened();
        if (!moreThanMetrics() && (json || workbench.session().model() instanceof ModelState.Missing)) {
            Report report = report(workbench, request.k());
            if (json) {
                out().println(Json.write(report));
            } else {
                MetricsText.print(report, workbench.session().model(), out());
            }
            return;
        }
        VerdictDesk desk = new VerdictDesk(workbench);
        VerdictRun run = desk.run(request).await();
        Findings findings = desk.findings(run).await();
        if (seeds != null) {
            findings = findings.with(desk.stability(request, seeds).await());
        }
        write(desk, run, findings);
        if (json) {
            ObjectNode all = Json.mapper().valueToTree(report(workbench, run));
            ObjectNode verdict = Json.mapper().valueToTree(findings);
            verdict.remove("per_user");
            all.set("verdict", verdict);
            if (before.isPresent()) {
                all.set("since", Json.mapper().valueToTree(findings.since(before.get(), Progress.NONE)));
            }
            out().println(Json.write(all));
        } else {
            print(findings, before);
        }
    }

    /// Shows an evaluation file, and works nothing out that is not in it.
    private void opened(Findings findings) {
        EVALUATING.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(other -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            "Option '" + other + "' asks for an evaluation, '--open' shows one that is kept");
                });
        Optional<Findings> before = Optional.ofNullable(since).map(Findings::read);
        if (report != null) {
            hometown.faces().verdict(findings, report);
        }
        if (json) {
            out().println(Json.write(findings));
        } else {
            print(findings, before);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void print(Findings findings, Optional<Findings> before) {
        VerdictText text = new VerdictText(out());
        text.print(findings);
        before.ifPresent(then -> text.print(findings.since(then, Progress.NONE), findings));
    }

    private void write(VerdictDesk desk, VerdictRun run, Findings findings) {
        if (save != null) {
            findings.write(save);
        }
        if (report != null) {
            hometown.faces().verdict(findings, report);
        }
        if (perUser != null) {
            desk.writeUsers(run, perUser).await();
        }
        if (leftOut != null) {
            desk.writeLeftOut(run, leftOut).await();
        }
    }

    /// A wrong ending is said before anything is worked out.
    private void endings() {
        ending("--report", report, ".html", ".pdf");
        ending("--per-user", perUser, ".csv", ".parquet");
        ending("--left-out", leftOut, ".csv", ".parquet");
    }

    private void ending(String option, @Nullable Path file, String one, String other) {
        if (file != null) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (!name.endsWith(one) && !name.endsWith(other)) {
                throw wrong(option, "'" + file + "'", "ends neither in " + one + " nor in " + other);
            }
        }
    }

    private Report report(Workbench workbench, int length) {
        return report(workbench.evaluate(Optional.ofNullable(test), length).await());
    }

    /// Of basic and ml the run knows the same figures; others are evaluated besides.
    private Report report(Workbench workbench, VerdictRun run) {
        int length = run.request().k();
        return run.request().lineup().equals(Lineup.DEFAULT)
                ? report(Evaluation.of(run.trial(), List.of(Ranker.BASIC, Ranker.ML), length))
                : report(workbench, length);
    }

    private static Report report(Evaluation evaluation) {
        RankingMetrics basic = evaluation.rankers().get(Ranker.BASIC);
        if (basic == null) {
            throw new IllegalStateException("basic was not evaluated");
        }
        return new Report(
                evaluation.k(),
                evaluation.users(),
                evaluation.evaluatedUsers(),
                evaluation.leftOut(),
                basic,
                evaluation.rankers().get(Ranker.ML));
    }

    /// Whether more is asked for than the metrics of basic and ml.
    private boolean moreThanMetrics() {
        return rankers != null
                || measure != null
                || slices != null
                || interleave != null
                || seeds != null
                || seed != null
                || save != null
                || since != null
                || perUser != null
                || report != null
                || leftOut != null
                || noBaselines
                || (k != null && k.contains(".."));
    }

    private VerdictRequest request() {
        int[] lengths = lengths();
        return new VerdictRequest(
                rankers == null ? Lineup.DEFAULT : new Lineup(RankerNames.parseAll(rankers)),
                lengths[0],
                lengths[1],
                measure == null ? Measure.NDCG : chosen("--measure", measure, List.of(Measure.values()), Measure::key),
                Optional.ofNullable(test),
                !noBaselines,
                groupings(),
                interleave == null ? 0 : interleave,
                seed == null ? VerdictRequest.SEED : seed);
    }

    /// The length that the verdict is about, and the longest or 0.
    private int[] lengths() {
        String text = k == null ? "" + DEFAULT_K : k;
        int range = text.indexOf("1..");
        try {
            if (range < 0) {
                return checked(Integer.parseInt(text), 0);
            }
            int most = Integer.parseInt(text.substring(range + 3));
            if (range == 0) {
                return checked(Math.min(DEFAULT_K, most), most);
            }
            if (text.charAt(range - 1) == ',') {
                return checked(Integer.parseInt(text.substring(0, range - 1)), most);
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw wrong("--k", text, "is neither a number nor like 1..50 or 5,1..50");
    }

    private int[] checked(int length, int most) {
        if (length < 1) {
            throw wrong("--k", Integer.toString(length), "is below 1");
        }
        return new int[] {length, most};
    }

    private Set<Grouping> groupings() {
        if (slices == null) {
            return Set.of();
        }
        if (slices.equals("all")) {
            return EnumSet.complementOf(EnumSet.of(Grouping.SELECTION));
        }
        return Arrays.stream(slices.split(",", -1))
                .map(name -> chosen("--slices", name.strip(), List.of(Grouping.values()), Grouping::key))
                .collect(Collectors.toSet());
    }

    private <T> T chosen(String option, String name, List<T> all, Function<T, String> key) {
        return all.stream()
                .filter(one -> key.apply(one).equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(
                        option, name, "is none of " + all.stream().map(key).collect(Collectors.joining(", "))));
    }

    private ParameterException wrong(String option, String value, String what) {
        return new ParameterException(
                spec.commandLine(), "Invalid value for option '" + option + "': " + value + " " + what);
    }
}
