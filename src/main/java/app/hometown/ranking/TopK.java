// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The best k streams seen so far. Score descending, then id ascending; a score that is not a number counts as the
/// lowest
/// of all. Few are kept in order, many in a heap with the worst of them on top.
final class TopK {
    /// Up to this k streams are kept in order: with 20 that takes half as long as a heap, for it moves them in a row
    /// instead of asking at each step which way, and nothing is left to be sorted in the end.
    private static final int FEW = 64;

    private final int k;
    private final boolean few;
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
        few = k <= FEW;
        int capacity = Math.min(k, FEW);
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
        if (size < k || Double.isNaN(bound)) {
            return true;
        }
        int worst = worst();
        return bound > scores[worst] || (bound == scores[worst] && ids.before(row, rows[worst]));
    }

    /// Whether a bound is not below the k-th score: then only ids speak against it.
    boolean reaches(double bound) {
        return size < k || bound >= scores[worst()];
    }

    /// The k-th score: what is below it cannot enter. Negative infinity while there are fewer than k.
    double floor() {
        return size < k ? Double.NEGATIVE_INFINITY : scores[worst()];
    }

    private int worst() {
        return few ? size - 1 : 0;
    }

    /// Takes a stream if it is among the best k.
    void offer(int row, double score, double distanceKm) {
        double ordered = ordered(score);
        boolean full = size == k;
        if (full && !worse(scores[worst()], rows[worst()], ordered, row)) {
            return;
        }
        if (!full && size == rows.length) {
            grow();
        }
        if (few) {
            size = full ? size : size + 1;
            insert(size - 1, row, ordered, distanceKm);
        } else if (full) {
            sink(0, size, row, ordered, distanceKm);
        } else {
            rise(size++, row, ordered, distanceKm);
        }
    }

    /// Puts a stream before those that are worse, from the end.
    private void insert(int end, int row, double score, double distanceKm) {
        int[] rows = this.rows;
        double[] scores = this.scores;
        double[] distancesKm = this.distancesKm;
        int at = end;
        while (at > 0 && worse(scores[at - 1], rows[at - 1], score, row)) {
            rows[at] = rows[at - 1];
            scores[at] = scores[at - 1];
            distancesKm[at] = distancesKm[at - 1];
            at--;
        }
        put(at, row, score, distanceKm);
    }

    /// The streams, best first; this is used up.
    Hits hits(Scorer scorer, OptionalDouble radiusKm, Hits.Work work) {
        int count = size;
        int[] bestRows = Arrays.copyOf(rows, count);
        double[] bestScores = Arrays.copyOf(scores, count);
        double[] bestDistancesKm = Arrays.copyOf(distancesKm, count);
        for (int i = count - 1; !few && i >= 0; i--) {
            bestRows[i] = rows[0];
            bestDistancesKm[i] = distancesKm[0];
            bestScores[i] = scores[0];
            size--;
            sink(0, size, rows[size], scores[size], distancesKm[size]);
        }
        for (int i = count - 1; i >= 0 && bestScores[i] == Double.NEGATIVE_INFINITY; i--) {
            // Perhaps it was not a number.
            bestScores[i] = scorer.score(bestRows[i], bestDistancesKm[i]);
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
        rows = Arrays.copyOf(rows, capacity);
        scores = Arrays.copyOf(scores, capacity);
        distancesKm = Arrays.copyOf(distancesKm, capacity);
    }
}
