// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Progress;

/// A [Progress] that is also told how the loss falls while a model is fitted, for a curve that grows.
public interface FitProgress extends Progress {
    /// Takes a point of the loss curve. Called in order of the steps, from the thread that fits.
    ///
    /// @param point the loss after a step
    /// @throws java.util.concurrent.CancellationException when the work was cancelled
    void loss(LossPoint point);

    /// A progress that nobody shows the loss of.
    static FitProgress of(Progress progress) {
        return new FitProgress() {
            @Override
            public void phase(String name, long total) {
                progress.phase(name, total);
            }

            @Override
            public void done(long count) {
                progress.done(count);
            }

            @Override
            public void loss(LossPoint point) {}
        };
    }
}
