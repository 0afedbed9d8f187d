// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.training;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Where what comes of work is told.
///
/// @param foreground shows it, usually the JavaFX thread
/// @param say takes what was done
/// @param failed takes what went wrong
public record Outcome(Executor foreground, Consumer<String> say, Consumer<Throwable> failed) {
    /// Shows what comes of work in the foreground: its result, or why there is none. A mistake in showing it is told
    /// too.
    <T> void follow(CompletableFuture<T> work, Consumer<T> done, Consumer<Throwable> otherwise) {
        work.handleAsync(
                        (value, error) -> {
                            if (error == null) {
                                done.accept(value);
                            } else {
                                boolean wrapped = error instanceof CompletionException && error.getCause() != null;
                                otherwise.accept(wrapped ? error.getCause() : error);
                            }
                            return true;
                        },
                        foreground)
                .exceptionally(mistake -> {
                    foreground.execute(() -> failed.accept(mistake));
                    return false;
                });
    }

    /// The same, with failures told as failures.
    <T> void follow(CompletableFuture<T> work, Consumer<T> done) {
        follow(work, done, failed);
    }
}
