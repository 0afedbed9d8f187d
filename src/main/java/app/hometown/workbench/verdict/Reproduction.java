// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringFile;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.RankerNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The command that gives an evaluation again, for a shell, with absolute paths. A scoring that is no preset has to be
/// put into [#SCORING_FILE] before; what is tried out in a window only (streams taken off the air, selections) it does
/// not know.
public final class Reproduction {
    /// The file in which the command looks for a scoring that is no preset.
    public static final String SCORING_FILE = "scoring.json";

    private Reproduction() {}

    static String command(Session session, VerdictRequest request) {
        List<String> words = new ArrayList<>(List.of("hometown", "evaluate", "--rankers"));
        words.add(quoted(
                request.lineup().definitions().stream().map(RankerNames::text).collect(Collectors.joining(","))));
        words.add("--k");
        words.add(request.k() + (request.most() > 0 ? ",1.." + request.most() : ""));
        words.addAll(List.of("--measure", request.measure().key()));
        if (!request.slices().isEmpty()) {
            words.add("--slices");
            words.add(request.slices().stream().map(Grouping::key).sorted().collect(Collectors.joining(",")));
        }
        if (request.interleavings() > 0) {
            words.addAll(List.of("--interleave", Integer.toString(request.interleavings())));
        }
        if (!request.baselines()) {
            words.add("--no-baselines");
        }
        words.addAll(List.of("--seed", Long.toString(request.seed())));
        request.testFile().ifPresent(file -> words.addAll(List.of("--test", quoted(absolute(file)))));
        words.addAll(List.of("--data", quoted(absolute(session.requireData().folder()))));
        if (session.model() instanceof ModelState.Active active) {
            Path models = active.file().toAbsolutePath().normalize().getParent();
            if (models != null) {
                words.addAll(List.of("--models", quoted(models.toString())));
            }
        }
        if (!session.scoring().equals(Scoring.DEFAULT)) {
            words.add("--scoring");
            words.add(ScoringFile.presets().stream()
                    .filter(preset -> ScoringFile.resolve(preset).equals(session.scoring()))
                    .findFirst()
                    .orElse(SCORING_FILE));
        }
        return String.join(" ", words);
    }

    /// A command that also asks for the verdicts of several seeds.
    static String withSeeds(String command, int seeds) {
        return command.replaceFirst(" --seed ", " --seeds " + seeds + " --seed ");
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./,=+:@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
