// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a server that refused or could not be reached is left alone: longer with each failure in a row, and as long
/// as it says itself. Safe for several threads.
final class BackOff {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 12;

    private Instant pausedFrom = Instant.MIN;
    private Instant until = Instant.MIN;
    private int failures;

    /// Whether the server may be asked.
    synchronized boolean allows(Instant now) {
        return !now.isBefore(until);
    }

    /// From when the server may be asked.
    synchronized Instant until() {
        return until;
    }

    /// The server has answered: all is well again.
    synchronized void succeeded() {
        failures = 0;
    }

    /// A request failed.
    ///
    /// @param begun when it was sent; one sent before the pause under way adds nothing to it
    /// @param now when it failed
    /// @param kind why
    /// @param asked how long the server asks to be left alone, if it says
    /// @return whether this begins a pause
    synchronized boolean failed(Instant begun, Instant now, Trouble.Kind kind, Optional<Duration> asked) {
        boolean first = !begun.isBefore(pausedFrom);
        if (first) {
            Duration pause = shortest(kind).multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
            failures++;
            pausedFrom = now;
            until = later(until, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
        }
        asked.ifPresent(
                wait -> until = later(until, now.plus(wait.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wait)));
        return first;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Duration shortest(Trouble.Kind kind) {
        return switch (kind) {
            case REFUSED, NOT_A_PICTURE -> Duration.ofMinutes(10);
            case TOO_MANY -> Duration.ofMinutes(1);
            case SERVER, UNREACHABLE -> Duration.ofSeconds(5);
        };
    }
}
