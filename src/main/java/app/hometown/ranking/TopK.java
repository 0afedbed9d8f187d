// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.OptionalDouble;

/// The best k streams seen so far: a heap with the worst of them on top. Score descending, then id ascending; a score
/// that is not a number counts as the lowest of all.
final class TopK {
    private final int k;
    private final IdOrder ids;
    private int[] rows;
    private double[] scores;
    private double[] distancesKm;
    private int size;

    /// @param k at least 1
    /// @param ids breaks ties
    TopK(int k, IdOrder ids) {
        if (k < 1) {
            throw new IllegalArgumentException("k is " + k + ", must be at least 1");
        }
        this.k = k;
        this.ids = ids;
        int capacity = Math.min(k, 64);
        rows = new int[capacity];
        scores = new double[capacity];
        distancesKm = new double[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /// Whether a stream whose score is at most this could still enter.
    ///
    /// @param bound an upper bound of its score; not a number means that nothing is known
    boolean admits(double bound, int row) {
        return size < k || Double.isNaN(bound) || bound > scores[0] || (bound == scores[0] && ids.before(row, rows[0]));
    }

    /// Whether a bound is not below the k-th score: then only ids speak against it.
    boolean reaches(double bound) {
        return size < k || bound >= scores[0];
    }

    /// The k-th score: what is below it cannot enter. Negative infinity while there are fewer than k.
    double floor() {
        return size < k ? Double.NEGATIVE_INFINITY : scores[0];
    }

    /// Takes a stream if it is among the best k.
    void offer(int row, double score, double distanceKm) {
        double ordered = ordered(score);
        if (size < k) {
            if (size == rows.length) {
                grow();
            }
            rise(size++, row, ordered, distanceKm);
        } else if (worse(scores[0], rows[0], ordered, row)) {
            sink(0, size, row, ordered, distanceKm);
        }
    }

    /// The streams, best first; the heap is used up.
    Hits hits(Scorer scorer, OptionalDouble radiusKm, Hits.Work work) {
        int count = size;
        int[] bestRows = new int[count];
        double[] bestScores = new double[count];
        double[] bestDistancesKm = new double[count];
        for (int i = count - 1; i >= 0; i--) {
            bestRows[i] = rows[0];
            bestDistancesKm[i] = distancesKm[0];
            bestScores[i] = scores[0] == Double.NEGATIVE_INFINITY ? scorer.score(rows[0], distancesKm[0]) : scores[0];
            size--;
            sink(0, size, rows[size], scores[size], distancesKm[size]);
        }
        return new Hits(bestRows, bestScores, bestDistancesKm, radiusKm, work);
    }

    private static double ordered(double score) {
        return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
    }

    private boolean worse(double scoreA, int rowA, double scoreB, int rowB) {
        return scoreA < scoreB || (scoreA == scoreB && ids.before(rowB, rowA));
    }

    private void rise(int from, int row, double score, double distanceKm) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!worse(score, row, scores[parent], rows[parent])) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, row, score, distanceKm);
    }

    private void sink(int from, int end, int row, double score, double distanceKm) {
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= end) {
                break;
            }
            if (child + 1 < end && worse(scores[child + 1], rows[child + 1], scores[child], rows[child])) {
                child++;
            }
            if (!worse(scores[child], rows[child], score, row)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, row, score, distanceKm);
    }

    private void move(int from, int to) {
        rows[to] = rows[from];
        scores[to] = scores[from];
        distancesKm[to] = distancesKm[from];
    }

    private void put(int at, int row, double score, double distanceKm) {
        rows[at] = row;
        scores[at] = score;
        distancesKm[at] = distanceKm;
    }

    private void grow() {
        int capacity = (int) Math.min(k, rows.length * 2L);
        rows = java.util.Arrays.copyOf(rows, capacity);
        scores = java.util.Arrays.copyOf(scores, capacity);
        distancesKm = java.util.Arrays.copyOf(distancesKm, capacity);
    }
}
