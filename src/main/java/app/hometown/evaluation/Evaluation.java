// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.RankingIndex;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How good rankers are on test samples: what they put into the top k of each user who clicked something, against
/// what the user clicked.
///
/// @param k how many places a list has
/// @param users how many users have a test sample
/// @param evaluatedUsers how many of them clicked something and get a list from every ranker; means are over these
/// @param usersWithoutClick left out: clicked nothing
/// @param usersNotInData left out: clicked something but are not in the catalog
/// @param usersWithEmptyList left out: some ranker has no candidate for them
/// @param rankers the metrics by the rankers' names, in the order asked for
public record Evaluation(
        int k,
        int users,
        int evaluatedUsers,
        int usersWithoutClick,
        int usersNotInData,
        int usersWithEmptyList,
        Map<String, RankingMetrics> rankers) {
    /// The mean reciprocal rank looks at this many places, whatever k is.
    public static final int MRR_DEPTH = 10;

    public Evaluation {
        rankers = Collections.unmodifiableMap(new LinkedHashMap<>(rankers));
    }

    /// The reasons for which users were left out, each with how many, without those that left nobody out.
    public Map<String, Integer> leftOut() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        reasons.put(LeftOut.CLICKED_NOTHING.words(), usersWithoutClick);
        reasons.put(LeftOut.NOT_IN_DATA.words(), usersNotInData);
        reasons.put(LeftOut.NO_STREAM_IN_REACH.words(), usersWithEmptyList);
        reasons.values().removeIf(count -> count == 0);
        return Collections.unmodifiableMap(reasons);
    }

    /// Evaluates rankers for every user with a click. Users are spread over all cores; the result is the same to
    /// the bit however they are.
    ///
    /// A click on a stream that the catalog does not have counts as relevant and can never be hit.
    ///
    /// @param index an index of the catalog
    /// @param rankers with different names, at least one
    /// @param test what was shown and clicked
    /// @param k at least 1
    /// @throws InputException when nobody can be evaluated
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Evaluation run(
            Catalog catalog, RankingIndex index, List<Ranker> rankers, Samples test, int k, Progress progress) {
        if (k < 1) {
            throw new InputException("k", k + " is too few", "Give a number of at least 1.");
        }
        Trial trial = Trial.run(
                catalog,
                rankers.stream().map(ranker -> new FormulaLister(index, ranker)).toList(),
                List.of(),
                test,
                new Trial.Options(Math.max(k, MRR_DEPTH), Optional.empty(), false),
                progress);
        return of(trial, rankers.stream().map(Ranker::name).toList(), k);
    }

    /// The evaluation of a trial that has taken place.
    ///
    /// @param names of the first rankers, all that are wanted
    /// @param k 1 to the trial's most, which is at least [#MRR_DEPTH]
    public static Evaluation of(Trial trial, List<String> names, int k) {
        Map<String, RankingMetrics> metrics = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            metrics.put(names.get(i), metrics(trial, i, k));
        }
        return new Evaluation(
                k,
                trial.sampledUsers(),
                trial.users(),
                trial.leftOutCount(LeftOut.CLICKED_NOTHING),
                trial.leftOutCount(LeftOut.NOT_IN_DATA),
                trial.leftOutCount(LeftOut.NO_STREAM_IN_REACH),
                metrics);
    }

    /// The metrics of a ranker in a trial.
    ///
    /// @param ranker its place among the contenders
    /// @param k 1 to the trial's most
    public static RankingMetrics metrics(Trial trial, int ranker, int k) {
        return new RankingMetrics(
                trial.mean(ranker, Measure.NDCG, k),
                trial.mean(ranker, Measure.PRECISION, k),
                trial.mean(ranker, Measure.RECALL, k),
                trial.mean(ranker, Measure.F1, k),
                trial.mean(ranker, Measure.MAP, k),
                trial.mean(ranker, Measure.MRR, k),
                trial.mean(ranker, Measure.HIT_RATE, k),
                Exposure.of(trial, ranker, k).coverage(),
                trial.mean(ranker, Measure.NOVELTY, k));
    }
}
