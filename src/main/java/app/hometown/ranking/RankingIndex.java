// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.User;

/// Finds the best streams for a user. Bound to one catalog; immutable and safe to use from any thread.
///
/// The answer is exactly the top k of scoring every candidate one by one: the same streams, order and scores to the
/// bit. Candidates are the live streams within the radius; when fewer than k are inside and the scoring expands, the
/// radius doubles until k are inside or the world is covered. Order: score descending, then stream id ascending.
public interface RankingIndex {
    /// The best k streams.
    ///
    /// @param user a row of the catalog or anyone else
    /// @param ranker scoring and click model
    /// @param k how many, at least 1
    Ranking top(User user, Ranker ranker, int k);
}
