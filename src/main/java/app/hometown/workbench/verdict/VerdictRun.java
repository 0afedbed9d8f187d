// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Progress;
import app.hometown.evaluation.Measure;
import app.hometown.evaluation.Trial;
import app.hometown.statistics.Interval;
import app.hometown.statistics.PairedDifference;
import app.hometown.workbench.Session;
import app.hometown.workbench.explore.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Rankers that have ranked for everybody. What is asked of it is worked out from the lists, which are kept: memory is
/// about 10 bytes a user, ranker and place. Immutable, for any thread.
///
/// @param session the data, model and scoring ranked with
/// @param request what was asked
/// @param test the samples measured on
/// @param trial the lists
/// @param contestants who ranked, in the order of the trial's contenders
/// @param aucs AUC of each click model on the test samples by the ranker's name, with its interval; none where all
///   samples have the same label
public record VerdictRun(
        Session session,
        VerdictRequest request,
        TestSamples test,
        Trial trial,
        List<Contestant> contestants,
        Map<String, Interval> aucs) {
    public VerdictRun {
        contestants = List.copyOf(contestants);
        aucs = Collections.unmodifiableMap(new LinkedHashMap<>(aucs));
    }

    /// The same run asked about another length of list, without ranking again.
    ///
    /// @throws app.hometown.domain.InputException when its lists are shorter
    public VerdictRun at(int k) {
        return new VerdictRun(session, request.at(k), test, trial, contestants, aucs);
    }

    /// The places of the contestants of a role.
    public int[] of(Contestant.Role role) {
        return IntStream.range(0, contestants.size())
                .filter(i -> contestants.get(i).role() == role)
                .toArray();
    }

    /// Whether the true click probability of every pair is known.
    public boolean knowsTruth() {
        return trial.has(0, Measure.EXPECTED_CLICKS);
    }

    /// How much better one contestant's lists are than another's.
    ///
    /// @param first the place of the one that is to be beaten
    /// @param second the place of the other
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public PairedDifference difference(int first, int second, Measure measure, int k, Progress progress) {
        return PairedDifference.of(
                trial.values(first, measure, k), trial.values(second, measure, k), request.seed(), progress);
    }

    /// For how many users two contestants show the same streams in the same order.
    public int sameLists(int first, int second, int k) {
        var one = trial.contenders().get(first).lists();
        var other = trial.contenders().get(second).lists();
        return (int) IntStream.range(0, trial.users())
                .parallel()
                .filter(user -> Arrays.equals(one.list(user, k), other.list(user, k)))
                .count();
    }

    /// The evaluated users in groups. Candidates take some seconds for 100,000 users of a million streams, the others
    /// no time.
    public List<Group> groups(Grouping by) {
        return new Groups(trial.catalog(), rows())
                .by(by, session.selections().of(Kind.USERS), session.scoring().radiusKm());
    }

    /// How many live streams each evaluated user has within the session's radius, before it grows.
    public int[] candidates() {
        return Groups.candidates(trial.catalog(), rows(), session.scoring().radiusKm());
    }

    private int[] rows() {
        return IntStream.range(0, trial.users()).map(trial::row).toArray();
    }
}
