// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.evaluation.RankingMetrics;
import app.hometown.workbench.ModelState;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The metrics of *basic* alone, where there is no model and so nothing to compare.
final class MetricsText {
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

    private record Row(String name, ToDoubleFunction<RankingMetrics> value) {}

    private MetricsText() {}

    static void print(EvaluateCommand.Report report, ModelState model, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "k = %d, %,d of %,d users evaluated%n",
                report.k(),
                report.evaluatedUsers(),
                report.users());
        report.leftOut().forEach((reason, count) -> out.printf(Locale.ROOT, "left out %,d: %s%n", count, reason));
        out.println();
        TextTable table = new TextTable("at k = " + report.k(), "basic>");
        for (Row row : ROWS) {
            table.row(List.of(
                    row.name(), String.format(Locale.ROOT, "%.4f", row.value().applyAsDouble(report.basic()))));
        }
        table.print(out);
        out.println();
        if (model instanceof ModelState.Missing(String why, String remedy)) {
            out.println("ml is not available. " + why + ". " + remedy);
        }
    }
}
