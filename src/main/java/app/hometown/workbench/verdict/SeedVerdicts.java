// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.data.DataFolder;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.evaluation.FormulaLister;
import app.hometown.evaluation.Lister;
import app.hometown.evaluation.Measure;
import app.hometown.learning.DataSplit;
import app.hometown.learning.FitProgress;
import app.hometown.learning.Training;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingSet;
import app.hometown.ranking.ClickModel;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.Scoring;
import app.hometown.statistics.Interval;
import app.hometown.statistics.PairedDifference;
import app.hometown.statistics.Verdict;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.RankerDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The same verdict after training with several seeds: how much of it depends on which rows were trained on and which
/// were kept back to be tested on. The rankers that use the active model use each seed's in its place.
///
/// @param measure what is compared
/// @param k length of the lists
/// @param testFile whether all seeds were tested on the same file; otherwise each on the rows that it kept back
/// @param rivals one for each ranker but the first
public record SeedVerdicts(Measure measure, int k, boolean testFile, List<Rival> rivals) {
    private static final int FEWEST = 2;
    private static final int MOST = 50;

    public SeedVerdicts {
        rivals = List.copyOf(rivals);
    }

    /// A ranker against the first.
    ///
    /// @param first the ranker that is to be beaten
    /// @param second the other
    /// @param seeds one a training
    /// @param mean mean of the seeds' differences
    /// @param deviation standard deviation of the seeds' differences
    /// @param standardError what one seed's difference is unsure by because its users are few, on average: if the
    ///   deviation is not much larger, the training adds little noise to that
    /// @param noise the part of the mean squared difference that does not come from its mean, 0..1: of a verdict
    /// from
    ///   one seed that much is chance
    public record Rival(
            String first,
            String second,
            List<OfSeed> seeds,
            double mean,
            double deviation,
            double standardError,
            double noise) {
        public Rival {
            seeds = List.copyOf(seeds);
        }

        /// How many seeds came to a verdict.
        public long with(Verdict verdict) {
            return seeds.stream()
                    .filter(seed -> seed.result().verdict() == verdict)
                    .count();
        }

        /// The mean, with how unsure one seed's difference is.
        public Interval sure() {
            return Interval.normal(mean, standardError);
        }

        static Rival of(String first, String second, List<OfSeed> seeds) {
            double mean = 0;
            double error = 0;
            double squared = 0;
            for (OfSeed seed : seeds) {
                double one = seed.result().difference().estimate();
                mean += one / seeds.size();
                squared += one * one / seeds.size();
                error += seed.result().standardError() / seeds.size();
            }
            double squares = 0;
            for (OfSeed seed : seeds) {
                double off = seed.result().difference().estimate() - mean;
                squares += off * off;
            }
            return new Rival(
                    first,
                    second,
                    seeds,
                    mean,
                    Math.sqrt(squares / (seeds.size() - 1)),
                    error,
                    squared == 0 ? 1 : Math.clamp(squares / seeds.size() / squared, 0.0, 1.0));
        }
    }

    /// What came of a seed.
    ///
    /// @param seed of the division into training and test rows and of the training
    /// @param result the difference
    public record OfSeed(long seed, PairedDifference result) {}

    /// Refuses what cannot be done, before anything is worked out.
    ///
    /// @param count how many seeds
    /// @throws InputException when they are too few or too many, or no ranker uses the active model
    public static void check(VerdictRequest request, int count) {
        if (count < FEWEST || count > MOST) {
            throw new InputException("seeds", count + " is not possible", "Give " + FEWEST + " to " + MOST + ".");
        }
        if (request.lineup().definitions().stream().noneMatch(SeedVerdicts::learns)) {
            throw new InputException(
                    "seeds", "none of the rankers uses the active model", "Compare ml, or leave the seeds out.");
        }
    }

    /// Trains and evaluates.
    ///
    /// @param count how many seeds, 2..50: the active model's, or 42, and those that follow
    /// @throws InputException when no ranker uses the active model
    /// @throws java.util.concurrent.CancellationException when the progress says so
    static SeedVerdicts of(Session session, VerdictRequest request, int count, Progress progress) {
        check(request, count);
        List<RankerDefinition> definitions = request.lineup().definitions();
        Path folder = session.requireData().folder();
        Path kept = folder.resolve(DataFolder.TEST);
        Optional<Path> file = request.testFile().or(() -> Optional.of(kept).filter(Files::exists));
        Optional<Samples> tested =
                file.map(path -> DataFolder.samples(path, progress).samples());
        Samples all =
                DataFolder.samples(folder.resolve(DataFolder.TRAIN), progress).samples();
        TrainingOptions options = session.model() instanceof ModelState.Active active
                ? active.description().division()
                : TrainingOptions.DEFAULT;
        DataSplit split = options.split() == DataSplit.TEST_FILE ? DataSplit.ROWS : options.split();
        List<List<OfSeed>> results = new ArrayList<>();
        for (int i = 1; i < definitions.size(); i++) {
            results.add(new ArrayList<>());
        }
        for (int n = 0; n < count; n++) {
            TrainingOptions ofSeed = options.with(split).withSeed(options.seed() + n);
            Progress named = progress.within("seed " + ofSeed.seed());
            TrainingSet set = TrainingSet.prepare(
                    all, Optional.empty(), session.requireData().catalog(), ofSeed, named);
            ClickModel model = Training.fit(set.train(), set.train().sampled(0, 0), ofSeed, FitProgress.of(named))
                    .parameters()
                    .model();
            Samples test = tested.orElseGet(() -> set.samples().at(set.test().sampleNumbers()));
            VerdictRun run = run(
                    session,
                    request,
                    model,
                    new TestSamples(test, file.orElse(folder), file.isEmpty(), List.of()),
                    named);
            for (int i = 1; i < definitions.size(); i++) {
                results.get(i - 1)
                        .add(new OfSeed(ofSeed.seed(), run.difference(0, i, request.measure(), request.k(), named)));
            }
        }
        List<Rival> rivals = new ArrayList<>();
        for (int i = 1; i < definitions.size(); i++) {
            rivals.add(
                    Rival.of(definitions.getFirst().name(), definitions.get(i).name(), results.get(i - 1)));
        }
        return new SeedVerdicts(request.measure(), request.k(), file.isPresent(), rivals);
    }

    private static VerdictRun run(
            Session session, VerdictRequest request, ClickModel model, TestSamples test, Progress progress) {
        List<Contestant> contestants = new ArrayList<>();
        List<Lister> listers = new ArrayList<>();
        for (RankerDefinition definition : request.lineup().definitions()) {
            contestants.add(new Contestant(
                    definition.name(), Contestant.Role.COMPARED, "", "", Optional.empty(), Optional.empty()));
            listers.add(
                    learns(definition)
                            ? new FormulaLister(
                                    session.requireData().index(),
                                    new Ranker(definition.name(), scoring(definition, session), Optional.of(model)))
                            : VerdictDesk.lister(definition, session));
        }
        return VerdictDesk.run(session, request.alone(), test, contestants, listers, progress);
    }

    private static boolean learns(RankerDefinition definition) {
        return definition.equals(RankerDefinition.ML)
                || (definition instanceof RankerDefinition.Custom custom
                        && custom.click() instanceof RankerDefinition.Click.Active);
    }

    private static Scoring scoring(RankerDefinition definition, Session session) {
        return definition instanceof RankerDefinition.Custom custom
                ? custom.scoring().map(RankerDefinition.NamedScoring::scoring).orElse(session.scoring())
                : session.scoring();
    }
}
