// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The jobs that run, and whoever watches them. Safe to use from any thread.
public final class Jobs {
    private final Executor executor;
    private final List<Job<?>> running = new CopyOnWriteArrayList<>();
    private final List<Consumer<Job<?>>> watchers = new CopyOnWriteArrayList<>();

    /// @param executor runs the work: threads of its own for the window, `Runnable::run` for tests and the command line
    public Jobs(Executor executor) {
        this.executor = executor;
    }

    /// Starts work.
    public <T> Job<T> start(String title, Job.Work<T> work) {
        Job<T> job = new Job<>(title, this::changed);
        running.add(job);
        executor.execute(() -> job.run(work));
        return job;
    }

    /// The jobs that have not ended, oldest first; a snapshot.
    public List<Job<?>> running() {
        return List.copyOf(running);
    }

    /// Calls back at every step of every job, on the worker's thread.
    public void watch(Consumer<Job<?>> watcher) {
        watchers.add(watcher);
    }

    /// Asks all jobs to stop.
    public void cancelAll() {
        running.forEach(Job::cancel);
    }

    private void changed(Job<?> job) {
        if (job.status().stage().ended()) {
            running.remove(job);
        }
        watchers.forEach(watcher -> watcher.accept(job));
    }
}
