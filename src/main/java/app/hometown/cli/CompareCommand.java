// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Catalog;
import app.hometown.domain.User;
import app.hometown.files.Json;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Session;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `hometown compare`: the two rankings of users, side by side.
@Command(
        name = "compare",
        description =
                "Show how basic and ml rank the streams for users, side by side: scores, distances, what moved, the "
                        + "averages and the ML boost.")
final class CompareCommand implements Runnable {
    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "USER", description = "Ids of the users.")
    private List<String> users;

    @Option(names = "--k", paramLabel = "K", defaultValue = "5", description = "Streams in a list (${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--radius-km",
            paramLabel = "R|world",
            description = "Only streams within R km, or of the whole world. Default: the scoring's radius.")
    private @Nullable String radius;

    @Option(names = "--json", description = "Print an array, one object a user, numbers unrounded.")
    private boolean json;

    @Override
    public void run() {
        if (k < 1) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '--k': " + k + " is below 1");
        }
        Optional<OptionalDouble> within = Optional.ofNullable(radius).map(this::kilometres);
        Session session = hometown.opened().session();
        Scoring scoring = within.map(session.scoring()::within).orElse(session.scoring());
        Catalog catalog = session.requireData().catalog();
        List<User> known = users.stream().map(catalog::user).toList();
        List<Session.SideBySide> answers =
                known.stream().map(user -> session.compare(user, scoring, k)).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(answers.stream()
                    .map(answer -> ComparisonJson.of(answer, catalog))
                    .toList()));
        } else {
            answers.forEach(answer -> ComparisonTable.print(answer, scoring, catalog, out));
        }
    }

    private OptionalDouble kilometres(String text) {
        if (text.equals("world")) {
            return OptionalDouble.empty();
        }
        try {
            double km = Double.parseDouble(text);
            if (km > 0 && Double.isFinite(km)) {
                return OptionalDouble.of(km);
            }
        } catch (NumberFormatException _) {
            // Not a number: the same message as for a number that is no radius.
        }
        throw new ParameterException(
                spec.commandLine(),
                "Invalid value for option '--radius-km': '" + text + "' is neither a number of km above 0 nor world");
    }

    /// A user's comparison as JSON, to the letter of what other programs read.
    ///
    /// @param radiusKm the radius that held the candidates, after expansion; null for the whole world
    record ComparisonJson(
            String userId,
            int k,
            @Nullable Double radiusKm,
            List<Line> basic,
            @Nullable List<Line> ml,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String mlUnavailable) {
        /// One stream of a list.
        record Line(int rank, String streamId, String city, double score, double distanceKm, Terms terms) {}

        /// The terms of its score, in points.
        record Terms(double proximity, double base, double ml) {}

        static ComparisonJson of(Session.SideBySide answer, Catalog catalog) {
            OptionalDouble radius = answer.basic().radiusKm();
            return new ComparisonJson(
                    answer.user().id(),
                    answer.basic().k(),
                    radius.isPresent() ? radius.getAsDouble() : null,
                    lines(answer.basic(), catalog),
                    answer.ml().map(ranking -> lines(ranking, catalog)).orElse(null),
                    answer.mlUnavailable().orElse(null));
        }

        private static List<Line> lines(Ranking ranking, Catalog catalog) {
            return ranking.entries().stream()
                    .map(entry -> new Line(
                            entry.rank(),
                            entry.streamId(),
                            catalog.cities().name(catalog.streams().city(entry.row())),
                            entry.score(),
                            entry.distanceKm(),
                            new Terms(
                                    entry.breakdown().proximity(),
                                    entry.breakdown().base(),
                                    entry.breakdown().click())))
                    .toList();
        }
    }
}
