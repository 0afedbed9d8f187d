// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.data.Digest;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Job;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Selection;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Slice;
import app.hometown.workbench.verdict.VerdictDesk;
import app.hometown.workbench.verdict.VerdictRequest;
import app.hometown.workbench.verdict.VerdictRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is to be evaluated, what is being evaluated, and what came of it. A new evaluation takes the place of the one
/// before when it is there; a cancelled one leaves it. Needs no toolkit; belongs to the foreground, work is done by the
/// workbench's jobs.
public final class EvaluationModel {
    private static final int FIRST_K = 5;

    private final Workbench workbench;
    private final VerdictDesk desk;
    private final Around around;
    private final ObjectProperty<EvaluationSetup> setup = new SimpleObjectProperty<>(EvaluationSetup.DEFAULT);
    private final IntegerProperty k = new SimpleIntegerProperty(FIRST_K);
    private final ObjectProperty<String> rival = new SimpleObjectProperty<>("");
    private final ObjectProperty<@Nullable Slice> slice = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Session> session;
    private final ReadOnlyObjectWrapper<@Nullable Evaluated> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Since> since = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Job<?>> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private @Nullable Job<Findings> following;

    /// What the model asks of what is around it.
    ///
    /// @param foreground shows what comes of work, usually the JavaFX thread
    /// @param filtered the users that the filters leave, under a name for people; empty when they leave all
    /// @param say takes what was done
    /// @param failed takes what went wrong
    public record Around(
            Executor foreground,
            Supplier<Optional<Selection>> filtered,
            Consumer<String> say,
            Consumer<Throwable> failed) {}

    /// How an evaluation differs from one before.
    ///
    /// @param file the name of the other's file
    /// @param before the other
    /// @param changes one for each ranker of both
    public record Since(String file, Findings before, List<Findings.Change> changes) {
        public Since {
            changes = List.copyOf(changes);
        }
    }

    /// @param workbench whose data, model and scoring are used
    /// @param around shows what comes of it
    public EvaluationModel(Workbench workbench, Around around) {
        this.workbench = workbench;
        this.around = around;
        desk = new VerdictDesk(workbench);
        session = new ReadOnlyObjectWrapper<>(workbench.session());
    }

    /// What is to be evaluated.
    public ObjectProperty<EvaluationSetup> setup() {
        return setup;
    }

    /// The length of list that everything is about, from 1. What is not known of it at once is worked out after
    /// [#settle].
    public IntegerProperty k() {
        return k;
    }

    /// The ranker whose verdict is looked at.
    public ObjectProperty<String> rival() {
        return rival;
    }

    /// The group of users that is looked at; null for none.
    public ObjectProperty<@Nullable Slice> slice() {
        return slice;
    }

    /// What is open.
    public ReadOnlyObjectProperty<Session> session() {
        return session.getReadOnlyProperty();
    }

    /// What came of the last evaluation; null before.
    public ReadOnlyObjectProperty<@Nullable Evaluated> shown() {
        return shown.getReadOnlyProperty();
    }

    /// How that differs from one before; null until it is held against one.
    public ReadOnlyObjectProperty<@Nullable Since> since() {
        return since.getReadOnlyProperty();
    }

