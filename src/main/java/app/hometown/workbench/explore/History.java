// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What the person changed, to take back and to do again: one history for filters, selections and streams. Used from
/// one thread, the window's.
public final class History {
    private static final int LONGEST = 200;

    /// A change.
    ///
    /// @param what it was, for people
    /// @param gesture edits of one gesture that follow one another count as one: a slider being dragged, a word
    /// being
    ///   typed; "" for an edit of its own
    /// @param undo takes it back
    /// @param redo does it again
    public record Edit(String what, String gesture, Runnable undo, Runnable redo) {}

    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private boolean sealed = true;

    /// Remembers a change that has been made.
    public void record(Edit edit) {
        undone.clear();
        Edit last = done.peek();
        if (last != null
                && !sealed
                && !edit.gesture().isEmpty()
                && edit.gesture().equals(last.gesture())) {
            done.pop();
            done.push(new Edit(edit.what(), edit.gesture(), last.undo(), edit.redo()));
        } else {
            done.push(edit);
            if (done.size() > LONGEST) {
                done.removeLast();
            }
        }
        sealed = false;
    }

    /// Ends the gesture: what comes is another edit.
    public void seal() {
        sealed = true;
    }

    /// Takes back the last change.
    ///
    /// @return what was taken back, or empty when there is nothing
    public Optional<Edit> undo() {
        return move(done, undone).map(edit -> {
            edit.undo().run();
            return edit;
        });
    }

    /// Does again what was taken back last.
    ///
    /// @return what was done again, or empty when there is nothing
    public Optional<Edit> redo() {
        return move(undone, done).map(edit -> {
            edit.redo().run();
            return edit;
        });
    }

    private Optional<Edit> move(Deque<Edit> from, Deque<Edit> to) {
        sealed = true;
        Optional<Edit> edit = Optional.ofNullable(from.poll());
        edit.ifPresent(to::push);
        return edit;
    }

    /// Forgets everything: other data was opened, whose rows are others.
    public void clear() {
        done.clear();
        undone.clear();
        sealed = true;
    }
}
