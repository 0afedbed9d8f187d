// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Session;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the endpoint against the same work done by FastAPI and uvicorn, and variants of itself against each other.
/// Each server runs in a process of its own; a sample of its answers is compared with the ranking first, and nothing is
/// measured when one is wrong. Servers are measured by turns, so ratios hold on a busy machine when times do not.
@Command(name = "bench-serve", mixinStandardHelpOptions = true, sortOptions = false)
public final class ServeBenchmark implements Callable<Integer> {
    private static final int QUESTIONS = 4096;
    private static final long WARM_ANSWERS = 60_000;

    /// A server that does less is left out of what is asked at fixed rates: a percentile would take too long.
    private static final double LEAST_RATE = 4;

    @Option(names = "--streams", split = ",", defaultValue = "500,1000000", description = "sizes of data to measure")
    private List<Integer> streams = List.of();

    @Option(names = "--connections", defaultValue = "16", description = "connections to each server")
    private int connections;

    @Option(names = "--seconds", defaultValue = "4", description = "of one run")
    private double seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description = "seconds at most for each of ours before anything is measured")
    private double warmUp;

    @Option(names = "--rounds", defaultValue = "3", description = "runs of each server, by turns")
    private int rounds;

    @Option(names = "--k", defaultValue = "20", description = "streams of an answer")
    private int k;

    @Option(
            names = "--peer",
            split = ",",
            defaultValue = "plain,numpy",
            description = "styles of the peer: plain, numpy or none")
    private List<String> peers = List.of();

    @Option(names = "--workers", defaultValue = "2", description = "processes of the peer")
    private int workers;

    @Option(
            names = "--ours",
            defaultValue = "",
            split = ";",
            description = "variants of ours, NAME=JVM OPTIONS [-- OPTIONS OF serve], with ; between them; or none")
    private List<String> variants = List.of();

    @Option(
            names = "--rates",
            split = ",",
            description = "fixed rates for latency; without it shares of what the slowest server can do")
    private List<Double> rates = List.of();

    @Option(names = "--folder", defaultValue = "target/bench-serve", description = "where data and logs go")
    private Path folder = Path.of("");

    @Option(names = "--model", defaultValue = "models/hometown_model.json")
    private Path model = Path.of("");

    @Option(names = "--python", defaultValue = "/usr/bin/python3")
    private String python = "";

    @Option(names = "--script", defaultValue = "src/bench/python/peer.py")
    private Path script = Path.of("");

    /// Measures and prints.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ServeBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        for (int size : streams) {
            measure(size);
        }
        return 0;
    }

    private void measure(int size) throws IOException {
        Path home = folder.resolve(Integer.toString(size)).toAbsolutePath();
        Folders folders = new Folders(home.resolve("data"), home.resolve("models"), home.resolve("settings.json"));
        Files.createDirectories(folders.models());
        if (!Files.exists(folders.model())) {
            Files.copy(model, folders.model());
        }
        Workbench workbench =
                new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
        boolean there = Files.exists(folders.data().resolve("streams.parquet"));
        GeneratorOptions options = new GeneratorOptions(1000, size, 1000, 42);
        Session session =
                (there ? workbench.open(folders.data()) : workbench.generate(options, folders.data())).await();
        Questions questions = Questions.of(session.requireData().catalog(), QUESTIONS, k);
        Path log = home.resolve("servers.log");
        List<ServerProcess> servers = new ArrayList<>();
        try {
            for (String variant : variants) {
                if (!variant.equals("none")) {
                    servers.add(ours(variant, folders, log));
                }
            }
            int ours = servers.size();
            PeerData.write(home.resolve("peer"), session.requireData().catalog(), folders.model());
            for (String style : peers) {
                if (!style.equals("none")) {
                    servers.add(ServerProcess.peer(
                            python, script.toAbsolutePath(), style, workers, home.resolve("peer"), log));
                }
            }
            for (int i = 0; i < servers.size(); i++) {
                questions.gate(
                        session,
                        servers.get(i).port(),
                        i < ours ? Questions.Exactness.EXACT : Questions.Exactness.SPHERE);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%n%,d streams, k = %d, basic and ml by turns, %d connections; answers checked%n",
                    size,
                    k,
                    connections);
            servers.subList(0, ours).forEach(server -> warmUp(server, questions));
            Map<ServerProcess, Double> slowest = closed(servers, questions);
            open(servers, questions, slowest);
        } finally {
            servers.forEach(ServerProcess::close);
        }
    }

    private static ServerProcess ours(String variant, Folders folders, Path log) throws IOException {
        int equals = variant.indexOf('=');
        String name = equals < 0 ? "ours" : variant.substring(0, equals);
        String[] words = variant.substring(equals + 1).split(" -- ?", 2);
        return ServerProcess.ours(
                name,
                words(words[0]),
                words.length < 2 ? List.of() : words(words[1]),
                folders.data(),
                folders.models(),
                log);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isBlank()).toList();
    }

    /// Until what is asked has been compiled, which on a busy machine takes longer than a run.
    private void warmUp(ServerProcess server, Questions questions) {
        long end = System.nanoTime() + (long) (warmUp * 1e9);
        long answers = 0;
        while (answers < WARM_ANSWERS && System.nanoTime() < end) {
            answers += new Load(server.port(), questions.requests(server.port()), connections)
                    .closed(1)
                    .answers();
        }
    }

    /// @return the median rate of each server
    private Map<ServerProcess, Double> closed(List<ServerProcess> servers, Questions questions) {
        Map<ServerProcess, Runs> runs = new LinkedHashMap<>();
        System.out.printf(
                Locale.ROOT,
                "%-28s %12s %9s %9s %9s %14s %7s%n",
                "closed loop",
                "answers/s",
                "p50 ms",
                "p99 ms",
                "others",
                "CPU µs/answer",
                "load");
        for (int round = -1; round < rounds; round++) {
            for (ServerProcess server : servers) {
                Load load = new Load(server.port(), questions.requests(server.port()), connections);
                double before = server.cpuSeconds();
                Load.Measured now = load.closed(seconds);
                double cost = (server.cpuSeconds() - before) * 1e6 / (now.answers() + now.others());
                if (round >= 0) {
                    runs.computeIfAbsent(server, _ -> new Runs()).add(now.rate(), cost);
                    System.out.printf(
                            Locale.ROOT,
                            "%-28s %,12.1f %9.2f %9.2f %9d %,14.1f %7.1f%n",
                            server.name(),
                            now.rate(),
                            now.millis(50),
                            now.millis(99),
                            now.others(),
                            cost,
                            machineLoad());
                }
            }
        }
        Runs first = runs.values().iterator().next();
        Map<ServerProcess, Double> medians = new LinkedHashMap<>();
        System.out.printf(
                Locale.ROOT,
                "%-28s %12s %14s %16s %16s%n",
                "medians",
                "answers/s",
                "CPU µs/answer",
                "first: rate",
                "first: CPU");
        runs.forEach((server, each) -> {
            medians.put(server, each.rate());
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %,12.1f %,14.1f %,14.2f × %,14.2f ×%n",
                    server.name(),
                    each.rate(),
                    each.cost(),
                    first.rate() / each.rate(),
                    each.cost() / first.cost());
        });
        return medians;
    }

    /// The runs of one server.
    private static final class Runs {
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> costs = new ArrayList<>();

        void add(double rate, double cost) {
            rates.add(rate);
            costs.add(cost);
        }

        double rate() {
            return median(rates);
        }

        double cost() {
            return median(costs);
        }
    }

    private void open(List<ServerProcess> servers, Questions questions, Map<ServerProcess, Double> medians) {
        double least = medians.values().stream()
                .mapToDouble(rate -> rate)
                .filter(rate -> rate >= LEAST_RATE)
                .min()
                .orElse(LEAST_RATE);
        List<Double> tried = rates.isEmpty() ? List.of(least * 0.25, least * 0.5, least * 0.75) : rates;
        System.out.printf(
                Locale.ROOT,
                "%-28s %12s %9s %9s %9s %9s %9s %7s%n",
                "fixed rate",
                "asked/s",
                "answers/s",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "max ms",
                "load");
        for (double rate : tried) {
            for (int round = 0; round < rounds; round++) {
                for (ServerProcess server : servers) {
                    if (rate > 0.9 * medians.getOrDefault(server, 0.0)) {
                        continue;
                    }
                    Load load = new Load(server.port(), questions.requests(server.port()), connections);
                    Load.Measured now = load.open(rate, Math.max(seconds, 20 / rate));
                    System.out.printf(
                            Locale.ROOT,
                            "%-28s %,12.1f %,9.1f %9.2f %9.2f %9.2f %9.2f %7.1f%n",
                            server.name(),
                            rate,
                            now.rate(),
                            now.millis(50),
                            now.millis(99),
                            now.millis(99.9),
                            now.millis(100),
                            machineLoad());
                }
            }
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double machineLoad() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
