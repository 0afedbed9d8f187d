// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// How good one list of one user is; see [RankingMetrics] for the meaning of each figure.
///
/// Relevance is binary. Sources: K. Järvelin, J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM
/// TOIS 20, 2002 (nDCG, here with the discount log₂(rank + 1) from the first rank on); average precision as in TREC,
/// cut at k and divided by the number of hits that are possible.
record ListQuality(double ndcg, double precision, double recall, double f1, double averagePrecision, boolean hit) {
    private static final double[] DISCOUNTS =
            IntStream.range(0, 100).mapToDouble(ListQuality::computedDiscount).toArray();

    /// Judges a list.
    ///
    /// @param hits whether the stream of a place from 0 is relevant
    /// @param size how many places the list has; what is beyond k does not count
    /// @param relevant how many streams are relevant to the user, listed or not; at least 1
    /// @param k how many places the list could have, at least 1
    static ListQuality of(IntPredicate hits, int size, int relevant, int k) {
        int found = 0;
        double gain = 0.0;
        double precisions = 0.0;
        for (int i = 0; i < Math.min(size, k); i++) {
            if (hits.test(i)) {
                found++;
                gain += discount(i);
                precisions += (double) found / (i + 1);
            }
        }
        int possible = Math.min(relevant, k);
        double best = 0.0;
        for (int i = 0; i < possible; i++) {
            best += discount(i);
        }
        double precision = (double) found / k;
        double recall = (double) found / relevant;
        return new ListQuality(
                gain / best,
                precision,
                recall,
                found == 0 ? 0.0 : 2.0 * precision * recall / (precision + recall),
                precisions / possible,
                found > 0);
    }

    /// 1 / rank of the first hit, 0 when there is none.
    static double reciprocalRank(IntPredicate hits, int size) {
        for (int i = 0; i < size; i++) {
            if (hits.test(i)) {
                return 1.0 / (i + 1);
            }
        }
        return 0.0;
    }

    private static double discount(int place) {
        return place < DISCOUNTS.length ? DISCOUNTS[place] : computedDiscount(place);
    }

    private static double computedDiscount(int place) {
        return Math.log(2.0) / Math.log(place + 2.0);
    }
}
