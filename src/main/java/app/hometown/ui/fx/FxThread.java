// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one hop to the JavaFX thread. Everything that workers have for the window goes through here.
public final class FxThread {
    /// Runs on the JavaFX thread: at once when called on it, else soon, in the order of the calls.
    public static final Executor EXECUTOR = FxThread::run;

    private FxThread() {}

    /// Runs on the JavaFX thread: at once when called on it, else soon, in the order of the calls.
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
