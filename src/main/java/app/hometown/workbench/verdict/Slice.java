// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Progress;
import app.hometown.evaluation.Measure;
import app.hometown.statistics.Holm;
import app.hometown.statistics.Interval;
import app.hometown.statistics.Normal;
import app.hometown.statistics.PairedDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two rankers for some of the users.
///
/// @param by by what users were grouped
/// @param name what these have in common
/// @param first the ranker that is to be beaten
/// @param second the other
/// @param result the difference for these users, its interval as if nobody had looked at other users
/// @param adjustedP p corrected for all slices of this pair that are large enough ([Holm]); null in one that is not
/// @param wide an interval so wide that all of them hold together with a chance of 95 % (Bonferroni, from the normal
///   distribution); null likewise
/// @param conclusion what it comes to, by the adjusted p
public record Slice(
        Grouping by,
        String name,
        String first,
        String second,
        PairedDifference result,
        @Nullable Double adjustedP,
        @Nullable Interval wide,
        Conclusion conclusion) {
    /// The slices of each compared ranker against the first, in the order of groupings and of groups.
    static List<Slice> of(VerdictRun run, Set<Grouping> groupings, Measure measure, int k, Progress progress) {
        List<Group> groups = new ArrayList<>();
        if (!groupings.isEmpty()) {
            progress.phase("grouping users", groupings.size());
            int grouped = 0;
            for (Grouping by : EnumSet.copyOf(groupings)) {
                progress.done(grouped++);
                groups.addAll(run.groups(by));
            }
        }
        int[] compared = run.of(Contestant.Role.COMPARED);
        double[] first = run.trial().values(compared[0], measure, k);
        List<Slice> slices = new ArrayList<>();
        for (int i = 1; i < compared.length; i++) {
            double[] second = run.trial().values(compared[i], measure, k);
            slices.addAll(of(
                    groups,
                    run.contestants().get(compared[0]).name(),
                    run.contestants().get(compared[i]).name(),
                    first,
                    second,
                    measure,
                    run.request().seed(),
                    progress));
        }
        return slices;
    }

    static List<Slice> of(
            List<Group> groups,
            String nameOfFirst,
            String nameOfSecond,
            double[] first,
            double[] second,
            Measure measure,
            long seed,
            Progress progress) {
        progress.phase("looking at groups of users", groups.size());
        List<PairedDifference> results = new ArrayList<>();
        for (Group group : groups) {
            results.add(PairedDifference.of(group.of(first), group.of(second), seed, progress.step(results.size())));
            progress.done(results.size());
        }
        double[] enough = results.stream()
                .filter(result -> !Conclusion.tooFew(result))
                .mapToDouble(PairedDifference::p)
                .toArray();
        double[] adjusted = Holm.adjusted(enough);
        double reach = Normal.quantile(1 - PairedDifference.LEVEL / 2 / Math.max(1, enough.length));
        List<Slice> slices = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < results.size(); i++) {
            PairedDifference result = results.get(i);
            boolean few = Conclusion.tooFew(result);
            Double p = few ? null : Double.valueOf(adjusted[next++]);
            slices.add(new Slice(
                    groups.get(i).by(),
                    groups.get(i).name(),
                    nameOfFirst,
                    nameOfSecond,
                    result,
                    p,
                    few ? null : wide(groups.get(i), first, second, reach),
                    p != null && p >= PairedDifference.LEVEL
                            ? Conclusion.NO_EVIDENCE
                            : Conclusion.of(result, 0, measure)));
        }
        return slices;
    }

    private static Interval wide(Group group, double[] first, double[] second, double reach) {
        double[] one = group.of(first);
        double[] other = group.of(second);
        double[] differences = new double[one.length];
        Arrays.setAll(differences, user -> other[user] - one[user]);
        double mean = Arrays.stream(differences).sum() / differences.length;
        double squares = Arrays.stream(differences)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double half = reach * Math.sqrt(squares / (differences.length - 1) / differences.length);
        return new Interval(mean, mean - half, mean + half);
    }
}
