// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Progress;
import app.hometown.evaluation.RankedLists;
import app.hometown.evaluation.TeamDraft;
import app.hometown.evaluation.Trial;
import app.hometown.statistics.FixedRandom;
import app.hometown.statistics.Interval;
import app.hometown.statistics.MeanBootstrap;
import app.hometown.statistics.PairedDifference;
import app.hometown.statistics.SignFlipTest;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An online test of two rankers, simulated: every user is shown both lists interleaved some times, and the ranker
/// whose
/// streams get more clicks wins ([TeamDraft]).
///
/// @param first a ranker
/// @param second another
/// @param k streams shown
/// @param trueClicks whether users click by the true click probabilities; otherwise they click what the test samples
///   say they clicked, and nothing that was never shown to them
/// @param users how many
/// @param rounds how often each is shown a list
/// @param firstWins lists in which the first got more clicks
/// @param secondWins lists in which the second did
/// @param ties lists in which both got as many, mostly none
/// @param preference for the second, by users: half of what the wins of the second exceed those of the first, as a part
///   of all lists; -0.5 to 0.5, with its 95 % interval
/// @param p how often chance alone would give as large a preference
/// @param listsNeeded how many lists an online test has to show to find such a preference with a chance of 80 %; null
///   for none
public record Interleaving(
        String first,
        String second,
        int k,
        boolean trueClicks,
        int users,
        int rounds,
        long firstWins,
        long secondWins,
        long ties,
        Interval preference,
        double p,
        @Nullable Long listsNeeded) {
    private static final int TURNS = 3;
    private static final int USERS_A_STEP = 1024;

    /// Simulates.
    ///
    /// @param first the first contestant's place
    /// @param second the second's
    /// @param rounds at least 1
    /// @throws java.util.concurrent.CancellationException when the progress says so
    static Interleaving of(VerdictRun run, int first, int second, int k, int rounds, Progress progress) {
        Trial trial = run.trial();
        boolean truth = run.knowsTruth();
        RankedLists one = trial.contenders().get(first).lists();
        RankedLists other = trial.contenders().get(second).lists();
        progress.phase("interleaving lists", trial.users());
        byte[][] outcomes = new byte[trial.users()][];
        for (int from = 0; from < trial.users(); from += USERS_A_STEP) {
            IntStream.range(from, Math.min(trial.users(), from + USERS_A_STEP))
                    .parallel()
                    .forEach(user -> outcomes[user] = outcomes(
                            one, other, user, k, rounds, truth, run.request().seed()));
            progress.done(from);
        }
        long firstWins = 0;
        long secondWins = 0;
        double[] means = new double[outcomes.length];
        for (int user = 0; user < outcomes.length; user++) {
            for (byte outcome : outcomes[user]) {
                firstWins += outcome < 0 ? 1 : 0;
                secondWins += outcome > 0 ? 1 : 0;
                means[user] += 0.5 * outcome / rounds;
            }
        }
        long lists = (long) rounds * means.length;
        double mean = (double) (secondWins - firstWins) / lists;
        double deviation = Math.sqrt((double) (firstWins + secondWins) / lists - mean * mean);
        return new Interleaving(
                run.contestants().get(first).name(),
                run.contestants().get(second).name(),
                k,
                truth,
                means.length,
                rounds,
                firstWins,
                secondWins,
                lists - firstWins - secondWins,
                MeanBootstrap.expanded(means, run.request().seed(), progress),
                SignFlipTest.of(means, run.request().seed(), progress).p(),
                deviation == 0 ? null : PairedDifference.usersNeeded(mean / deviation));
    }

    private static byte[] outcomes(
            RankedLists first, RankedLists second, int user, int k, int rounds, boolean truth, long seed) {
        FixedRandom random = new FixedRandom(seed, TURNS);
        random.at(user);
        int[] one = first.list(user, k);
        int[] other = second.list(user, k);
        byte[] outcomes = new byte[rounds];
        for (int round = 0; round < rounds; round++) {
            TeamDraft draft = TeamDraft.of(one, other, k, random);
            int lead = 0;
            for (int i = 0; i < draft.rows().length; i++) {
                boolean bySecond = draft.bySecond().get(i);
                RankedLists lists = bySecond ? second : first;
                int place = lists.first(user, k) + place(bySecond ? other : one, draft.rows()[i]);
                boolean clicked = truth ? random.chance(lists.chance(place)) : lists.clicked(place);
                lead += clicked ? (bySecond ? 1 : -1) : 0;
            }
            outcomes[round] = (byte) Integer.signum(lead);
        }
        return outcomes;
    }

    private static int place(int[] list, int row) {
        int place = 0;
        while (list[place] != row) {
            place++;
        }
        return place;
    }
}
