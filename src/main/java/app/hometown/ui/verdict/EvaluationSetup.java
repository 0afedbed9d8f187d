// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.domain.InputException;
import app.hometown.evaluation.Measure;
import app.hometown.workbench.Settings;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.VerdictRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the form of the Evaluate view says, but for the length of the lists, which is never fixed. Immutable.
///
/// @param lineup the rankers; the first is the one that the others have to beat
/// @param measure what decides
/// @param testFile the samples to measure on; empty for the data folder's own
/// @param interleaved whether an online test is simulated
/// @param seeds with how many seeds the active model's training is repeated; 0 for not at all
public record EvaluationSetup(Lineup lineup, Measure measure, Optional<Path> testFile, boolean interleaved, int seeds) {
    /// *basic* against *ml* by nDCG, with a simulated online test.
    public static final EvaluationSetup DEFAULT =
            new EvaluationSetup(Lineup.DEFAULT, Measure.NDCG, Optional.empty(), true, 0);

    /// Figures are there for every length up to this.
    public static final int LONGEST = 50;

    /// How many seeds can be chosen.
    public static final List<Integer> SEEDS = List.of(0, 3, 5, 10, 20);

    private static final int ROUNDS = 10;

    /// What is asked for.
    ///
    /// @param k the length of list that the verdict is about first
    /// @param selected whether there are selections of users to look at
    public VerdictRequest request(int k, boolean selected) {
        return new VerdictRequest(
                lineup,
                k,
                Math.max(k, LONGEST),
                measure,
                testFile,
                true,
                selected ? EnumSet.allOf(Grouping.class) : EnumSet.complementOf(EnumSet.of(Grouping.SELECTION)),
                interleaved ? ROUNDS : 0,
                VerdictRequest.SEED);
    }

    /// As it was kept at an earlier start; what is not known any more is as at first. Reads the files of rankers.
    ///
    /// @throws InputException when a file of a ranker is gone or refused
    public static EvaluationSetup of(Settings.Evaluating kept) {
        return new EvaluationSetup(
                kept.rankers().isEmpty()
                        ? DEFAULT.lineup
                        : new Lineup(
                                kept.rankers().stream().map(RankerNames::parse).toList()),
                Stream.of(Measure.values())
                        .filter(measure ->
                                measure.key().equals(kept.measure()) && measure.sense() == Measure.Sense.MORE_IS_BETTER)
                        .findFirst()
                        .orElse(DEFAULT.measure),
                kept.testFile().isEmpty() ? Optional.empty() : Optional.of(Path.of(kept.testFile())),
                kept.interleaved(),
                SEEDS.contains(kept.seeds()) ? kept.seeds() : DEFAULT.seeds);
    }

    /// What is kept for the next start.
    ///
    /// @param k the length of the lists
    public Settings.Evaluating kept(int k) {
        return new Settings.Evaluating(
                lineup.definitions().stream().map(RankerNames::text).toList(),
                measure.key(),
                k,
                testFile.map(file -> file.toAbsolutePath().toString()).orElse(""),
                interleaved,
                seeds);
    }

    /// The ranker that the others have to beat.
    public RankerDefinition reference() {
        return lineup.definitions().getFirst();
    }

    /// With one more ranker, or without one that is there.
    ///
    /// @throws InputException when there would be too few or too many, or two of a name
    public EvaluationSetup toggled(RankerDefinition ranker) {
        List<RankerDefinition> rankers = new ArrayList<>(lineup.definitions());
        if (!rankers.remove(ranker)) {
            rankers.add(ranker);
        }
        return with(new Lineup(rankers));
    }

    /// With another of the rankers as the one that the others have to beat.
    public EvaluationSetup against(RankerDefinition ranker) {
        List<RankerDefinition> rankers = new ArrayList<>(lineup.definitions());
        if (rankers.remove(ranker)) {
            rankers.addFirst(ranker);
        }
        return with(new Lineup(rankers));
    }

    /// With other rankers.
    public EvaluationSetup with(Lineup other) {
        return new EvaluationSetup(other, measure, testFile, interleaved, seeds);
    }

    /// With another measure to decide.
    public EvaluationSetup with(Measure other) {
        return new EvaluationSetup(lineup, other, testFile, interleaved, seeds);
    }

    /// On other samples.
    public EvaluationSetup on(Optional<Path> file) {
        return new EvaluationSetup(lineup, measure, file, interleaved, seeds);
    }

    /// With or without a simulated online test.
    public EvaluationSetup interleaved(boolean simulated) {
        return new EvaluationSetup(lineup, measure, testFile, simulated, seeds);
    }

    /// With so many seeds.
    public EvaluationSetup withSeeds(int count) {
        return new EvaluationSetup(lineup, measure, testFile, interleaved, count);
    }
}
