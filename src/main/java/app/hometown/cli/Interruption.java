// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.workbench.Job;
import app.hometown.workbench.Jobs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Ctrl+C and SIGTERM: the running job is cancelled and given the time to leave everything as it was; what serves
/// finishes.
final class Interruption {
    private static final long PATIENCE_SECONDS = 2;

    private Interruption() {}

    /// Cancels the jobs when the program is told to end.
    static void cancels(Jobs jobs) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancelAndWait(jobs), "interruption"));
    }

    /// Finishes work that goes on until the program is told to end; then that is no failure, and the exit code says so.
    ///
    /// @param finish ends the work in order
    /// @return what waits for the end of the program
    static Thread finishes(Runnable finish) {
        Thread end = new Thread(
                () -> {
                    finish.run();
                    Runtime.getRuntime().halt(0);
                },
                "end");
        Runtime.getRuntime().addShutdownHook(end);
        return end;
    }

    private static void cancelAndWait(Jobs jobs) {
        CompletableFuture<?>[] results =
                jobs.running().stream().map(Job::result).toArray(CompletableFuture<?>[]::new);
        jobs.cancelAll();
        // How they end does not matter any more: the program is ending.
        CompletableFuture.allOf(results)
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(_ -> null)
                .join();
    }
}
