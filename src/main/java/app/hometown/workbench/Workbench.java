// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.data.DataFolder;
import app.hometown.data.mapping.KeptMappings;
import app.hometown.data.mapping.MappedData;
import app.hometown.data.mapping.MappedFile;
import app.hometown.domain.Catalog;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.domain.Streams;
import app.hometown.evaluation.Evaluation;
import app.hometown.learning.ModelFile;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.TrainingResult;
import app.hometown.learning.TrainingSet;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.LiveIndex;
import app.hometown.ranking.Ranker;
import app.hometown.ranking.RankingIndex;
import app.hometown.ranking.RankingSpeed;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.explore.Selections;
import app.hometown.workbench.models.KeptModel;
import app.hometown.workbench.models.ModelLibrary;
import app.hometown.workbench.training.TrainedModel;
import app.hometown.workbench.training.TrainingDesk;
import app.hometown.workbench.training.TrainingRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The program without a face: what is open, and the things one can do with it. The window, the command line and the
/// endpoint all stand on it, so they all give the same answers.
///
/// What changes is the [Session], swapped as a whole when an action has succeeded; an action that fails or is cancelled
/// leaves it and the disk as they were. Safe to use from any thread.
public final class Workbench {
    private final Folders folders;
    private final SettingsFile settings;
    private final Jobs jobs;
    private final ModelLibrary models;
    private final KeptMappings mappings;
    private final List<Consumer<Session>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Session session;

    /// Starts with nothing open and reads the model of the models folder, if there is one.
    ///
    /// @param folders where files are
    /// @param settings what is remembered
    /// @param scoring the numbers of the score
    /// @param executor runs the jobs
    public Workbench(Folders folders, SettingsFile settings, Scoring scoring, Executor executor) {
        this.folders = folders;
        this.settings = settings;
        this.jobs = new Jobs(executor);
        this.models = new ModelLibrary(folders.models());
        this.mappings = new KeptMappings(folders.settings().resolveSibling("mappings.json"));
        this.session = new Session(Optional.empty(), readModel(models.active().file()), scoring);
    }

    /// Where files are.
    public Folders folders() {
        return folders;
    }

    /// What is remembered.
    public SettingsFile settings() {
        return settings;
    }

    /// The jobs that run.
    public Jobs jobs() {
        return jobs;
    }

    /// What is open now.
    public Session session() {
        return session;
    }

    /// Calls back after every change of the session, on the thread that changed it.
    public void watch(Consumer<Session> watcher) {
        watchers.add(watcher);
    }

    /// Opens a data folder. Fails with an [InputException] when it cannot be read; then the session stays.
    public Job<Session> open(Path folder) {
        return jobs.start("Open " + name(folder), progress -> load(folder, progress));
    }

    /// Reads other programs' files, keeps them as a data folder and opens it. Users or streams that no file has are
    /// those that are open. When anything is wrong the session and the folder stay as they are.
    ///
    /// @param files what they are and what their columns are
    /// @param folder where the data goes; what is there is replaced
    public Job<Session> open(List<MappedFile> files, Path folder) {
        return jobs.start("Open files", progress -> {
            MappedData read =
                    MappedData.read(files, session.data().map(OpenData::catalog), PairsOfCatalog::new, progress);
            DataFolder.write(folder, read.catalog(), read.train(), read.test(), progress);
            return show(new DataFolder(folder, read.catalog(), read.report()), progress);
        });
    }

    /// Mappings that were kept for the next files with the same columns.
    public KeptMappings mappings() {
        return mappings;
    }

    /// Generates data, writes it to a folder and opens it.
    public Job<Session> generate(GeneratorOptions options, Path folder) {
        return jobs.start("Generate data", progress -> {
            write(options, folder, progress);
            return load(folder, progress);
        });
    }

    /// The kept models.
    public ModelLibrary models() {
        return models;
    }

    /// Trains on the open data's training file, saves the model and makes it the active one of this session.
    ///
    /// @param file where to save it
    public Job<TrainingResult> train(TrainingOptions options, Path file) {
        TrainingRequest request = TrainingRequest.DEFAULT.with(options).explained(false);
        return jobs.start("Train model", progress -> {
            TrainedModel trained = new TrainingDesk(this).run(request, point -> {}, progress);
            progress.phase("saving the model", 0);
            save(trained, file);
            return trained.result();
        });
    }

