// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The window's own threads, one a kind of work, so that a search does not wait for a ranking and settings are saved
/// in the order of their changes.
///
/// @param ranking ranks for the picked user
/// @param reading searches, sorts and filters tables
/// @param saving saves settings and exports
/// @param exploring filters and counts
/// @param figures counts for figures that follow the selection
/// @param serving starts and stops the endpoint
public record Workers(
        Executor ranking, Executor reading, Executor saving, Executor exploring, Executor figures, Executor serving)
        implements AutoCloseable {
    /// Everything at once on the calling thread: for tests.
    public static Workers inPlace() {
        return new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run);
    }

    /// Everything at once on the calling thread, and nothing is saved: a picture leaves no trace.
    static Workers forPicture() {
        return new Workers(Runnable::run, Runnable::run, work -> {}, Runnable::run, Runnable::run, Runnable::run);
    }

    /// Threads that do not keep the program alive.
    public static Workers threads() {
        return new Workers(
                thread("rank"), thread("read"), thread("save"), thread("explore"), thread("figures"), thread("serve"));
    }

    private static Executor thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("hometown-" + name).factory());
    }

    /// Finishes what has been asked for, so that settings changed last are saved, and ends the threads.
    @Override
    public void close() {
        for (Executor executor : new Executor[] {serving, ranking, reading, saving, exploring, figures}) {
            if (executor instanceof ExecutorService threads) {
                threads.close();
            }
        }
    }
}
