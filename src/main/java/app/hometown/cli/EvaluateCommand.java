// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.evaluation.Evaluation;
import app.hometown.evaluation.RankingMetrics;
import app.hometown.files.Json;
import app.hometown.ranking.Ranker;
import app.hometown.workbench.ModelState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown evaluate`: how good the rankers are, over all users with a click.
@Command(
        name = "evaluate",
        description =
                "Measure basic and ml on test samples over every user with a click: nDCG, precision, recall, F1, MAP, "
                        + "MRR, hit rate, coverage and novelty at k.")
final class EvaluateCommand implements Runnable {
    private static final List<Row> ROWS = List.of(
            new Row("nDCG", RankingMetrics::ndcg),
            new Row("precision", RankingMetrics::precision),
            new Row("recall", RankingMetrics::recall),
            new Row("F1", RankingMetrics::f1),
            new Row("MAP", RankingMetrics::map),
            new Row("MRR (top 10)", RankingMetrics::mrr),
            new Row("hit rate", RankingMetrics::hitRate),
            new Row("coverage", RankingMetrics::coverage),
            new Row("novelty", RankingMetrics::novelty));

    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Option(names = "--k", paramLabel = "K", defaultValue = "5", description = "Streams in a list (${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Samples to measure on. Default: hometown_test.parquet of the data folder, else the part of "
                    + "hometown_train.parquet that training keeps back.")
    private @Nullable Path test;

    @Option(names = "--json", description = "Print the metrics as JSON, numbers unrounded.")
    private boolean json;

    private record Row(String name, ToDoubleFunction<RankingMetrics> value) {}

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
        if (k < 1) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '--k': " + k + " is below 1");
        }
        var workbench = hometown.opened();
        Evaluation evaluation = workbench.evaluate(Optional.ofNullable(test), k).await();
        RankingMetrics basic = evaluation.rankers().get(Ranker.BASIC);
        if (basic == null) {
            throw new IllegalStateException("basic was not evaluated");
        }
        Report report = new Report(
                evaluation.k(),
                evaluation.users(),
                evaluation.evaluatedUsers(),
                evaluation.leftOut(),
                basic,
                evaluation.rankers().get(Ranker.ML));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
        } else {
            print(report, workbench.session().model(), out);
        }
    }

    private static void print(Report report, ModelState model, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "k = %d, %,d of %,d users evaluated%n",
                report.k(),
                report.evaluatedUsers(),
                report.users());
        report.leftOut().forEach((reason, count) -> out.printf(Locale.ROOT, "left out %,d: %s%n", count, reason));
        out.println();
        TextTable table = new TextTable("at k = " + report.k(), "basic>");
        RankingMetrics ml = report.ml();
        if (ml != null) {
            table.columns("ml>", "difference>");
        }
        for (Row row : ROWS) {
            double basic = row.value().applyAsDouble(report.basic());
            List<String> cells = new ArrayList<>(List.of(row.name(), String.format(Locale.ROOT, "%.4f", basic)));
            if (ml != null) {
                double learned = row.value().applyAsDouble(ml);
                cells.add(String.format(Locale.ROOT, "%.4f", learned));
                cells.add(String.format(Locale.ROOT, "%+.4f", learned - basic));
            }
            table.row(cells);
        }
        table.print(out);
        out.println();
        if (model instanceof ModelState.Missing(String why, String remedy)) {
            out.println("ml is not available. " + why + ". " + remedy);
        } else {
            out.println("Means over the evaluated users. A small difference over few users is no evidence of a better "
                    + "ranker.");
        }
    }
}
