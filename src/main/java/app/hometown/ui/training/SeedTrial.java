// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import app.hometown.workbench.Job;
import app.hometown.workbench.training.SeedStability;
import app.hometown.workbench.training.TrainingDesk;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How much of what people are shown is chance: the last training again, with other seeds. Belongs to the foreground;
/// nothing of it is kept.
public final class SeedTrial {
    /// How many seeds are tried.
    static final int SEEDS = 5;

    private static final int USERS = 500;

    private final TrainingDesk desk;
    private final ReadOnlyObjectProperty<@Nullable Results> results;
    private final Outcome outcome;
    private final ReadOnlyObjectWrapper<@Nullable SeedStability> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Job<SeedStability>> job = new ReadOnlyObjectWrapper<>();

    /// @param results what was trained last
    SeedTrial(TrainingDesk desk, ReadOnlyObjectProperty<@Nullable Results> results, Outcome outcome) {
        this.desk = desk;
        this.results = results;
        this.outcome = outcome;
    }

    /// What was found; null until it was, and for another training.
    public ReadOnlyObjectProperty<@Nullable SeedStability> found() {
        return found.getReadOnlyProperty();
    }

    /// What finds it just now; null while nothing does.
    public ReadOnlyObjectProperty<@Nullable Job<SeedStability>> job() {
        return job.getReadOnlyProperty();
    }

    /// Trains again and again and compares what people would be shown. Nothing happens while that is under way or when
    /// nothing was trained.
    ///
    /// @param k places of a list
    public void start(int k) {
        Results of = results.get();
        if (of == null || job.get() != null) {
            return;
        }
        Job<SeedStability> now = desk.stability(of.model().request(), SEEDS, USERS, k);
        if (!now.result().isDone()) {
            job.set(now);
        }
        outcome.follow(
                now.result(),
                stability -> {
                    job.set(null);
                    if (of.sameModel(results.get())) {
                        found.set(stability);
                    }
                },
                error -> {
                    job.set(null);
                    outcome.failed().accept(error);
                });
    }

    /// Forgets what was found: something else was trained.
    void forget() {
        found.set(null);
    }
}
