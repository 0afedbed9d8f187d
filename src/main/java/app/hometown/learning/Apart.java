// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Runs work on all processors while the calling thread looks whether it is still wanted: for steps that may take
/// long and cannot look themselves. A cancel shows at once; what was running is told by [#stopIfUnwanted] and else runs
/// out with nobody waiting for it.
public final class Apart implements AutoCloseable {
    private static final long LOOK_MILLIS = 40;

    private final ForkJoinPool pool;
    private final Progress progress;
    private volatile boolean unwanted;

    /// @param progress asked whether the work is still wanted
    public Apart(Progress progress) {
        this(progress, Runtime.getRuntime().availableProcessors());
    }

    /// @param processors how many to use
    Apart(Progress progress, int processors) {
        this.progress = progress;
        pool = new ForkJoinPool(processors);
    }

    /// The work's result. Parallel streams in it use all processors.
    ///
    /// @param done what the progress is told meanwhile
    /// @throws CancellationException when the progress says so
    public <T> T call(long done, Supplier<T> work) {
        ForkJoinTask<T> task = pool.submit(work::get);
        try {
            while (true) {
                try {
                    T result = task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    progress.done(done);
                    return result;
                } catch (TimeoutException e) {
                    progress.done(done);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Ends work that nobody waits for any more.
    void stopIfUnwanted() {
        if (unwanted) {
            throw new CancellationException();
        }
    }

    /// Whatever still runs is no longer wanted.
    @Override
    public void close() {
        unwanted = true;
        pool.shutdownNow();
    }
}
