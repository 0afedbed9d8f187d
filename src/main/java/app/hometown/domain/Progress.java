// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.domain;

import java.util.concurrent.CancellationException;

/// How long work tells how far it is and learns that it should stop.
///
/// Called from the worker's thread. Loops over rows, users or trees call [#done] often enough that a cancel shows
/// within 200 ms; a call costs a volatile read, so once per few thousand cheap rows is plenty.
public interface Progress {
    /// For work that nobody watches or cancels.
    Progress NONE = new Progress() {
        @Override
        public void phase(String name, long total) {}

        @Override
        public void done(long count) {}
    };

    /// Begins a phase.
    ///
    /// @param name what is being done, for people: "reading streams"
    /// @param total how many steps it has, or 0 when that is not known
    /// @throws CancellationException when the work was cancelled
    void phase(String name, long total);

    /// Says how many steps of the phase are done.
    ///
    /// @throws CancellationException when the work was cancelled
    void done(long count);

    /// The same work as a part of something larger, said before each phase: "fold 2 of 5, training".
    default Progress within(String part) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void phase(String name, long total) {
                whole.phase(part + ", " + name, total);
            }

            @Override
            public void done(long count) {
                whole.done(count);
            }
        };
    }

    /// A step of this work that has steps of its own: they are not told, but learn of a cancel.
    ///
    /// @param before how many steps of this work are done
    default Progress step(long before) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void phase(String name, long total) {
                whole.done(before);
            }

            @Override
            public void done(long count) {
                whole.done(before);
            }
        };
    }
}
