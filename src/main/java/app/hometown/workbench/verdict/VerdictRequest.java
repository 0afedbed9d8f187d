// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.InputException;
import app.hometown.evaluation.Measure;
import app.hometown.workbench.compare.Lineup;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What somebody wants to know.
///
/// @param lineup the rankers; the first is the one that the others have to beat
/// @param k the length of list that the verdict is about, at least 1
/// @param most the longest length looked at; 0 for k alone, else the figures are there for every length up to it
/// @param measure what decides
/// @param testFile the samples to measure on; without one the data folder's test file, else what training kept back
/// @param baselines whether nearest, most popular, best quality, random, hindsight and, where the truth is known, the
///   oracle are ranked by, too
/// @param slices the groups of users to look at one by one
/// @param interleavings shows a user, simulated; 0 for none
/// @param seed of everything that is drawn
public record VerdictRequest(
        Lineup lineup,
        int k,
        int most,
        Measure measure,
        Optional<Path> testFile,
        boolean baselines,
        Set<Grouping> slices,
        int interleavings,
        long seed) {
    /// The longest list that is looked at.
    public static final int LONGEST = 1000;

    /// The seed unless one says otherwise.
    public static final long SEED = 42;

    public VerdictRequest {
        within("k", k, 1, LONGEST);
        within("largest k", most, 0, LONGEST);
        within("interleavings", interleavings, 0, 1000);
        slices = slices.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(slices));
    }

    /// A verdict by nDCG with baselines and nothing else.
    public static VerdictRequest of(Lineup lineup, int k) {
        return new VerdictRequest(lineup, k, 0, Measure.NDCG, Optional.empty(), true, Set.of(), 0, SEED);
    }

    /// The length of the longest list that is needed.
    int longest() {
        return Math.max(k, most);
    }

    /// The same about another length of list.
    ///
    /// @throws InputException when it is longer than the longest looked at
    VerdictRequest at(int other) {
        within("k", other, 1, longest());
        return new VerdictRequest(lineup, other, most, measure, testFile, baselines, slices, interleavings, seed);
    }

    /// The rankers alone at k alone.
    VerdictRequest alone() {
        return new VerdictRequest(lineup, k, 0, measure, testFile, false, Set.of(), 0, seed);
    }

    private static void within(String what, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new InputException(
                    what, value + " is not possible", "Give a number from " + least + " to " + greatest + ".");
        }
    }
}
