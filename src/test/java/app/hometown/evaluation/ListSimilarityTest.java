// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists are words: each letter a stream.
class ListSimilarityTest {
    /// abc and acb by hand, p = 0.9: agreements 1, 1/2, 1, which goes on, so 0.1 · (1 + 0.9 / 2) + 0.81 = 0.955. The
    /// second is the published figure of the Python implementation by D. Lukeš (dlukes/rbo, doctest of rbo_ext),
    /// 0.900.
    /// The last two, of uneven lists, came out of the Python package rbo of C. Chen (equation 32 as well).
    @ParameterizedTest
    @CsvSource({
        "abc, abc, 1",
        "abc, acb, 0.955",
        "abcdefg, bacdefg, 0.9",
        "abcde, fghij, 0",
        "abcdefgh, cbxyad, 0.568476",
        "abcd, dcbaefgh, 0.783"
    })
    void rankBiasedOverlapIsThatOfOthers(String a, String b, double expected) {
        assertThat(overlap(a, b)).isCloseTo(expected, within(1e-12));
        assertThat(overlap(b, a)).isCloseTo(expected, within(1e-12));
    }

    /// The definition: the weighted mean of the agreements at all depths. Of lists of one length, which go on in
    /// agreement as at their end.
    @Test
    void rankBiasedOverlapIsTheSumOverAllDepths() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < 200; n++) {
            int k = random.nextInt(1, 12);
            int[] a = random.ints(1000, 0, 15).distinct().limit(k).toArray();
            int[] b = random.ints(1000, 0, 15).distinct().limit(k).toArray();
            double sum = 0;
            for (int depth = 1; depth <= 3000; depth++) {
                int seen = Math.min(depth, k);
                List<Integer> topB = Arrays.stream(b).limit(seen).boxed().toList();
                double agreement = (double) Arrays.stream(a)
                                .limit(seen)
                                .filter(topB::contains)
                                .count()
                        / seen;
                sum += 0.1 * Math.pow(0.9, depth - 1) * agreement;
            }
            assertThat(ListSimilarity.rankBiasedOverlap(a, b)).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void emptyListsAreTheSameAndUnlikeAllOthers() {
        assertThat(overlap("", "")).isEqualTo(1);
        assertThat(overlap("", "ab")).isZero();
        assertThat(of("", "")).isEqualTo(new ListSimilarity(1, OptionalDouble.empty(), 0, 1, 0, true));
        assertThat(of("", "ab")).isEqualTo(new ListSimilarity(0, OptionalDouble.empty(), 1, 0, 0, false));
    }

    /// By hand, and the same as scipy.stats.kendalltau of the places of the shared letters.
    @ParameterizedTest
    @CsvSource({
        "abcdef, bcaefd, 0.4666666666666667",
        "abcdef, fedcba, -1",
        "abcdefgh, cbxyad, 0",
        "abx, yab, 1",
        "ax, ya, NaN"
    })
    void kendallsTauIsOverSharedStreams(String a, String b, double expected) {
        assertThat(of(a, b).kendallTauB().orElse(Double.NaN)).isEqualTo(expected, within(1e-15));
        assertThat(of(b, a).kendallTauB().orElse(Double.NaN)).isEqualTo(expected, within(1e-15));
    }

    /// abc and dab by hand: only c against d, d above a, d above b, so 3 of 9.
    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, abd, 1", "abc, dab, 3", "abcde, fghij, 25", "abcdefgh, cbxyad, 15"})
    void topKDistanceCountsPairsInAnotherOrder(String a, String b, int pairs) {
        double expected = (double) pairs / (a.length() * b.length());
        assertThat(of(a, b).topKDistance()).isEqualTo(expected);
        assertThat(of(b, a).topKDistance()).isEqualTo(expected);
        assertThat(pairsByDefinition(a, b)).isEqualTo(pairs);
    }

    /// The four cases of Fagin and others, pair by pair.
    private static int pairsByDefinition(String a, String b) {
        String all = (a + b).chars().distinct().mapToObj(Character::toString).reduce("", String::concat);
        int count = 0;
        for (int i = 0; i < all.length(); i++) {
            for (int j = i + 1; j < all.length(); j++) {
                count += ordersDiffer(a, b, all.charAt(i), all.charAt(j)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean ordersDiffer(String a, String b, char i, char j) {
        int order = order(a, i, j) * order(b, i, j);
        return order < 0;
    }

    /// 1 when the list puts the first above the second, which it may lack; -1 the other way; 0 when it has neither.
    private static int order(String list, char one, char other) {
        int first = list.indexOf(one) < 0 ? list.length() : list.indexOf(one);
        int second = list.indexOf(other) < 0 ? list.length() : list.indexOf(other);
        return Integer.compare(second, first);
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 1, 3, true", "abc, cab, 1, 3, false", "abc, abd, 0.5, 2, false", "abcd, ax, 0.2, 1, false"})
    void jaccardIsTheSharedPart(String a, String b, double expected, int shared, boolean identical) {
        ListSimilarity similarity = of(a, b);
        assertThat(similarity.jaccard()).isEqualTo(expected);
        assertThat(similarity.shared()).isEqualTo(shared);
        assertThat(similarity.identical()).isEqualTo(identical);
    }

    private static ListSimilarity of(String a, String b) {
        return ListSimilarity.of(rows(a), rows(b));
    }

    private static double overlap(String a, String b) {
        return ListSimilarity.rankBiasedOverlap(rows(a), rows(b));
    }

    private static int[] rows(String word) {
        return word.chars().toArray();
    }
}
