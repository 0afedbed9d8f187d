// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.User;
import app.hometown.files.Json;
import app.hometown.ranking.Ranking;
import app.hometown.ranking.ScoreGap;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.ComparisonFile;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.compare.Standings;
import app.hometown.workbench.compare.UserVariation;
import app.hometown.workbench.compare.WhyAbove;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/// `hometown compare`: rankings of users, side by side, and why they are what they are.
@Command(
        name = "compare",
        description =
                "Show how basic and ml, or other rankers, rank the streams for users, side by side: scores, distances, "
                        + "what moved, the averages and the ML boost.")
final class CompareCommand implements Runnable {
    private static final int DEFAULT_K = 5;
    private static final long SEED = 42;

    @ParentCommand
    private HometownCommand hometown;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "USER", description = "Ids of the users.")
    private List<String> users = List.of();

    @Option(names = "--k", paramLabel = "K", description = "Streams in a list (5).")
    private @Nullable Integer k;

    @Option(
            names = "--radius-km",
            paramLabel = "R|world",
            description = "Only streams within R km, or of the whole world. Default: the scoring's radius.")
    private @Nullable String radius;

    @Option(
            names = "--rankers",
            paramLabel = "A,B,…",
            description =
                    "Compare these, 2 to 6: basic, ml, nearest, popular, ideal (true click probabilities, where the"
                        + " samples know them), [NAME=]SCORING with the active model, [NAME=]SCORING+MODEL.json,"
                        + " [NAME=]SCORING+none without a click term, or [NAME=]MODEL.json. SCORING is a preset or a"
                        + " scoring file.")
    private @Nullable String rankers;

    @Option(
            names = "--explain",
            description = "Say for every stream what its score is made of, and for the click term what each feature "
                    + "adds to the log-odds.")
    private boolean explain;

    @Option(
            names = "--why",
            arity = "2",
            paramLabel = "STREAM",
            description = "Say why the first stream is above the second for the user: the differences of their terms.")
    private @Nullable List<String> why;

    @Option(
            names = "--ranker",
            paramLabel = "NAME",
            description = "The ranker of --why, as in --rankers. Default: ml when there is a model, else basic.")
    private @Nullable String ranker;

    @Option(
            names = "--comparison",
            paramLabel = "FILE",
            description = "Compare what a comparison file holds: rankers, scoring, user, k and radius.")
    private @Nullable Path comparison;

    @Option(
            names = "--save-comparison",
            paramLabel = "FILE",
            description = "Save this comparison of one user to a file that --comparison and the window open.")
    private @Nullable Path saved;

    @Option(names = "--json", description = "Print an array, one object a user, numbers unrounded.")
    private boolean json;

    /// What to compare, from the options and the comparison file.
    private record Question(
            Session session,
            Optional<Lineup> lineup,
            List<User> users,
            UserVariation variation,
            int k,
            OptionalDouble radiusKm,
            long seed) {
        Catalog catalog() {
            return session.requireData().catalog();
        }
    }

    @Override
    public void run() {
        checkUsage();
        Question question = question();
        if (saved != null) {
            save(question, saved);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (why != null) {
            ScoreGap gap = WhyAbove.of(
                    question.session(),
                    definition(question),
                    question.users().getFirst(),
                    question.k(),
                    question.radiusKm(),
                    why.getFirst(),
                    why.getLast());
            if (json) {
                out.println(Json.write(CompareJson.Gap.of(gap)));
            } else {
                ExplanationText.print(gap, out);
            }
        } else if (json) {
            out.println(Json.write(
                    question.users().stream().map(user -> json(question, user)).toList()));
        } else {
            question.users().forEach(user -> print(question, user, out));
        }
    }

    private void checkUsage() {
        if (k != null && k < 1) {
            throw wrong("Invalid value for option '--k': " + k + " is below 1");
        }
        if (users.isEmpty() == (comparison == null)) {
            throw wrong(
                    comparison == null
                            ? "Missing required parameter: 'USER'"
                            : "Give users or '--comparison', which has its own user, not both");
        }
        if (comparison != null && rankers != null) {
            throw wrong("Give '--rankers' or '--comparison', which has its own rankers, not both");
        }
        if (users.size() > 1 && (why != null || saved != null)) {
            throw wrong("'" + (why != null ? "--why" : "--save-comparison") + "' takes one user");
        }
        if (ranker != null && why == null) {
            throw wrong("'--ranker' goes with '--why'");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Question question() {
        Optional<OptionalDouble> within = Optional.ofNullable(radius).map(this::kilometres);
        Optional<Lineup> named = Optional.ofNullable(rankers).map(list -> new Lineup(RankerNames.parseAll(list)));
        Optional<ComparisonFile> file = Optional.ofNullable(comparison).map(ComparisonFile::read);
        Workbench workbench = hometown.opened();
        file.ifPresent(kept -> restore(workbench, kept));
        Session session = workbench.session();
        Catalog catalog = session.requireData().catalog();
        return new Question(
                session,
                file.map(ComparisonFile::lineup).or(() -> named),
                file.map(kept -> List.of(kept.user(catalog)))
                        .orElseGet(() -> users.stream().map(catalog::user).toList()),
                file.map(ComparisonFile::variation).orElse(UserVariation.NONE),
                k == null ? file.map(ComparisonFile::k).orElse(DEFAULT_K) : k,
                within.or(() -> file.map(ComparisonFile::radiusKm))
                        .orElse(session.scoring().radiusKm()),
                file.map(ComparisonFile::seed).orElse(SEED));
    }

    private void restore(Workbench workbench, ComparisonFile file) {
        file.changedSince(workbench.session(), Progress.NONE)
                .forEach(changed -> spec.commandLine().getErr().println("hometown: " + changed));
        workbench.rescore(file.scoring());
        var changes = file.changes(workbench.session().requireData().catalog().streams());
        if (!changes.isEmpty()) {
            workbench.apply(changes);
        }
    }

    private static void save(Question question, Path file) {
        ComparisonFile.of(
                        question.session(),
                        question.lineup().orElse(Lineup.DEFAULT),
                        question.users().getFirst().id(),
                        question.variation(),
                        question.k(),
                        question.radiusKm(),
                        question.seed(),
                        Progress.NONE)
                .write(file);
    }

    private void print(Question question, User user, PrintWriter out) {
        Session session = question.session();
        Optional<Standings> lineup =
                question.lineup().map(rankings -> rankings.rank(session, user, question.k(), question.radiusKm()));
        lineup.ifPresentOrElse(
                standings -> LineupTable.print(standings, question.radiusKm(), out),
                () -> ComparisonTable.print(
                        sideBySide(question, user),
                        session.scoring().within(question.radiusKm()),
                        question.catalog(),
                        out));
        if (explain) {
            Standings standings =
                    lineup.orElseGet(() -> Lineup.DEFAULT.rank(session, user, question.k(), question.radiusKm()));
            for (Standings.Standing standing : standings.standings()) {
                ExplanationText.print(
                        standing.ranking().map(Ranking::entries).orElse(List.of()).stream()
                                .map(entry ->
                                        standing.resolved().explain(standing.name(), user, question.catalog(), entry))
                                .toList(),
                        out);
            }
        }
    }

    private CompareJson json(Question question, User user) {
        Session session = question.session();
        Catalog catalog = question.catalog();
        return CompareJson.of(
                sideBySide(question, user),
                question.lineup().map(rankings -> rankings.rank(session, user, question.k(), question.radiusKm())),
                catalog,
                (definition, entry) -> explain
                        ? Optional.of(definition.resolve(session).explain(definition.name(), user, catalog, entry))
                        : Optional.empty());
    }

    private static Session.SideBySide sideBySide(Question question, User user) {
        return question.session().compare(user, question.session().scoring().within(question.radiusKm()), question.k());
    }

    /// The ranker of `--why`: of that name in the lineup, or as it would be written there.
    private RankerDefinition definition(Question question) {
        if (ranker == null) {
            return question.session().model().clickModel().isPresent() ? RankerDefinition.ML : RankerDefinition.BASIC;
        }
        String name = ranker;
        return question.lineup().stream()
                .flatMap(lineup -> lineup.definitions().stream())
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseGet(() -> RankerNames.parse(name));
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
        throw wrong(
                "Invalid value for option '--radius-km': '" + text + "' is neither a number of km above 0 nor world");
    }
}
