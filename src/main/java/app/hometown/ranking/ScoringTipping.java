// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.ranking.TippingPoint.Answer;
import app.hometown.ranking.TippingPoint.At;
import app.hometown.ranking.TippingPoint.Cannot;
import app.hometown.ranking.TippingPoint.Goal;
import app.hometown.ranking.TippingPoint.Reason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// Solves for one number of the scoring: how far must it go until a stream stands where one wants it?
///
/// Every score is a line in the number ([ScoreLines]), so against each other candidate the stream changes places where
/// two lines cross. Going outwards from the number as it is, from crossing to crossing, the count of candidates above
/// the stream is known throughout; the first stretch on which it suits the goal begins at the answer. Candidates that
/// cannot matter are left out first ([Skyband]), what is left is gone through by a [TippingWay].
final class ScoringTipping {
    private final Candidates candidates;
    private final int target;
    private final int k;
    private final Skyband byScore;

    /// @param target the stream, as a candidate
    /// @param k length of the list
    ScoringTipping(Candidates candidates, int target, int k) {
        this.candidates = candidates;
        this.target = target;
        this.k = k;
        byScore = Skyband.of(candidates.scores(), k);
    }

    /// The answers of a number.
    ///
    /// @param goals that the stream has not reached
    Map<Goal, Answer> solve(ScoringNumber number, Set<Goal> goals) {
        Map<Goal, Answer> answers = new EnumMap<>(Goal.class);
        if (number == ScoringNumber.WEIGHT_ML
                && candidates.ranker().clickModel().isEmpty()) {
            goals.forEach(goal -> answers.put(goal, new Cannot(Reason.NO_MODEL)));
            return answers;
        }
        ScoreLines lines = ScoreLines.of(number, candidates);
        if (!lines.matters(target)) {
            goals.forEach(goal -> answers.put(goal, new Cannot(Reason.NO_EFFECT)));
            return answers;
        }
        double now = number.of(candidates.ranker().scoring());
        Skyband skyband = lines.startsFromScores() ? byScore : Skyband.of(lines.levels(candidates), k);
        Map<Goal, Double> up = way(lines, skyband, true).find(goals);
        Map<Goal, Double> down = way(lines, skyband, false).find(goals);
        for (Goal goal : goals) {
            double above = up.getOrDefault(goal, Double.NaN);
            double below = down.getOrDefault(goal, Double.NaN);
            double nearest = Double.isNaN(above) || Math.abs(below - now) < Math.abs(above - now) ? below : above;
            answers.put(goal, Double.isNaN(nearest) ? new Cannot(Reason.NO_VALUE) : new At(nearest));
        }
        return answers;
    }

    private TippingWay way(ScoreLines lines, Skyband skyband, boolean upwards) {
        int[] rivals = Arrays.stream(skyband.band(lines.lifts(upwards)))
                .filter(candidate -> candidate != target)
                .toArray();
        return new TippingWay(candidates, target, k, lines, rivals, upwards);
    }
}
