// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Progress;
import app.hometown.evaluation.Hindsight;
import app.hometown.evaluation.Measure;
import app.hometown.statistics.PairedDifference;
import java.util.ArrayList;
import java.util.List;

/// A ranker against one that nobody would want to lose to, or against one that nobody can beat.
///
/// @param ranker which
/// @param against the baseline or the ceiling
/// @param ceiling whether it is one
/// @param measure what is compared
/// @param k length of the lists
/// @param result the ranker less the other
/// @param conclusion what it comes to for the ranker
public record BaselineCheck(
        String ranker,
        String against,
        boolean ceiling,
        Measure measure,
        int k,
        PairedDifference result,
        Conclusion conclusion) {
    /// Whether the ranker is better than the baseline.
    public boolean beats() {
        return conclusion == Conclusion.BETTER;
    }

    /// Checks all compared rankers against all others; by expected clicks not against hindsight, which looks at logged
    /// clicks only and is no ceiling there.
    static List<BaselineCheck> of(VerdictRun run, Measure measure, int k, Progress progress) {
        List<BaselineCheck> checks = new ArrayList<>();
        int[] compared = run.of(Contestant.Role.COMPARED);
        progress.phase(
                "comparing with baselines",
                (long) compared.length * (run.contestants().size() - compared.length));
        for (int ranker : compared) {
            for (int other = 0; other < run.contestants().size(); other++) {
                Contestant.Role role = run.contestants().get(other).role();
                boolean blind = measure == Measure.EXPECTED_CLICKS
                        && run.contestants().get(other).name().equals(Hindsight.NAME);
                if (role == Contestant.Role.COMPARED
                        || blind
                        || !run.trial().has(other, measure)
                        || !run.trial().has(ranker, measure)) {
                    continue;
                }
                PairedDifference result = run.difference(other, ranker, measure, k, progress.step(checks.size()));
                checks.add(new BaselineCheck(
                        run.contestants().get(ranker).name(),
                        run.contestants().get(other).name(),
                        role == Contestant.Role.CEILING,
                        measure,
                        k,
                        result,
                        Conclusion.of(result, run.sameLists(other, ranker, k), measure)));
            }
        }
        return checks;
    }
}
