// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.verdict;

import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.evaluation.Evaluation;
import app.hometown.evaluation.FormulaLister;
import app.hometown.evaluation.Hindsight;
import app.hometown.evaluation.Lister;
import app.hometown.evaluation.RandomLister;
import app.hometown.evaluation.SameForAllLister;
import app.hometown.evaluation.Trial;
import app.hometown.learning.ModelFile;
import app.hometown.learning.SampleRows;
import app.hometown.learning.TrainingData;
import app.hometown.learning.results.ClickCurves;
import app.hometown.learning.synthetic.TrueClickModel;
import app.hometown.ranking.ClickModel;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.Scoring;
import app.hometown.ranking.Surroundings;
import app.hometown.statistics.Interval;
import app.hometown.workbench.Job;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.compare.RankerDefinition;
import app.hometown.workbench.compare.RankerNames;
import app.hometown.workbench.compare.ResolvedRanker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Lets rankers rank for everybody and says what comes of it, for window and command line alike. Safe to use from any
/// thread.
public final class VerdictDesk {
    private final Workbench workbench;

    /// @param workbench whose open data and model are used
    public VerdictDesk(Workbench workbench) {
        this.workbench = workbench;
    }

    /// Ranks for everybody.
    public Job<VerdictRun> run(VerdictRequest request) {
        return workbench.jobs().start("Evaluate", progress -> run(workbench.session(), request, progress));
    }

    /// Works out everything that a run was asked for.
    public Job<Findings> findings(VerdictRun run) {
        return workbench.jobs().start("Compare rankers", progress -> Findings.of(run, progress));
    }

    /// Writes a run's results user by user, see [PerUserFile].
    public Job<Path> writeUsers(VerdictRun run, Path file) {
        return workbench.jobs().start("Write users", progress -> {
            PerUserFile.write(file, run, progress);
            return file;
        });
    }

    /// Writes who was left out and why, see [PerUserFile#writeLeftOut].
    public Job<Path> writeLeftOut(VerdictRun run, Path file) {
        return workbench.jobs().start("Write users", progress -> {
            PerUserFile.writeLeftOut(file, run, progress);
            return file;
        });
    }

    /// Trains the active model's algorithm with several seeds and asks for the verdict of each.
    ///
    /// @param seeds how many, 2..50
    public Job<SeedVerdicts> stability(VerdictRequest request, int seeds) {
        return workbench
                .jobs()
                .start("Evaluate seeds", progress -> SeedVerdicts.of(workbench.session(), request, seeds, progress));
    }

    /// The work of [#run], for jobs that do more.
    ///
    /// @throws InputException when a ranker cannot rank or nobody can be evaluated
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static VerdictRun run(Session session, VerdictRequest request, Progress progress) {
        List<Contestant> contestants = new ArrayList<>();
        List<Lister> compared = new ArrayList<>();
        for (RankerDefinition definition : request.lineup().definitions()) {
            contestants.add(contestant(definition, able(definition, session), session));
            compared.add(lister(definition, session));
        }
        Map<String, ModelFile> models = models(contestants);
        TestSamples test = TestSamples.read(session, request.testFile(), models, progress);
        return run(session, request, test, contestants, compared, progress);
    }

    /// The same on samples and with rankers that are there already.
    static VerdictRun run(
            Session session,
            VerdictRequest request,
            TestSamples test,
            List<Contestant> compared,
            List<Lister> listers,
            Progress progress) {
        OpenData data = session.requireData();
        Catalog catalog = data.index().catalog();
        List<Contestant> contestants = new ArrayList<>(compared);
        Optional<ClickModel> truth =
                TrueClickModel.explains(test.samples()) ? Optional.of(new TrueClickModel()) : Optional.empty();
        if (request.measure().needsChances() && truth.isEmpty()) {
            throw new InputException(
                    "measure " + request.measure().key(),
                    "the test samples do not tell the true click probabilities",
                    "Use another measure, or data that this program made up.");
        }
        List<Lister> others = request.baselines()
                ? others(session, test.samples(), truth, request.seed()).stream()
                        .filter(other ->
                                compared.stream().noneMatch(one -> one.name().equals(other.name())))
                        .toList()
                : List.of();
        for (Lister other : others) {
            contestants.add(new Contestant(
                    other.name(),
                    other.name().equals(ORACLE) || other instanceof Hindsight
                            ? Contestant.Role.CEILING
                            : Contestant.Role.BASELINE,
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty()));
        }
        Trial trial = Trial.run(
                catalog,
                listers,
                others,
                test.samples(),
                new Trial.Options(Math.max(request.longest(), Evaluation.MRR_DEPTH), truth, true),
                progress);
        return new VerdictRun(
                session, request, test, trial, contestants, aucs(compared, test.samples(), catalog, progress));
    }

