// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Progress;
import app.hometown.evaluation.Measure;
import app.hometown.statistics.Holm;
import app.hometown.statistics.PairedDifference;
import java.util.ArrayList;
import java.util.List;

/// Two rankers by one measure.
///
/// @param first the ranker that is to be beaten
/// @param second the other
/// @param measure what is compared
/// @param k length of the lists
/// @param result the difference, second less first, and how sure it is
/// @param adjustedP p corrected for as many rankers as were held against the first by this measure ([Holm])
/// @param sameLists for how many users both show the same streams in the same order
/// @param conclusion what it comes to; where several were held against the first, adjusted p decides
public record Duel(
        String first,
        String second,
        Measure measure,
        int k,
        PairedDifference result,
        double adjustedP,
        int sameLists,
        Conclusion conclusion) {
    /// Holds each of the compared rankers but the first against the first.
    static List<Duel> of(VerdictRun run, Measure measure, int k, Progress progress) {
        int[] compared = run.of(Contestant.Role.COMPARED);
        List<PairedDifference> results = new ArrayList<>();
        for (int i = 1; i < compared.length; i++) {
            results.add(run.difference(compared[0], compared[i], measure, k, progress));
        }
        double[] adjusted =
                Holm.adjusted(results.stream().mapToDouble(PairedDifference::p).toArray());
        List<Duel> duels = new ArrayList<>();
        for (int i = 1; i < compared.length; i++) {
            PairedDifference result = results.get(i - 1);
            int same = run.sameLists(compared[0], compared[i], k);
            Conclusion conclusion = Conclusion.of(result, same, measure);
            boolean decided = conclusion != Conclusion.SAME_LISTS && conclusion != Conclusion.TOO_FEW;
            duels.add(new Duel(
                    run.contestants().get(compared[0]).name(),
                    run.contestants().get(compared[i]).name(),
                    measure,
                    k,
                    result,
                    adjusted[i - 1],
                    same,
                    decided && adjusted[i - 1] >= PairedDifference.LEVEL ? Conclusion.NO_EVIDENCE : conclusion));
        }
        return duels;
    }
}
