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

    /// The gain of lists of nothing but hits, by their length.
    private static final double[] BEST = bests();

    private static double[] bests() {
        double[] bests = new double[DISCOUNTS.length + 1];
        for (int length = 1; length < bests.length; length++) {
            bests[length] = bests[length - 1] + DISCOUNTS[length - 1];
        }
        return bests;
    }

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
        return of(found, gain, precisions, relevant, k);
    }

    /// What a list comes to.
    ///
    /// @param found hits among the first k places
    /// @param gain their discounts, added up from the top
    /// @param precisions the precisions at the hits, added up from the top
    /// @param relevant as in the other one
    /// @param k as in the other one
    static ListQuality of(int found, double gain, double precisions, int relevant, int k) {
        int possible = Math.min(relevant, k);
        double precision = (double) found / k;
        double recall = (double) found / relevant;
        return new ListQuality(
                gain / best(possible),
                precision,
                recall,
                found == 0 ? 0.0 : 2.0 * precision * recall / (precision + recall),
                precisions / possible,
                found > 0);
    }

    private static double best(int possible) {
        if (possible < BEST.length) {
            return BEST[possible];
        }
        double best = BEST[BEST.length - 1];
        for (int place = BEST.length - 1; place < possible; place++) {
            best += discount(place);
        }
        return best;
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

    /// What a hit at a place from 0 counts.
    static double discount(int place) {
        return place < DISCOUNTS.length ? DISCOUNTS[place] : computedDiscount(place);
    }

    private static double computedDiscount(int place) {
        return Math.log(2.0) / Math.log(place + 2.0);
    }
}
