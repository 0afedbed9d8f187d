// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.data.DataFolder;
import app.hometown.data.FileReport;
import app.hometown.data.LoadReport;
import app.hometown.domain.Progress;
import app.hometown.files.Json;
import app.hometown.workbench.CityCount;
import app.hometown.workbench.OpenData;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown stats`: what is loaded.
@Command(
        name = "stats",
        description = "Show what is loaded: counts, the cities with most streams and users, the load report.")
final class StatsCommand implements Runnable {
    private static final int TOP_CITIES = 10;

    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print everything as JSON.")
    private boolean json;

    /// Everything as JSON.
    record Report(
            String data,
            int totalUsers,
            int totalStreams,
            int liveStreams,
            int citiesCovered,
            int languages,
            int categories,
            List<CityCount> topCities,
            List<FileReport> loadReport) {}

    @Override
    public void run() {
        OpenData data = hometown.opened().session().requireData();
        List<CityCount> cities = CityCount.of(data.catalog());
        LoadReport load = withSamples(data);
        Report report = new Report(
                data.folder().toString(),
                data.catalog().users().size(),
                data.catalog().streams().size(),
                data.catalog().streams().liveCount(),
                (int) cities.stream().filter(city -> city.streams() > 0).count(),
                data.catalog().languages().size(),
                data.catalog().categories().size(),
                cities.stream().limit(TOP_CITIES).toList(),
                load.files());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
        } else {
            print(report, load, out);
        }
    }

    /// The load report with the files of samples, which are read only for it.
    private static LoadReport withSamples(OpenData data) {
        LoadReport report = data.report();
        for (String name : List.of(DataFolder.TRAIN, DataFolder.TEST)) {
            Path file = data.folder().resolve(name);
            if (Files.exists(file)) {
                report = report.with(DataFolder.samples(file, Progress.NONE).report());
            }
        }
        return report;
    }

    private static void print(Report report, LoadReport load, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d users · %,d of %,d streams live · streams in %,d cities · %,d languages · %,d categories%n%n",
                report.totalUsers(),
                report.liveStreams(),
                report.totalStreams(),
                report.citiesCovered(),
                report.languages(),
                report.categories());
        TextTable table = new TextTable("city", "streams>", "live>", "users>");
        report.topCities()
                .forEach(city -> table.row(List.of(
                        city.city(),
                        String.format(Locale.ROOT, "%,d", city.streams()),
                        String.format(Locale.ROOT, "%,d", city.liveStreams()),
                        String.format(Locale.ROOT, "%,d", city.users()))));
        table.print(out);
        out.println();
        load.lines().forEach(out::println);
    }
}
