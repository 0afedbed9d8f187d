// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.domain.Catalog;
import app.hometown.ranking.Scoring;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.Job;
import app.hometown.workbench.Jobs;
import app.hometown.workbench.ModelState;
import app.hometown.workbench.OpenData;
import app.hometown.workbench.Session;
import app.hometown.workbench.compare.Disagreement;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Whose lists differ: two rankers, how much they disagree about every user, and stepping from user to user.
///
/// Needs no toolkit. Used from one thread, the window's; the ranking for everybody is a job.
public final class DisagreementModel {
    private final CompareModel comparison;
    private final Jobs jobs;
    private final Executor foreground;
    private final Consumer<Throwable> failed;

    private final ObjectProperty<RankerDefinition> first;
    private final ObjectProperty<RankerDefinition> second;
    private final ReadOnlyObjectWrapper<@Nullable Disagreement> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Job<Disagreement>> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final BooleanProperty differingOnly = new SimpleBooleanProperty(true);
    private @Nullable Asked foundFor;
    private int[] order = {};
    private int pendingStep;

    /// Two rankers.
    public record Pair(RankerDefinition first, RankerDefinition second) {}

    /// Everything that an answer depends on.
    private record Asked(
            Optional<OpenData> data,
            ModelState model,
            Scoring scoring,
            RankerDefinition first,
            RankerDefinition second,
            int k,
            OptionalDouble radiusKm) {}

    /// @param comparison whom we look at, and the lineup
    /// @param jobs ranks for everybody
    /// @param foreground shows what comes of it, usually the JavaFX thread
    /// @param failed takes what goes wrong
    public DisagreementModel(CompareModel comparison, Jobs jobs, Executor foreground, Consumer<Throwable> failed) {
        this.comparison = comparison;
        this.jobs = jobs;
        this.foreground = foreground;
        this.failed = failed;
        Lineup lineup = comparison.lineup().get();
        first = new SimpleObjectProperty<>(lineup.definitions().getFirst());
        second = new SimpleObjectProperty<>(lineup.definitions().get(1));
        comparison.lineup().addListener((property, before, now) -> follow(now));
        comparison.session().addListener((property, before, now) -> follow(before, now));
        comparison.k().addListener(property -> judge());
        comparison.radiusKm().addListener(property -> judge());
        first.addListener(property -> judge());
        second.addListener(property -> judge());
    }

    /// One ranker of the two, in the lineup.
    public ObjectProperty<RankerDefinition> first() {
        return first;
    }

    /// The other.
    public ObjectProperty<RankerDefinition> second() {
        return second;
    }

    /// How much they disagree; null until it has been found.
    public ReadOnlyObjectProperty<@Nullable Disagreement> found() {
        return found.getReadOnlyProperty();
    }

    /// Of which rankers that is; null until it has been found.
    public @Nullable Pair foundPair() {
        return foundFor == null ? null : new Pair(foundFor.first, foundFor.second);
    }

    /// What finds it just now; null while nothing does.
    public ReadOnlyObjectProperty<@Nullable Job<Disagreement>> job() {
        return job.getReadOnlyProperty();
    }

    /// Whether what was found is of other rankers, k, radius, scoring, model or streams than those of now.
    public ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /// Whether only users whose lists differ are shown and stepped through.
    public BooleanProperty differingOnly() {
        return differingOnly;
    }

    /// Ranks for everybody by both rankers. A search under way is stopped.
    public void find() {
        Session session = comparison.session().get();
        if (session.data().isEmpty() || first.get().equals(second.get())) {
            return;
        }
        cancel();
        Asked asked = asked();
        String title = Texts.text("differ.job", RankerWords.name(asked.first), RankerWords.name(asked.second));
        Job<Disagreement> now = jobs.start(
                title,
                progress -> Disagreement.of(session, asked.first, asked.second, asked.k, asked.radiusKm, progress));
        if (!now.result().isDone()) {
            job.set(now);
        }
        now.result()
                .whenCompleteAsync((answer, error) -> ended(now, asked, answer, error), foreground)
                .exceptionally(error -> null);
    }

    /// Stops the search.
    public void cancel() {
        Job<Disagreement> running = job.get();
        if (running != null) {
            running.cancel();
            job.set(null);
        }
    }

    private void ended(Job<Disagreement> of, Asked asked, @Nullable Disagreement answer, @Nullable Throwable error) {
        boolean newest = job.get() == null || job.get() == of;
        if (job.get() == of) {
            job.set(null);
        }
        if (error != null) {
            pendingStep = 0;
            failed.accept(error);
        } else if (newest && answer != null && sameRows(asked)) {
            foundFor = asked;
            found.set(answer);
            judge();
        }
    }

    private boolean sameRows(Asked asked) {
        Catalog now = comparison.session().get().data().map(OpenData::catalog).orElse(null);
        return now != null
                && asked.data.map(OpenData::catalog).filter(now::hasRowsOf).isPresent();
    }

    private Asked asked() {
        Session session = comparison.session().get();
        return new Asked(
                session.data(),
                session.model(),
                session.scoring(),
                first.get(),
                second.get(),
                comparison.k().get(),
                comparison.radiusKm().get());
    }

    private void judge() {
        stale.set(foundFor != null && !foundFor.equals(asked()));
    }

    /// The pair stays as long as it is in the lineup.
    private void follow(Lineup lineup) {
        if (!lineup.definitions().contains(first.get()) || !lineup.definitions().contains(second.get())) {
            first.set(lineup.definitions().getFirst());
            second.set(lineup.definitions().get(1));
        }
    }

    private void follow(Session before, Session after) {
        Optional<Catalog> old = before.data().map(OpenData::catalog);
        Optional<Catalog> now = after.data().map(OpenData::catalog);
        if (old.isPresent() && (now.isEmpty() || !now.get().hasRowsOf(old.get()))) {
            cancel();
            foundFor = null;
            order = new int[0];
            found.set(null);
        }
        judge();
    }

    /// Takes the rows of users in the order in which they are shown; stepping goes along it. The array is not changed.
    public void arranged(int[] rows) {
        order = rows;
        if (pendingStep != 0 && found.get() != null) {
            int by = pendingStep;
            pendingStep = 0;
            step(by);
        }
    }

    /// The users in the order in which they are shown.
    int[] order() {
        return order;
    }

    /// Picks the next or the previous user of the list; at its ends the one there. Where the disagreement has not been
    /// found yet it is found first.
    ///
    /// @param by 1 or -1
    /// @return the user's row, or [CompareModel#NONE] when there is nobody to go to yet
    public int step(int by) {
        if (found.get() == null) {
            pendingStep = by;
            if (job.get() == null) {
                find();
            }
            return CompareModel.NONE;
        }
        if (order.length == 0) {
            return CompareModel.NONE;
        }
        int place = place(comparison.userRow().get());
        int next = place < 0 ? 0 : Math.clamp((long) place + by, 0, order.length - 1);
        comparison.pick(order[next]);
        return order[next];
    }

    private int place(int row) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] == row) {
                return i;
            }
        }
        return -1;
    }
}
