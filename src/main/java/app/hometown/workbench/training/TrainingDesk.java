// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.data.DataFolder;
import app.hometown.data.Digest;
import app.hometown.data.FileReport;
import app.hometown.data.SampleFile;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.learning.DataSplit;
import app.hometown.learning.FitProgress;
import app.hometown.learning.LossPoint;
import app.hometown.learning.ModelCard;
import app.hometown.learning.ModelFile;
import app.hometown.learning.Training;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingResult;
import app.hometown.learning.TrainingSet;
import app.hometown.learning.checks.DataCheck;
import app.hometown.learning.checks.DataChecks;
import app.hometown.learning.results.ModelReport;
import app.hometown.ranking.ClickModel;
import app.hometown.statistics.Interval;
import app.hometown.workbench.Job;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Trains on the open data, for window and command line alike. What comes out waits: the active model stays what it was
/// until [Workbench#accept] takes the new one. Safe to use from any thread.
public final class TrainingDesk {
    private static final String MORE_MEMORY = "Set a lower row limit, or start the program with more memory (-Xmx).";

    private final Workbench workbench;

    /// @param workbench whose data are trained on
    public TrainingDesk(Workbench workbench) {
        this.workbench = workbench;
    }

    /// Samples read and divided.
    ///
    /// @param all the training file's samples
    /// @param set divided and ready
    /// @param checks what was found, worst first
    /// @param testName name of the test file, or null
    private record Prepared(
            Samples all,
            TrainingSet set,
            List<DataCheck> checks,
            @Nullable String testName) {}

    /// Says what can be said before training: reads and checks the samples, trains nothing. Problems that stop a
    /// training
    /// are among the checks; the job fails only when a file cannot be read.
    public Job<TrainingPreview> preview(TrainingRequest request) {
        return workbench.jobs().start("Check samples", progress -> {
            OpenData data = workbench.session().requireData();
            Loaded loaded = load(data, request, progress);
            MemoryForecast memory = forecast(loaded, data, request.options());
            int used = TrainingSet.usedRows(loaded.train().samples().size(), request.options());
            try {
                Prepared prepared = prepare(loaded, data, request, memory, progress);
                return new TrainingPreview(
                        loaded.train().samples().size(),
                        used,
                        prepared.set().train().size(),
                        prepared.set().test().size(),
                        prepared.checks(),
                        memory);
            } catch (InputException e) {
                return new TrainingPreview(loaded.train().samples().size(), used, 0, 0, DataChecks.stopped(e), memory);
            }
        });
    }

    /// Trains and measures. Nothing on disk and nothing in use changes.
    ///
    /// @param losses takes the points of the loss curve, on the worker's thread
    public Job<TrainedModel> train(TrainingRequest request, Consumer<LossPoint> losses) {
        return workbench.jobs().start("Train model", progress -> run(request, losses, progress));
    }

    /// The work of [#train], for jobs that do more.
    ///
    /// @throws InputException when the samples cannot be trained on, or memory is too small
    public TrainedModel run(TrainingRequest request, Consumer<LossPoint> losses, Progress progress) {
        try {
            return runInMemory(request, losses, progress);
        } catch (OutOfMemoryError | RuntimeException e) {
            if (!causes(e).anyMatch(OutOfMemoryError.class::isInstance)) {
                throw e;
            }
            throw new InputException("memory", "there is too little for so many samples", MORE_MEMORY, e);
        }
    }

    private static Stream<Throwable> causes(Throwable last) {
        return Stream.iterate(last, Objects::nonNull, Throwable::getCause);
    }

    private TrainedModel runInMemory(TrainingRequest request, Consumer<LossPoint> losses, Progress progress) {
        Session session = workbench.session();
        OpenData data = session.requireData();
        TrainingOptions options = request.options();
        Optional<ModelState.Active> rival = rival(request, session);
        Loaded loaded = load(data, request, progress);
        Prepared prepared = prepare(loaded, data, request, forecast(loaded, data, options), progress);
        long start = System.nanoTime();
        TrainingResult result = Training.train(prepared.set(), options, new WithLosses(progress, losses));
        ModelReport report =
                ModelReport.of(result.model(), prepared.set(), options, request.explained(), request.folds(), progress);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String digest = Digest.of(prepared.all(), progress);
        Interval auc = report.test().auc();
        ModelCard card = ModelCard.of(
                options,
                prepared.set().fileRows(),
                prepared.testName(),
                took,
                new ModelCard.Tested(auc.low(), auc.high(), report.test().brier()));
        ModelFile file = ModelFile.of(result, digest, Instant.now()).with(card);
        Rivals rivals = new Rivals(prepared.all(), prepared.set(), digest, options);
        Optional<BeforeAfter> beforeAfter = rival.map(other -> rivals.compare(
                result.model(),
                String.valueOf(other.file().getFileName()),
                other.model(),
                other.description(),
                progress));
        return new TrainedModel(request, file, result, report, prepared.checks(), beforeAfter);
    }

