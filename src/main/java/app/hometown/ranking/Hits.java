// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Catalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The best streams of one request, best first, as bare rows. The arrays belong to whoever asked.
///
/// @param rows rows of the catalog's streams; at most k
/// @param scores their scores
/// @param distancesKm WGS-84 geodesic distances to the user
/// @param radiusKm the radius that held the candidates after expansion; empty means the whole world
/// @param work what it took to find them
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Hits(int[] rows, double[] scores, double[] distancesKm, OptionalDouble radiusKm, Work work) {
    /// Work counters: why a request was fast or slow.
    ///
    /// @param nodes parts of the index looked at
    /// @param streams streams scored or bounded one by one
    /// @param geodesics distances computed
    public record Work(long nodes, long streams, long geodesics) {
        /// Both together.
        Work and(Work other) {
            return new Work(nodes + other.nodes, streams + other.streams, geodesics + other.geodesics);
        }
    }

    /// How many there are.
    public int size() {
        return rows.length;
    }

    /// Whether another answer has the same streams, order, scores and distances, to the bit, and radius; however it
    /// was found.
    boolean equalTo(Hits other) {
        return Arrays.equals(rows, other.rows)
                && Arrays.equals(scores, other.scores)
                && Arrays.equals(distancesKm, other.distancesKm)
                && radiusKm.equals(other.radiusKm);
    }

    /// The same with ids, breakdowns and probabilities.
    Ranking ranking(Viewer viewer, Catalog catalog, Ranker ranker, int k) {
        Scorer scorer = new Scorer(viewer, catalog.streams(), ranker);
        List<Ranking.Entry> entries = new ArrayList<>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            entries.add(new Ranking.Entry(
                    i + 1,
                    rows[i],
                    catalog.streams().ids().get(rows[i]),
                    scores[i],
                    distancesKm[i],
                    scorer.clickProbability(rows[i], distancesKm[i]),
                    scorer.breakdown(rows[i], distancesKm[i])));
        }
        return new Ranking(ranker.name(), k, entries, radiusKm);
    }
}