    /// Saves a trained model to any file and ranks with it in this session. Written over the default model of the
    /// models
    /// folder it is the active one from now on.
    ///
    /// @throws InputException when the disk refuses
    public Session save(TrainedModel trained, Path file) {
        trained.file().write(file);
        if (file.toAbsolutePath()
                .normalize()
                .equals(folders.model().toAbsolutePath().normalize())) {
            models.activate(Folders.DEFAULT_MODEL);
        }
        return rankWith(file);
    }

    /// Saves a trained model and makes it the active one, now and from now on.
    ///
    /// @param name its name in the models folder, which must not be taken
    public Job<KeptModel> accept(TrainedModel trained, String name) {
        return jobs.start("Save model", progress -> {
            models.add(name, trained.file());
            return activated(models.activate(name));
        });
    }

    /// Makes a kept model the active one, now and from now on.
    public Job<KeptModel> activate(String name) {
        return jobs.start("Use model", progress -> activated(models.activate(name)));
    }

    /// Ranks by the model that the models folder says is active: for after a change of the folder, by whomever.
    public Job<Session> renewModel() {
        return jobs.start("Read model", progress -> rankWith(models.active().file()));
    }

    private KeptModel activated(KeptModel model) {
        rankWith(model.file());
        return model;
    }

    private Session rankWith(Path file) {
        ModelState model = readModel(file);
        session.data().ifPresent(data -> prepare(data, model));
        return change(now -> new Session(now.data(), model, now.scoring(), now.selections()));
    }

    /// Takes streams on or off the air, or changes their viewers, in what is open; files stay as they are. Quick enough
    /// to be called for every change: the index is patched, and when many changes have come together a job makes a
    /// new
    /// one, which then takes over. Rankings go on meanwhile.
    ///
    /// @param changes of rows of the open streams
    /// @throws InputException when nothing is open
    public Session apply(Collection<Streams.Change> changes) {
        Session changed = change(now -> {
            OpenData data = now.requireData();
            return now.with(data.with(data.index().with(changes)));
        });
        if (changed.requireData().index().loose() && renewing.compareAndSet(false, true)) {
            var unused =
                    jobs.start("Renew index", this::renew).result().whenComplete((done, failed) -> renewing.set(false));
        }
        return changed;
    }

    /// Adds, renames or removes named selections of what is open.
    ///
    /// @param change of the selections
    public Session select(UnaryOperator<Selections> change) {
        return change(now -> now.with(change.apply(now.selections())));
    }

    /// Ranks by other numbers from now on: everything that uses the session's scoring follows. Quick enough to be
    /// called
    /// while a slider moves.
    public Session rescore(Scoring scoring) {
        return change(now -> new Session(now.data(), now.model(), scoring, now.selections()));
    }

    /// Brings back selections that were kept of data, if it is still open and nobody has selected anything meanwhile.
    public Session restore(Catalog of, Selections kept) {
        return change(now -> now.selections().equals(Selections.NONE)
                        && now.data()
                                .filter(data -> data.catalog().hasRowsOf(of))
                                .isPresent()
                ? now.with(kept)
                : now);
    }

    private Session renew(Progress progress) {
        Session before = session;
        if (!before.requireData().index().loose()) {
            // Other data was opened before it was this job's turn.
            return before;
        }
        Catalog catalog = before.requireData().catalog();
        LiveIndex fresh = RankingIndex.of(catalog, progress);
        before.ml(before.scoring()).ifPresent(fresh::prepare);
        return change(now -> now.requireData()
                .catalog()
                .streams()
                .changesSince(catalog.streams())
                .map(changes -> now.with(now.requireData().with(changes.isEmpty() ? fresh : fresh.with(changes))))
                .orElse(now));
    }

    /// Measures *basic*, and *ml* where there is a model, on samples that no model was trained on.
    ///
    /// @param test a file of samples; without one the data folder's test file, else the part of the training file
    /// that
    ///   training keeps back
    /// @param k places of a list, at least 1
    public Job<Evaluation> evaluate(Optional<Path> test, int k) {
        return jobs.start("Evaluate", progress -> {
            Session now = session;
            OpenData data = now.requireData();
            List<Ranker> rankers = new ArrayList<>(List.of(Session.basic(now.scoring())));
            now.ml(now.scoring()).ifPresent(rankers::add);
            return Evaluation.run(data.catalog(), data.index(), rankers, testSamples(now, test, progress), k, progress);
        });
    }

