// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.workbench.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Which sessions could be seen when, as far back as an answer may take. One thread changes, many ask.
final class SessionHistory {
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final List<Held> held = new ArrayList<>();
    private int count = 1;

    /// A session and when it could be seen: from the beginning of the change that made it to the end of the one that
    /// replaced it.
    private record Held(Session session, long from, long to) {
        Held until(long end) {
            return new Held(session, from, end);
        }
    }

    SessionHistory(Session first) {
        held.add(new Held(first, System.nanoTime(), Long.MAX_VALUE));
    }

    /// Makes a change. Whoever asks meanwhile waits, for what holds then is not known yet.
    ///
    /// @param change gives the session after it
    synchronized void change(Supplier<Session> change) {
        long from = System.nanoTime();
        Session after = change.get();
        long to = System.nanoTime();
        held.add(held.removeLast().until(to));
        held.add(new Held(after, from, Long.MAX_VALUE));
        held.removeIf(old -> old.to < to - KEPT_NANOS);
        count++;
    }

    /// How many there have been.
    synchronized int count() {
        return count;
    }

    /// Those that could be seen at some instant between two, the newest first.
    synchronized List<Session> between(long sent, long received) {
        return held.reversed().stream()
                .filter(each -> each.from <= received && each.to >= sent)
                .map(Held::session)
                .toList();
    }
}
