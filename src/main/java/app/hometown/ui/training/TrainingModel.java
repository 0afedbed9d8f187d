// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.domain.InputException;
import app.hometown.learning.LossPoint;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Latest;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Job;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.History;
import app.hometown.workbench.models.KeptModel;
import app.hometown.workbench.training.TrainedModel;
import app.hometown.workbench.training.TrainingDesk;
import app.hometown.workbench.training.TrainingPreview;
import app.hometown.workbench.training.TrainingRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is to be trained, what is being trained, and what came of it. The active model stays what it was until a
/// trained
/// one is accepted. Belongs to the foreground; work is done by the workbench's jobs.
public final class TrainingModel {
    private final Workbench workbench;
    private final TrainingDesk desk;
    private final History history;
    private final Latest drawing;
    private final Outcome outcome;
    private final ObjectProperty<TrainingRequest> request = new SimpleObjectProperty<>(TrainingRequest.DEFAULT);
    private final ReadOnlyObjectWrapper<Session> session;
    private final ReadOnlyObjectWrapper<@Nullable Checked> checked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Results> results = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Fate> fate = new ReadOnlyObjectWrapper<>(Fate.WAITING);
    private final SeedTrial seeds;
    private volatile @Nullable Follower follower;
    private @Nullable Job<TrainingPreview> checking;
    private boolean watched;

    /// What has become of a trained model.
    public enum Fate {
        /// Neither used nor kept yet.
        WAITING,
        /// A file among the kept models.
        KEPT,
        /// The active model.
        USED
    }

    /// A training under way.
    ///
    /// @param request what is trained
    /// @param status how far it is
    /// @param remaining how long the phase will still take; empty while that cannot be said
    /// @param losses the loss curve so far
    public record Run(
            TrainingRequest request, Job.Status status, Optional<Duration> remaining, List<LossPoint> losses) {
        public Run {
            losses = List.copyOf(losses);
        }
    }

    /// What is known before training.
    ///
    /// @param request of which request
    /// @param preview what was found; null when the samples cannot be read
    /// @param fault why they cannot; null when they can
    public record Checked(
            TrainingRequest request,
            @Nullable TrainingPreview preview,
            @Nullable InputException fault) {}

    /// @param workbench trains and keeps
    /// @param history takes what can be taken back
    /// @param drawing makes figures of results
    /// @param outcome is told what was done
    public TrainingModel(Workbench workbench, History history, Latest drawing, Outcome outcome) {
        this.workbench = workbench;
        this.history = history;
        this.drawing = drawing;
        this.outcome = outcome;
        desk = new TrainingDesk(workbench);
        seeds = new SeedTrial(desk, results.getReadOnlyProperty(), outcome);
        session = new ReadOnlyObjectWrapper<>(workbench.session());
        request.addListener(property -> check());
        workbench.jobs().watch(changed -> {
            Follower now = follower;
            if (now != null && now.follows(changed)) {
                now.tell(changed.status());
            }
        });
    }

    /// What is to be trained.
    public ObjectProperty<TrainingRequest> request() {
        return request;
    }

    /// What is open.
    public ReadOnlyObjectProperty<Session> session() {
        return session.getReadOnlyProperty();
    }

    /// What is known of the samples; null until it is.
    public ReadOnlyObjectProperty<@Nullable Checked> checked() {
        return checked.getReadOnlyProperty();
    }