    private static Samples testSamples(Session session, Optional<Path> test, Progress progress) {
        Path folder = session.requireData().folder();
        Path kept = folder.resolve(DataFolder.TEST);
        if (test.isPresent() || Files.exists(kept)) {
            return DataFolder.samples(test.orElse(kept), progress).samples();
        }
        Samples all =
                DataFolder.samples(folder.resolve(DataFolder.TRAIN), progress).samples();
        TrainingOptions division = session.model() instanceof ModelState.Active active
                ? active.description().division()
                : TrainingOptions.DEFAULT;
        int[] keptBack = TrainingSet.sampleNumbers(all, division, false);
        if (keptBack.length == 0) {
            throw new InputException(
                    folder.toString(),
                    "the active model was trained on all samples of the training file, so none is left to evaluate on",
                    "Name a test file.");
        }
        return all.at(keptBack);
    }

    /// Measures how fast the index of the open data ranks, by the session's scoring and model.
    public Job<RankingSpeed> measure() {
        return jobs.start("Measure", progress -> {
            Session now = session;
            return RankingSpeed.measure(
                    now.requireData().index(), now.scoring(), now.model().clickModel(), progress);
        });
    }

    /// The same on generated data that is neither written nor opened.
    ///
    /// @param options what to generate
    public Job<RankingSpeed> measure(GeneratorOptions options) {
        return jobs.start("Measure", progress -> {
            Session now = session;
            Catalog catalog = Generator.generate(options, progress).catalog();
            progress.phase("indexing streams", catalog.streams().size());
            RankingIndex index = RankingIndex.of(catalog, progress);
            return RankingSpeed.measure(index, now.scoring(), now.model().clickModel(), progress);
        });
    }

    /// Measures anything about the users and streams of the open data, or of generated data that is neither written nor
    /// opened.
    ///
    /// @param options what to generate; empty means the open data
    /// @param measure gets the catalog
    public <T> Job<T> measure(Optional<GeneratorOptions> options, BiFunction<Catalog, Progress, T> measure) {
        return jobs.start("Measure", progress -> {
            Catalog catalog = options.isPresent()
                    ? Generator.generate(options.get(), progress).catalog()
                    : session.requireData().catalog();
            return measure.apply(catalog, progress);
        });
    }

    /// Generates data and writes it to a folder, without opening it.
    public Job<Path> write(GeneratorOptions options, Path folder) {
        return jobs.start("Generate data", progress -> {
            write(options, folder, progress);
            return folder;
        });
    }

    private static void write(GeneratorOptions options, Path folder, Progress progress) {
        var generated = Generator.generate(options, progress);
        DataFolder.write(folder, generated.catalog(), Optional.of(generated.train()), Optional.empty(), progress);
    }

    private Session load(Path folder, Progress progress) {
        return show(DataFolder.open(folder, progress), progress);
    }

    private Session show(DataFolder opened, Progress progress) {
        Catalog catalog = opened.catalog();
        progress.phase("indexing streams", catalog.streams().size());
        OpenData data = new OpenData(opened.path(), catalog, RankingIndex.of(catalog, progress), opened.report());
        prepare(data, session.model());
        return change(now -> now.with(data));
    }

    /// Lets nobody's request wait for the model's pass over the streams.
    private void prepare(OpenData data, ModelState model) {
        model.clickModel().ifPresent(click -> data.index().prepare(Ranker.ml(session.scoring(), click)));
    }

    private Session change(UnaryOperator<Session> change) {
        Session changed;
        synchronized (this) {
            changed = change.apply(session);
            session = changed;
        }
        watchers.forEach(watcher -> watcher.accept(changed));
        return changed;
    }

    private static ModelState readModel(Path file) {
        if (!Files.exists(file)) {
            return new ModelState.Missing("There is no model at " + file, "Train one, or name another models folder.");
        }
        try {
            ModelFile description = ModelFile.read(file);
            return new ModelState.Active(file, description.model(), description);
        } catch (InputException e) {
            return new ModelState.Missing(e.where() + ": " + e.what(), e.remedy());
        }
    }

    private static String name(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }
}