    /// The name of the ranker by the true click probabilities of all pairs.
    static final String ORACLE = "oracle";

    private static ResolvedRanker able(RankerDefinition definition, Session session) {
        ResolvedRanker resolved = definition.resolve(session);
        if (resolved instanceof ResolvedRanker.Missing(String why, String remedy)) {
            throw new InputException("ranker " + definition.name(), why, remedy);
        }
        return resolved;
    }

    private static Contestant contestant(RankerDefinition definition, ResolvedRanker resolved, Session session) {
        Optional<ClickModel> click = resolved.formula().flatMap(Ranker::clickModel);
        return new Contestant(
                definition.name(),
                Contestant.Role.COMPARED,
                resolved instanceof ResolvedRanker.Formula formula
                        ? formula.remark().orElse("")
                        : "",
                RankerNames.text(definition),
                click,
                click.flatMap(_ -> modelOf(definition, session)));
    }

    private static Optional<ModelFile> modelOf(RankerDefinition definition, Session session) {
        if (definition instanceof RankerDefinition.Custom custom
                && custom.click() instanceof RankerDefinition.Click.Own own) {
            return Optional.of(own.model().description());
        }
        return session.model() instanceof ModelState.Active active
                ? Optional.of(active.description())
                : Optional.empty();
    }

    private static Map<String, ModelFile> models(List<Contestant> contestants) {
        Map<String, ModelFile> models = new LinkedHashMap<>();
        contestants.forEach(one -> one.model().ifPresent(model -> models.put(one.name(), model)));
        return models;
    }

    /// A ranker of the lineup as evaluation sees it.
    ///
    /// @throws InputException when it cannot rank
    static Lister lister(RankerDefinition definition, Session session) {
        OpenData data = session.requireData();
        String name = definition.name();
        return switch (able(definition, session)) {
            case ResolvedRanker.Formula(Ranker ranker, Optional<String> _) ->
                SameForAllLister.of(
                        new FormulaLister(data.index(), new Ranker(name, ranker.scoring(), ranker.clickModel())));
            case ResolvedRanker.TrueClickRanker ideal ->
                new TrueClickLister(name, ideal, data.index().catalog());
            case ResolvedRanker.Missing missing -> throw new IllegalStateException(missing.why());
        };
    }

    private static List<Lister> others(Session session, Samples test, Optional<ClickModel> truth, long seed) {
        OpenData data = session.requireData();
        Scoring scoring = session.scoring();
        List<Lister> others = new ArrayList<>();
        for (RankerDefinition definition : List.of(RankerDefinition.NEAREST, RankerDefinition.POPULAR)) {
            others.add(lister(definition, session));
        }
        others.add(SameForAllLister.of(new FormulaLister(
                data.index(),
                new Ranker(
                        "quality",
                        new Scoring(
                                new Scoring.Weights(0, 1, 0),
                                new Scoring.Base(1, 0, 0, 1, 0, 1, 0, 0),
                                scoring.radiusKm(),
                                scoring.expand()),
                        Optional.empty()))));
        Catalog catalog = data.index().catalog();
        others.add(new RandomLister(catalog.streams(), Surroundings.of(catalog.streams()), scoring, seed));
        others.add(new Hindsight(catalog, test));
        truth.ifPresent(model -> others.add(new FormulaLister(
                data.index(),
                new Ranker(
                        ORACLE,
                        new Scoring(new Scoring.Weights(0, 0, 1), scoring.base(), scoring.radiusKm(), scoring.expand()),
                        Optional.of(model)))));
        return others;
    }

    private static Map<String, Interval> aucs(
            List<Contestant> contestants, Samples test, Catalog catalog, Progress progress) {
        Map<String, Interval> aucs = new LinkedHashMap<>();
        boolean oneLabel = test.clickedCount() == 0 || test.clickedCount() == test.size();
        if (oneLabel || contestants.stream().allMatch(one -> one.clickModel().isEmpty())) {
            return aucs;
        }
        SampleRows rows = new SampleRows(
                test,
                TrainingData.of(test, catalog, progress),
                IntStream.range(0, test.size()).toArray());
        for (Contestant one : contestants) {
            if (one.clickModel().isPresent()) {
                progress.phase("asking the model of " + one.name(), rows.size());
                aucs.put(
                        one.name(),
                        ClickCurves.of(rows.probabilities(one.clickModel().get(), progress), rows.labels())
                                .auc());
            }
        }
        return aucs;
    }
}
