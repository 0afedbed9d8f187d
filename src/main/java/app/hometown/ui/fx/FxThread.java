// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The one hop to the JavaFX thread. Everything that workers have for the window goes through here.
public final class FxThread {
    /// Runs on the JavaFX thread: at once when called on it, else soon, in the order of the calls.
    public static final Executor EXECUTOR = FxThread::run;

    private FxThread() {}

    /// Shows what comes of work, on the JavaFX thread: its result, or why there is none.
    public static <T> void whenDone(CompletableFuture<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        work.handleAsync(
                        (value, error) -> {
                            if (error == null) {
                                done.accept(value);
                            } else {
                                failed.accept(error);
                            }
                            return true;
                        },
                        EXECUTOR)
                .exceptionally(error -> {
                    Thread thread = Thread.currentThread();
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
                    return false;
                });
    }

    /// Runs on the JavaFX thread: at once when called on it, else soon, in the order of the calls.
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Runs an action on the JavaFX thread, which this is called on, when what has been made until now has been laid
    /// out
    /// and given to the renderer.
    public static void afterPicture(Runnable action) {
        new AnimationTimer() {
            private boolean pictured;

            @Override
            public void handle(long now) {
                if (pictured) {
                    stop();
                    action.run();
                }
                pictured = true;
            }
        }.start();
    }

    /// Runs an action in a later turn of the JavaFX thread, after all that is queued now.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }
}
