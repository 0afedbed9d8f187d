// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The streams that may be among the best k, while their scores are known but for a little; the exact score, which has
/// to fetch the stream's features from far away, waits for those few that are left in the end.
final class Shortlist {
    private final int k;
    private final IdOrder ids;
    private final TopK surest;
    private int[] rows = new int[128];
    private double[] distancesKm = new double[128];
    private double[] atMost = new double[128];
    private int size;

    Shortlist(int k, IdOrder ids) {
        this.k = k;
        this.ids = ids;
        surest = new TopK(k, ids);
    }

    void clear() {
        size = 0;
        surest.clear();
    }

    /// How many streams there are, exactly as long as that is below k.
    int size() {
        return surest.size();
    }

    /// There are k streams with no less than this score.
    double floor() {
        return surest.floor();
    }

    /// Takes a stream whose score is in a range, unless k others are surely better.
    void offer(int row, double distanceKm, double scoreAtLeast, double scoreAtMost) {
        if (scoreAtMost < floor()) {
            return;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            distancesKm = Arrays.copyOf(distancesKm, size * 2);
            atMost = Arrays.copyOf(atMost, size * 2);
        }
        rows[size] = row;
        distancesKm[size] = distanceKm;
        atMost[size++] = scoreAtMost;
        surest.offer(row, scoreAtLeast, distanceKm);
    }

    /// The best k by their exact scores.
    Hits hits(Scorer scorer, OptionalDouble radiusKm, Hits.Work work) {
        double floor = floor();
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (!(atMost[i] < floor)) {
                rows[left] = rows[i];
                distancesKm[left++] = distancesKm[i];
            }
        }
        TopK top = new TopK(k, ids);
        double[] scores = scorer.scores(rows, distancesKm, left);
        for (int i = 0; i < left; i++) {
            top.offer(rows[i], scores[i], distancesKm[i]);
        }
        return top.hits(scorer, radiusKm, work);
    }
}
