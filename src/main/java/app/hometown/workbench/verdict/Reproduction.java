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

/// The command that gives an evaluation again, for a shell, with absolute paths. What is tried out in a window only (a
/// scoring that is no preset, streams taken off the air, selections) it does not know.
final class Reproduction {
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
        ScoringFile.presets().stream()
                .filter(preset -> ScoringFile.resolve(preset).equals(session.scoring()))
                .findFirst()
                .filter(_ -> !session.scoring().equals(Scoring.DEFAULT))
                .ifPresent(preset -> words.addAll(List.of("--scoring", preset)));
        return String.join(" ", words);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./,=+:@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
