// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.List;
import java.util.OptionalDouble;

/// The answer of a ranker for a user: the best streams, best first.
///
/// @param ranker the ranker's name
/// @param k how many were asked for
/// @param entries at most k of them; fewer only when there are fewer candidates
/// @param radiusKm the radius that held the candidates after expansion; empty means the whole world
public record Ranking(String ranker, int k, List<Entry> entries, OptionalDouble radiusKm) {
    public Ranking {
        entries = List.copyOf(entries);
    }

    /// One stream of the answer.
    ///
    /// @param rank from 1
    /// @param row its row in the catalog's streams
    /// @param streamId its id
    /// @param score what it was ordered by
    /// @param distanceKm WGS-84 geodesic distance to the user
    /// @param clickProbability P(click), 0..1; 0 when the ranker has no click model
    /// @param breakdown the terms of the score
    public record Entry(
            int rank,
            int row,
            String streamId,
            double score,
            double distanceKm,
            double clickProbability,
            Breakdown breakdown) {}
}
