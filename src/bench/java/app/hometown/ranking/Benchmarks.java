// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the benchmarks with the harness's own options and closes with one plain table. Without a name it runs
/// [RankingBenchmark].
public final class Benchmarks {
    private Benchmarks() {}

    /// Measures and prints.
    ///
    /// @param arguments the harness's
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given);
        if (given.getIncludes().isEmpty()) {
            options.include(RankingBenchmark.class.getName() + "\\.");
        }
        print(new Runner(options.build()).run());
    }

    /// One row a case: the tree and what it is compared with, in µs, and what the tree looked at.
    private static void print(Collection<RunResult> results) {
        Map<String, Map<String, Result<?>>> cases = new LinkedHashMap<>();
        for (RunResult result : results) {
            var params = result.getParams();
            String name = params.getParam("streams") + " " + params.getParam("request");
            cases.computeIfAbsent(name, _ -> new LinkedHashMap<>())
                    .put(result.getPrimaryResult().getLabel(), result.getPrimaryResult());
        }
        System.out.printf(
                Locale.ROOT,
                "%n%-30s %12s %12s %-12s %12s %9s %7s %8s %9s%n",
                "streams, case",
                "tree µs",
                "p99 µs",
                "peer",
                "peer µs",
                "ratio",
                "nodes",
                "streams",
                "geodesics");
        cases.forEach((name, byLabel) -> {
            Result<?> tree = byLabel.get("tree");
            byLabel.forEach((label, peer) -> {
                if (tree != null && !label.equals("tree")) {
                    Hits.Work work = RankingBenchmark.WORK.getOrDefault(name, new Hits.Work(0, 0, 0));
                    System.out.printf(
                            Locale.ROOT,
                            "%-30s %12.1f %12.1f %-12s %12.1f %9.0f %7d %8d %9d%n",
                            name,
                            percentile(tree, 50),
                            percentile(tree, 99),
                            label,
                            percentile(peer, 50),
                            percentile(peer, 50) / percentile(tree, 50),
                            work.nodes(),
                            work.streams(),
                            work.geodesics());
                }
            });
        });
    }

    private static double percentile(Result<?> result, double percent) {
        return result.getStatistics().getPercentile(percent);
    }
}
