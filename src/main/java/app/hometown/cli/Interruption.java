// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.workbench.Jobs;

/// Ctrl+C: the running job is cancelled and given the time to leave everything as it was.
final class Interruption {
    private static final long PATIENCE_MILLIS = 2_000;

    private Interruption() {}

    /// Cancels the jobs when the program is told to end.
    static void cancels(Jobs jobs) {
        Thread hook = new Thread(
                () -> {
                    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
                    jobs.cancelAll();
                    while (!jobs.running().isEmpty() && System.nanoTime() < deadline) {
                        Thread.onSpinWait();
                    }
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }
}
