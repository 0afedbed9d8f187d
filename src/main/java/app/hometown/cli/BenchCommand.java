// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.files.Json;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.RankingSpeed;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Workbench;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown bench`: how fast ranking is, with the scan of everything as its own check, or how fast the map is.
@Command(
        name = "bench",
        description = "Measure how fast the 20 best streams of a user are found, on one thread, against the fastest "
                + "scan of all streams, after checking that both give the same answer. Takes 15 to 20 seconds. With "
                + "--map, measure how fast the map is drawn while it is moved; takes about a minute. With --start, "
                + "measure how long the window takes.")
final class BenchCommand implements Callable<Integer> {
    /// Enough for every request to come from somebody else for a while.
    private static final int GENERATED_USERS = 1000;

    private static final long SEED = 42;

    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--streams",
            paramLabel = "N",
            description = "Measure on N generated streams, which are not written. Default: the data folder's.")
    private @Nullable Integer streams;

    @Option(
            names = "--map",
            description = "Measure frames of the map with all users and streams, drawn off-screen in software.")
    private boolean map;

    @Option(
            names = "--start",
            description = "Open the window, off-screen where there is no display, and measure the time from the start "
                    + "of Java until the data is on the map, and until the rest of the window is there.")
    private boolean start;

    @Option(
            names = "--json",
            description = "Print the figures as JSON, times in microseconds; with --map and --start in milliseconds.")
    private boolean json;

    /// The start as other programs read it.
    record StartReport(double shownMs, double liveMs, double wholeMs) {}

    /// The frames of the map as other programs read them.
    record MapReport(int users, int streams, List<Faces.MapCase> cases) {}

    /// The figures as other programs read them.
    record Report(int streams, int k, boolean exact, List<Line> cases) {
        /// One case.
        record Line(
                @JsonProperty("case") String name,
                double indexMedianUs,
                double indexP99Us,
                double scanMedianUs,
                double ratio) {}

        static Report of(RankingSpeed speed) {
            return new Report(
                    speed.streams(),
                    speed.k(),
                    speed.exact(),
                    speed.cases().stream()
                            .map(one -> new Line(
                                    one.name(), one.indexMedianUs(), one.indexP99Us(), one.scanMedianUs(), one.ratio()))
                            .toList());
        }
    }

    @Override
    public Integer call() {
        if (start && (map || streams != null)) {
            throw new ParameterException(spec.commandLine(), "--start goes without --map and --streams");
        }
        if (streams != null && (streams < 1 || streams > GeneratorOptions.MOST)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--streams': " + streams + " is not from 1 to " + GeneratorOptions.MOST);
        }
        if (start) {
            return measureStart();
        }
        Workbench workbench = streams == null ? hometown.opened() : hometown.workbench();
        if (map) {
            return measureMap(workbench);
        }
        RankingSpeed speed = (streams == null ? workbench.measure() : workbench.measure(options(streams))).await();
        if (workbench.session().model() instanceof ModelState.Missing(String why, String remedy)) {
            spec.commandLine().getErr().println("The ml cases are left out. " + why + ". " + remedy);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(Report.of(speed)));
        } else {
            print(speed, source(workbench), out);
        }
        return speed.exact() ? 0 : CommandLineInterface.FAILED;
    }

    private static GeneratorOptions options(int streams) {
        return new GeneratorOptions(GENERATED_USERS, streams, 0, SEED);
    }

    private String source(Workbench workbench) {
        return streams == null ? workbench.folders().data().toString() : "generated data";
    }

    private int measureStart() {
        Faces.Shown shown = hometown.faces().exploreUntilShown(hometown.folders(), hometown.scoring());
        StartReport report =
                new StartReport(sinceStart(shown.data()), sinceStart(shown.live()), sinceStart(shown.whole()));
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? Json.write(report)
                        : String.format(
                                Locale.ROOT,
                                "The data was on the map after %,.0f ms, the map itself there after %,.0f ms,"
                                        + " everything beside it after %,.0f ms.",
                                report.shownMs(),
                                report.liveMs(),
                                report.wholeMs()));
        return 0;
    }

    private static double sinceStart(Instant then) {
        long began = ManagementFactory.getRuntimeMXBean().getStartTime();
        return Duration.between(Instant.ofEpochMilli(began), then).toNanos() / 1e6;
    }

    private int measureMap(Workbench workbench) {
        MapReport report = workbench
                .measure(Optional.ofNullable(streams).map(BenchCommand::options), (catalog, progress) -> {
                    progress.phase("moving the map", 0);
                    return new MapReport(
                            catalog.users().size(),
                            catalog.streams().size(),
                            hometown.faces().measureMap(catalog, progress));
                })
                .await();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
            return 0;
        }
        out.printf(
                Locale.ROOT,
                "%,d users and %,d streams of %s on the map, drawn in software at 1600×990 while a hand moves it.%n%n",
                report.users(),
                report.streams(),
                source(workbench));
        TextTable table = new TextTable(
                "view", "frame, median ms>", "frame, 95 % within ms>", "of these on the JavaFX thread, median ms>");
        for (Faces.MapCase one : report.cases()) {
            table.row(List.of(
                    one.name(),
                    String.format(Locale.ROOT, "%,.1f", one.frameMedianMs()),
                    String.format(Locale.ROOT, "%,.1f", one.frameP95Ms()),
                    String.format(Locale.ROOT, "%,.1f", one.threadMedianMs())));
        }
        table.print(out);
        return 0;
    }

    private static void print(RankingSpeed speed, String source, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d streams of %s. A request asks for the best %d for one user, on one thread.%n",
                speed.streams(),
                source,
                speed.k());
        out.println(
                speed.exact()
                        ? "The index is exact: it gave the streams, order and scores of scoring every stream, to the"
                                + " bit."
                        : "THE INDEX IS NOT EXACT: it gave other streams or scores than scoring every stream. "
                                + "Please report it.");
        out.println();
        TextTable table =
                new TextTable("request", "index, median µs>", "index, 99 % within µs>", "scan, median µs>", "faster>");
        for (RankingSpeed.Case one : speed.cases()) {
            table.row(List.of(
                    one.name(),
                    String.format(Locale.ROOT, "%,.1f", one.indexMedianUs()),
                    String.format(Locale.ROOT, "%,.1f", one.indexP99Us()),
                    String.format(Locale.ROOT, "%,.1f", one.scanMedianUs()),
                    String.format(Locale.ROOT, "%,.1f ×", one.ratio())));
        }
        table.print(out);
        out.println();
        out.println(
                "The scan is the fastest way we know to score all streams. far: users anywhere on the globe, of any "
                        + "language, within the world.");
    }
}