    /// The training under way; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Run> run() {
        return run.getReadOnlyProperty();
    }

    /// What came of the last training; null before, and once it was discarded.
    public ReadOnlyObjectProperty<@Nullable Results> results() {
        return results.getReadOnlyProperty();
    }

    /// What has become of it.
    public ReadOnlyObjectProperty<Fate> fate() {
        return fate.getReadOnlyProperty();
    }

    /// What other seeds would show, for what was trained last.
    public SeedTrial seeds() {
        return seeds;
    }

    /// Follows the workbench.
    public void show(Session now) {
        Session before = session.get();
        session.set(now);
        boolean sameData = before.data().map(OpenData::folder).equals(now.data().map(OpenData::folder));
        if (!sameData) {
            results.set(null);
            checked.set(null);
        }
        if (!sameData || checked.get() == null) {
            check();
        }
    }

    /// Whether somebody looks: only then samples are checked ahead of a training.
    public void watched(boolean now) {
        watched = now;
        if (now && checked.get() == null) {
            check();
        }
    }

    private void check() {
        Job<TrainingPreview> before = checking;
        if (before != null) {
            before.cancel();
        }
        if (!watched || session.get().data().isEmpty()) {
            checked.set(null);
            return;
        }
        TrainingRequest asked = request.get();
        Job<TrainingPreview> job = desk.preview(asked);
        checking = job;
        outcome.follow(
                job.result(), preview -> found(new Checked(asked, preview, null)), error -> notFound(asked, error));
    }

    private void notFound(TrainingRequest asked, Throwable error) {
        if (error instanceof InputException fault) {
            found(new Checked(asked, null, fault));
        } else if (!(error instanceof CancellationException)) {
            outcome.failed().accept(error);
        }
    }

    private void found(Checked now) {
        if (now.request.equals(request.get())) {
            checked.set(now);
        }
    }

    /// Whether a training can start now.
    public boolean canTrain() {
        Checked found = checked.get();
        boolean stopped = found != null
                && found.request.equals(request.get())
                && (found.preview == null || !found.preview.possible());
        return session.get().data().isPresent() && run.get() == null && !stopped;
    }

    /// Trains what is asked for. Nothing happens while a training runs or no data is open.
    public void train() {
        if (!canTrain()) {
            return;
        }
        TrainingRequest asked = request.get();
        run.set(new Run(
                asked, new Job.Status(Job.Stage.WAITING, "", 0, 0, Duration.ZERO), Optional.empty(), List.of()));
        Follower now = new Follower(asked);
        Job<TrainedModel> job = desk.train(asked, now.losses::add);
        now.job = job;
        follower = now;
        outcome.follow(
                job.result(),
                trained -> {
                    ended(now);
                    drawing.request(() -> Results.of(trained), this::show);
                },
                error -> {
                    ended(now);
                    outcome.failed().accept(error);
                });
    }

    private void show(Results made) {
        fate.set(Fate.WAITING);
        seeds.forget();
        results.set(made);
        outcome.say()
                .accept(Texts.text(
                        "said.trained",
                        Formats.decimals(made.model().report().test().auc().estimate(), 3)));
    }

    /// Stops the training.
    public void cancel() {
        Follower now = follower;
        if (now != null) {
            now.cancel();
        }
    }

    private void ended(Follower last) {
        last.ended = true;
        follower = null;
        run.set(null);
    }

    /// Passes what a job says on to the foreground, the newest only.
    private final class Follower {
        private final TrainingRequest asked;
        private final ConcurrentLinkedQueue<LossPoint> losses = new ConcurrentLinkedQueue<>();
        private final AtomicReference<Job.@Nullable Status> waiting = new AtomicReference<>();
        private volatile @Nullable Job<TrainedModel> job;
        private boolean ended;
        private String phase = "";
        private Duration phaseStart = Duration.ZERO;

        Follower(TrainingRequest asked) {
            this.asked = asked;
        }

        @SuppressWarnings("ReferenceEquality")
        boolean follows(Job<?> changed) {
            return changed == job;
        }

        void cancel() {
            Job<TrainedModel> now = job;
            if (now != null) {
                now.cancel();
            }
        }

        /// Shows a status soon; while one waits to be shown a newer one takes its place.
        void tell(Job.Status status) {
            if (waiting.getAndSet(status) == null) {
                outcome.foreground().execute(() -> show(waiting.getAndSet(null)));
            }
        }

        private void show(Job.@Nullable Status status) {
            if (ended || status == null || status.stage().ended()) {
                return;
            }
            if (!status.phase().equals(phase)) {
                phase = status.phase();
                phaseStart = status.elapsed();
            }
            run.set(new Run(asked, status, remaining(status), List.copyOf(losses)));
        }

        private Optional<Duration> remaining(Job.Status status) {
            double share = status.fraction();
            Duration spent = status.elapsed().minus(phaseStart);
            if (share <= 0.02 || spent.toMillis() < 500) {
                return Optional.empty();
            }
            return Optional.of(Duration.ofMillis((long) (spent.toMillis() * (1 - share) / share)));
        }
    }

    /// Saves the trained model and ranks by it from now on; can be taken back.
    public void accept() {
        keep(true);
    }

    /// Saves the trained model among the others, the active one stays.
    public void keep() {
        keep(false);
    }

    private void keep(boolean use) {
        Results now = results.get();
        if (now == null || fate.get() == Fate.USED || (fate.get() == Fate.KEPT && !use)) {
            return;
        }
        TrainedModel trained = now.model();
        Optional<String> before = active();
        String known = now.name();
        Job<KeptModel> job;
        if (known != null) {
            job = workbench.activate(known);
        } else if (use) {
            job = workbench.accept(trained, workbench.models().freeName(trained.file()));
        } else {
            job = workbench.jobs().start(Texts.text("models.job.keep"), progress -> workbench
                    .models()
                    .add(workbench.models().freeName(trained.file()), trained.file()));
        }
        outcome.follow(job.result(), kept -> kept(now, kept.name(), use, before));
    }

    private void kept(Results of, String name, boolean use, Optional<String> before) {
        results.set(of.named(name));
        fate.set(use ? Fate.USED : Fate.KEPT);
        outcome.say().accept(Texts.text(use ? "said.model.used" : "said.model.kept", name));
        if (use && before.isPresent()) {
            history.record(new History.Edit(
                    Texts.text("edit.model.used", name),
                    "",
                    () -> use(before.get(), Fate.KEPT),
                    () -> use(name, Fate.USED)));
        }
    }

    private void use(String name, Fate then) {
        outcome.follow(workbench.activate(name).result(), model -> fate.set(then));
    }

    private Optional<String> active() {
        if (!(workbench.session().model() instanceof ModelState.Active active)) {
            return Optional.empty();
        }
        boolean kept = workbench.folders().models().equals(active.file().getParent());
        String name = String.valueOf(active.file().getFileName());
        return kept ? Optional.of(name.replaceFirst("\\.json$", "")) : Optional.empty();
    }

    /// Forgets the trained model.
    public void discard() {
        if (results.get() != null) {
            results.set(null);
            outcome.say().accept(Texts.text("said.model.discarded"));
        }
    }
}
