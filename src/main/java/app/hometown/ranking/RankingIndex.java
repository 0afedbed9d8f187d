// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.User;

/// Finds the best streams for a user. Bound to one catalog; immutable and safe to use from any thread.
///
/// The answer is exactly the top k of scoring every candidate one by one: the same streams, order and scores to the
/// bit. Candidates are the live streams within the radius; when fewer than k are inside and the scoring expands, the
/// radius doubles until k are inside or the world is covered. Order: score descending, then stream id ascending.
/// A score that overflows to no number at all comes last.
public interface RankingIndex {
    /// The index of a catalog, the one to use.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    static LiveIndex of(Catalog catalog, Progress progress) {
        return TreeIndex.of(catalog, progress);
    }

    /// The best k streams, with everything that is shown of them.
    ///
    /// @param user a row of the catalog or anyone else
    /// @param ranker scoring and click model
    /// @param k how many, at least 1
    default Ranking top(User user, Ranker ranker, int k) {
        Viewer viewer = Viewer.of(user, catalog());
        return hits(viewer, ranker, k).ranking(viewer, catalog(), ranker, k);
    }

    /// The best k streams as bare rows: for batches over many users, where text and breakdowns would be most of the
    /// work.
    ///
    /// @param viewer a user in this catalog's codes
    /// @param ranker scoring and click model
    /// @param k how many, at least 1
    Hits hits(Viewer viewer, Ranker ranker, int k);

    /// The catalog whose streams are ranked.
    Catalog catalog();
}
