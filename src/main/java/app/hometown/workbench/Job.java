// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.domain.Progress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// Work that takes a while: what it is, how far it is, a way to stop it, and its result. Safe to use from any thread.
///
/// @param <T> what comes out
public final class Job<T> {
    /// The work of a job. Runs on a worker's thread, or in place in tests and on the command line.
    @FunctionalInterface
    public interface Work<T> {
        /// Does the work.
        ///
        /// @throws CancellationException when the progress says that it was cancelled
        T run(Progress progress);
    }

    /// Where a job stands.
    public enum Stage {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /// Whether nothing more will happen.
        public boolean ended() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /// A job at one instant.
    ///
    /// @param stage where it stands
    /// @param phase what is being done, or ""
    /// @param done steps done in this phase
    /// @param total steps of this phase, or 0 when not known
    /// @param elapsed since the start of the work
    public record Status(Stage stage, String phase, long done, long total, Duration elapsed) {
        /// The share done of the phase, 0..1, or -1 when not known.
        public double fraction() {
            return total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
        }
    }

    private final String title;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Consumer<Job<?>> changed;
    private volatile boolean cancelled;
    private volatile long startedNanos;
    private volatile Status status = new Status(Stage.WAITING, "", 0, 0, Duration.ZERO);

    Job(String title, Consumer<Job<?>> changed) {
        this.title = title;
        this.changed = changed;
    }

    /// What the job does, for people.
    public String title() {
        return title;
    }

    /// Where it stands now.
    public Status status() {
        return status;
    }

    /// Asks the work to stop; it does so at its next step, within 200 ms. Nothing happens when it has ended.
    public void cancel() {
        cancelled = true;
    }

    /// Completes with the result, with the failure, or with a [CancellationException]. Callbacks run on the worker.
    public CompletableFuture<T> result() {
        return result;
    }

    /// Waits for the result.
    ///
    /// @throws CancellationException when it was cancelled
    public T await() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    void run(Work<T> work) {
        startedNanos = System.nanoTime();
        Reporter reporter = new Reporter();
        try {
            show(Stage.RUNNING, "", 0, 0);
            reporter.check();
            T value = work.run(reporter);
            show(Stage.DONE, status.phase(), status.total(), status.total());
            result.complete(value);
        } catch (CancellationException e) {
            show(Stage.CANCELLED, status.phase(), status.done(), status.total());
            result.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            show(Stage.FAILED, status.phase(), status.done(), status.total());
            result.completeExceptionally(e);
        }
    }

    private void show(Stage stage, String phase, long done, long total) {
        status = new Status(stage, phase, done, total, Duration.ofNanos(System.nanoTime() - startedNanos));
        changed.accept(this);
    }

    /// Passes on progress, at most every 50 ms within a phase so that watchers are not flooded.
    private final class Reporter implements Progress {
        private static final long PAUSE_NANOS = 50_000_000;
        private volatile long shownNanos;

        @Override
        public void phase(String name, long total) {
            check();
            shownNanos = System.nanoTime();
            show(Stage.RUNNING, name, 0, total);
        }

        @Override
        public void done(long count) {
            check();
            long now = System.nanoTime();
            if (now - shownNanos >= PAUSE_NANOS) {
                shownNanos = now;
                show(Stage.RUNNING, status.phase(), count, status.total());
            }
        }

        private void check() {
            if (cancelled) {
                throw new CancellationException(title + " was cancelled");
            }
        }
    }
}