    /// The evaluation under way; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Job<?>> job() {
        return job.getReadOnlyProperty();
    }

    /// Whether data, model or scoring are others than those that were evaluated.
    public ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /// Follows the workbench.
    public void show(Session now) {
        session.set(now);
        Evaluated evaluated = shown.get();
        if (evaluated == null) {
            return;
        }
        Session of = evaluated.session();
        if (of != null && !sameRows(of, now)) {
            clear();
        } else {
            stale.set(of != null && !sameRanking(of, now) && evaluated.run() != null);
        }
    }

    private static boolean sameRows(Session one, Session other) {
        return one.data().isPresent()
                && other.data().isPresent()
                && other.requireData().catalog().hasRowsOf(one.requireData().catalog());
    }

    @SuppressWarnings("ReferenceEquality") // an index made anew is of other data
    private static boolean sameRanking(Session one, Session other) {
        return one.scoring().equals(other.scoring())
                && one.model().equals(other.model())
                && one.requireData().index() == other.requireData().index();
    }

    private void clear() {
        stopFollowing();
        slice.set(null);
        since.set(null);
        shown.set(null);
        stale.set(false);
    }

    /// Evaluates what is asked for, unless an evaluation runs or nothing is open.
    public void evaluate() {
        if (job.get() != null || session.get().data().isEmpty()) {
            return;
        }
        EvaluationSetup asked = setup.get();
        Session now = withFiltered(workbench.session());
        VerdictRequest request =
                asked.request(k.get(), !now.selections().of(Kind.USERS).isEmpty());
        Job<Evaluated> running = workbench.jobs().start(Texts.text("evaluate.job"), progress -> {
            VerdictRun run = VerdictDesk.run(now, request, progress);
            return new Evaluated(Findings.of(run, progress), run, now, "");
        });
        begin(running, evaluated -> {
            show(evaluated);
            around.say()
                    .accept(VerdictWords.sentence(evaluated.findings().verdict().getFirst()));
            if (asked.seeds() > 0) {
                trySeeds(evaluated, asked.seeds());
            }
        });
    }

    private Session withFiltered(Session now) {
        return around.filtered()
                .get()
                .map(selection -> new Session(
                        now.data(), now.model(), now.scoring(), now.selections().with(selection)))
                .orElse(now);
    }

    private void show(Evaluated evaluated) {
        stopFollowing();
        slice.set(null);
        since.set(null);
        List<String> rivals = evaluated.rivals();
        if (!rivals.contains(rival.get())) {
            rival.set(rivals.getFirst());
        }
        shown.set(evaluated);
        Session of = evaluated.session();
        stale.set(of != null && evaluated.run() != null && !sameRanking(of, session.get()));
        settle();
    }

    private void trySeeds(Evaluated evaluated, int seeds) {
        VerdictRun run = evaluated.run();
        if (run == null) {
            return;
        }
        begin(desk.stability(run.request(), seeds), verdicts -> {
            Evaluated now = shown.get();
            if (now != null && isOf(now, run)) {
                shown.set(now.with(now.findings().with(verdicts)));
            }
        });
    }

    private static boolean isOf(Evaluated evaluated, VerdictRun run) {
        VerdictRun own = evaluated.run();
        return own != null && own.trial().equals(run.trial());
    }

    /// Stops the evaluation under way; what was there before stays.
    public void cancel() {
        Job<?> running = job.get();
        if (running != null) {
            running.cancel();
        }
    }

    /// Works out for the length of list that was chosen what is not known of it yet.
    public void settle() {
        Evaluated now = shown.get();
        VerdictRun run = now == null ? null : now.run();
        int length = k.get();
        stopFollowing();
        if (now == null || run == null || length == now.findings().k() || length > now.most()) {
            return;
        }
        Job<Findings> work = workbench.jobs().start(Texts.text("evaluate.at.job"), progress -> now.findings()
                .at(run, length, progress));
        following = work;
        follow(
                work,
                findings -> {
                    Evaluated latest = shown.get();
                    if (latest != null && isOf(latest, run) && k.get() == length) {
                        Slice chosen = slice.get();
                        shown.set(latest.with(findings));
                        slice.set(chosen == null ? null : same(chosen, findings));
                    }
                },
                error -> {
                    boolean replaced = error instanceof CancellationException && following != work;
                    if (!replaced) {
                        around.failed().accept(error);
                    }
                });
    }

    private static @Nullable Slice same(Slice chosen, Findings findings) {
        return findings.slices().stream()
                .filter(one -> one.by() == chosen.by()
                        && one.name().equals(chosen.name())
                        && one.second().equals(chosen.second()))
                .findFirst()
                .orElse(null);
    }

    private void stopFollowing() {
        Job<Findings> work = following;
        following = null;
        if (work != null) {
            work.cancel();
        }
    }

    /// Writes what is shown as a file that can be opened again.
    public void save(Path file) {
        Evaluated now = shown.get();
        if (now != null) {
            Job<Path> work = workbench.jobs().start(Texts.text("evaluate.save.job"), progress -> {
                now.findings().write(file);
                return file;
            });
            told(work);
        }
    }

    /// Shows an evaluation of before.
    public void open(Path file) {
        if (job.get() != null) {
            return;
        }
        Session now = workbench.session();
        Job<Evaluated> work = workbench.jobs().start(Texts.text("evaluate.open.job"), progress -> {
            Findings findings = Findings.read(file);
            boolean same = now.data().isPresent() && isOf(now.requireData(), findings, progress);
            return new Evaluated(findings, null, same ? now : null, String.valueOf(file.getFileName()));
        });
        begin(work, evaluated -> {
            k.set(evaluated.findings().k());
            show(evaluated);
            around.say().accept(Texts.text("evaluate.said.opened", evaluated.file()));
        });
    }

    private static boolean isOf(OpenData data, Findings findings, Progress progress) {
        return Digest.of(data.catalog(), progress).equals(findings.provenance().dataDigest());
    }

    /// Holds what is shown against an evaluation of before.
    public void compareWith(Path file) {
        Evaluated now = shown.get();
        if (now == null || job.get() != null) {
            return;
        }
        Job<Since> work = workbench.jobs().start(Texts.text("evaluate.since.job"), progress -> {
            Findings before = Findings.read(file);
            return new Since(
                    String.valueOf(file.getFileName()), before, now.findings().since(before, progress));
        });
        begin(work, since::set);
    }

    /// No longer holds it against the other.
    public void forgetSince() {
        since.set(null);
    }

    /// Writes all measures user by user, as the file's ending says.
    public void exportUsers(Path file) {
        require().ifPresent(run -> told(desk.writeUsers(run, file)));
    }

    /// Writes who was left out and why.
    public void exportLeftOut(Path file) {
        require().ifPresent(run -> told(desk.writeLeftOut(run, file)));
    }

    /// The lists at the length that is shown.
    private Optional<VerdictRun> require() {
        Evaluated now = shown.get();
        VerdictRun run = now == null ? null : now.run();
        if (now == null || run == null) {
            around.failed()
                    .accept(new InputException(
                            Texts.text("evaluate.title"),
                            Texts.text("evaluate.noLists"),
                            Texts.text("evaluate.noLists.remedy")));
            return Optional.empty();
        }
        return Optional.of(run.at(now.findings().k()));
    }

    private void told(Job<Path> work) {
        follow(work, file -> around.say().accept(Texts.text("said.exported", file)), around.failed());
    }

    private <T> void begin(Job<T> work, Consumer<T> done) {
        if (!work.result().isDone()) {
            job.set(work);
        }
        follow(
                work,
                value -> {
                    job.set(null);
                    done.accept(value);
                },
                error -> {
                    job.set(null);
                    around.failed().accept(error);
                });
    }

    private <T> void follow(Job<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        work.result()
                .handleAsync(
                        (value, error) -> {
                            if (error == null) {
                                done.accept(value);
                            } else {
                                failed.accept(cause(error));
                            }
                            return true;
                        },
                        around.foreground())
                .exceptionally(error -> {
                    around.foreground().execute(() -> around.failed().accept(cause(error)));
                    return false;
                });
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
