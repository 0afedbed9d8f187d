// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.verdict;

import app.hometown.workbench.Session;
import app.hometown.workbench.verdict.Duel;
import app.hometown.workbench.verdict.Findings;
import app.hometown.workbench.verdict.Grouping;
import app.hometown.workbench.verdict.Slice;
import app.hometown.workbench.verdict.VerdictRun;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the Evaluate view shows: figures, and where there are, the lists they come from and the data they are of.
///
/// @param findings the figures
/// @param run the lists; null for an evaluation that was read from a file
/// @param session with the data that was evaluated; null when other data is open
/// @param file the name of the file that it was read from; "" for one that was made here
public record Evaluated(
        Findings findings,
        @Nullable VerdictRun run,
        @Nullable Session session,
        String file) {
    /// The same with other figures.
    Evaluated with(Findings other) {
        return new Evaluated(other, run, session, file);
    }

    /// The rankers that were held against the first.
    public List<String> rivals() {
        return findings.verdict().stream().map(Duel::second).toList();
    }

    /// The verdict on one of them at a length of list; empty where it was not worked out.
    public Optional<Duel> verdict(String rival, int k) {
        List<Duel> duels = k == findings.k() ? findings.verdict() : findings.overK();
        return duels.stream()
                .filter(duel -> duel.k() == k && duel.second().equals(rival))
                .findFirst();
    }

    /// The longest list that can be looked at.
    public int most() {
        return Math.max(findings.most(), findings.k());
    }

    /// The groups of users of a kind, for one rival, in their order.
    public List<Slice> slices(Grouping by, String rival) {
        return findings.slices().stream()
                .filter(slice -> slice.by() == by && slice.second().equals(rival))
                .toList();
    }
}
