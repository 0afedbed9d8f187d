// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Work that follows the hand: of several requests only the newest counts. An older one that has not begun is never
/// begun; one that has begun finishes, but its answer or failure is dropped.
///
/// Requests come from one thread, usually the foreground's.
public final class Latest {
    private final Executor background;
    private final Executor foreground;
    private final Consumer<RuntimeException> failed;
    private final AtomicLong newest = new AtomicLong();

    /// @param background does the work
    /// @param foreground shows answers and failures, usually [FxThread#EXECUTOR]
    /// @param failed what to do when the newest request's work throws
    public Latest(Executor background, Executor foreground, Consumer<RuntimeException> failed) {
        this.background = background;
        this.foreground = foreground;
        this.failed = failed;
    }

    /// Asks for work whose answer replaces every earlier one.
    public <T> void request(Supplier<T> work, Consumer<T> show) {
        long ticket = newest.incrementAndGet();
        background.execute(() -> {
            if (newest.get() != ticket) {
                return;
            }
            Runnable answer;
            try {
                T value = work.get();
                answer = () -> show.accept(value);
            } catch (RuntimeException e) {
                answer = () -> failed.accept(e);
            }
            Runnable shown = answer;
            foreground.execute(() -> {
                if (newest.get() == ticket) {
                    shown.run();
                }
            });
        });
    }

    /// Drops whatever is under way.
    public void drop() {
        newest.incrementAndGet();
    }
}
