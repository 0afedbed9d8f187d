// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Streams;
import java.util.Collection;

/// An index that follows its streams as they go on and off the air.
public interface LiveIndex extends RankingIndex {
    /// The index of the catalog after changes of single streams. Costs a fraction of a new index: 0.5 µs a stream that
    /// changed since this index was made anew, and a copy of some bits a stream. This one and its catalog stay as
    /// they
    /// are, so whoever ranks meanwhile neither waits nor sees half a change.
    LiveIndex with(Collection<Streams.Change> changes);

    /// Whether so many changes have come together that a new index ([RankingIndex#of]) of the same catalog would be
    /// faster.
    boolean loose();

    /// Does beforehand what a ranker's first request would have to wait for: one pass over the streams for a new click
    /// model.
    void prepare(Ranker ranker);
}
