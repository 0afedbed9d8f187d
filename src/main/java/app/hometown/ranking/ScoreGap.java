// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Why one score is above another: the difference of their terms. The two are two streams under one ranker, or one
/// stream under two.
///
/// @param a the first
/// @param b the second
/// @param gap score of the first less that of the second
/// @param differences one a term, largest first whatever its sign; they sum to the gap to within 1e-9 at ordinary sizes
public record ScoreGap(Explanation a, Explanation b, double gap, List<Difference> differences) {
    public ScoreGap {
        differences = List.copyOf(differences);
    }

    /// What a term adds to the gap.
    ///
    /// @param term which
    /// @param a its points in the first score
    /// @param b its points in the second
    /// @param points the first less the second
    public record Difference(ScoreTerm term, double a, double b, double points) {}

    /// The gap between two scores.
    public static ScoreGap between(Explanation a, Explanation b) {
        return new ScoreGap(
                a,
                b,
                a.score() - b.score(),
                Arrays.stream(ScoreTerm.values())
                        .map(term ->
                                new Difference(term, a.points(term), b.points(term), a.points(term) - b.points(term)))
                        .sorted(Comparator.comparingDouble((Difference difference) -> -Math.abs(difference.points())))
                        .toList());
    }
}