    private static Optional<ModelState.Active> rival(TrainingRequest request, Session session) {
        if (request.compareWith().isPresent()) {
            Path file = request.compareWith().get();
            ModelFile description = ModelFile.read(file);
            return Optional.of(new ModelState.Active(file, description.model(), description));
        }
        return session.model() instanceof ModelState.Active active ? Optional.of(active) : Optional.empty();
    }

    /// Trains with several seeds and compares what people would be shown: how much of it is chance. Nothing on disk and
    /// nothing in use changes.
    ///
    /// @param request what to train; its seed is the first, the others follow
    /// @param seeds how many trainings, 2..50
    /// @param users how many users to rank for, drawn at random
    /// @param k places of a list, at least 1
    public Job<SeedStability> stability(TrainingRequest request, int seeds, int users, int k) {
        if (seeds < 2 || seeds > 50) {
            throw new InputException("seeds", seeds + " is not possible", "Give 2 to 50.");
        }
        return workbench.jobs().start("Compare seeds", progress -> {
            Session session = workbench.session();
            OpenData data = session.requireData();
            Loaded loaded = load(data, request, progress);
            List<SeedStability.Run> runs = new ArrayList<>();
            List<ClickModel> models = new ArrayList<>();
            for (int n = 0; n < seeds; n++) {
                TrainingOptions options =
                        request.options().withSeed(request.options().seed() + n);
                Progress named = progress.within("seed " + options.seed());
                TrainingSet set = TrainingSet.prepare(
                        loaded.train().samples(),
                        loaded.test().map(SampleFile::samples),
                        data.catalog(),
                        options,
                        named);
                TrainingResult result = Training.train(set, options, FitProgress.of(named));
                runs.add(new SeedStability.Run(
                        options.seed(), result.test().auc(), result.test().logLoss()));
                models.add(result.model());
            }
            return SeedStability.of(
                    runs,
                    models,
                    data,
                    session.scoring(),
                    users,
                    k,
                    request.options().seed(),
                    progress);
        });
    }

    /// @param test of a test file
    private record Loaded(SampleFile train, Optional<SampleFile> test) {
        List<FileReport> reports() {
            List<FileReport> reports = new ArrayList<>(List.of(train.report()));
            test.ifPresent(file -> reports.add(file.report()));
            return reports;
        }
    }

    private static Loaded load(OpenData data, TrainingRequest request, Progress progress) {
        SampleFile train = DataFolder.samples(data.folder().resolve(DataFolder.TRAIN), progress);
        if (request.options().split() != DataSplit.TEST_FILE) {
            return new Loaded(train, Optional.empty());
        }
        Path file = request.testFile().orElse(data.folder().resolve(DataFolder.TEST));
        if (!Files.exists(file)) {
            throw new InputException(
                    file.toString(), "there is no test file", "Name another one, or split by rows or by users.");
        }
        return new Loaded(train, Optional.of(DataFolder.samples(file, progress)));
    }

    private static Prepared prepare(
            Loaded loaded, OpenData data, TrainingRequest request, MemoryForecast memory, Progress progress) {
        Samples all = loaded.train().samples();
        TrainingSet set = TrainingSet.prepare(
                all, loaded.test().map(SampleFile::samples), data.catalog(), request.options(), progress);
        List<DataCheck> checks =
                new ArrayList<>(DataChecks.of(set, request.options().split(), loaded.reports(), progress));
        if (!memory.fits()) {
            checks.add(
                    0, new DataCheck(DataCheck.Severity.WARNS, DataCheck.Topic.MEMORY, memory.sentence(), MORE_MEMORY));
        }
        String testName = loaded.test()
                .map(file -> String.valueOf(file.report().path().getFileName()))
                .orElse(null);
        return new Prepared(all, set, checks, testName);
    }

    private static MemoryForecast forecast(Loaded loaded, OpenData data, TrainingOptions options) {
        return MemoryForecast.of(
                loaded.train().samples().size(),
                TrainingSet.usedRows(loaded.train().samples().size(), options),
                loaded.test().map(file -> file.samples().size()).orElse(0),
                data.catalog(),
                options);
    }

    /// Passes on progress, and losses to somebody else.
    private record WithLosses(Progress progress, Consumer<LossPoint> losses) implements FitProgress {
        @Override
        public void phase(String name, long total) {
            progress.phase(name, total);
        }

        @Override
        public void done(long count) {
            progress.done(count);
        }

        @Override
        public void loss(LossPoint point) {
            losses.accept(point);
        }
    }
}
