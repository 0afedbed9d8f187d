// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.ranking.Ranking;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// How alike two top-k lists are, by four measures that look at different things. Symmetric: both orders of the lists
/// give the same.
///
/// @param rankBiasedOverlap 0..1, 1 for the same list: overlap at every depth, the top weighing most (persistence
///   [#PERSISTENCE])
/// @param kendallTauB -1..1 over the streams that both lists show, 1 when these stand in the same order; empty when
///   they share fewer than two
/// @param topKDistance 0..1, 0 for the same list and 1 for lists that share nothing: the share of pairs of streams that
///   the lists order differently
/// @param jaccard 0..1: streams that both show, of all that either shows, whatever their order
/// @param shared how many streams both show
/// @param identical whether both show the same streams in the same order
public record ListSimilarity(
        double rankBiasedOverlap,
        OptionalDouble kendallTauB,
        double topKDistance,
        double jaccard,
        int shared,
        boolean identical) {
    /// The persistence p of [#rankBiasedOverlap]: the first ten ranks have 86 % of the weight.
    public static final double PERSISTENCE = 0.9;

    /// Compares two rankings.
    public static ListSimilarity of(Ranking a, Ranking b) {
        return of(rows(a), rows(b));
    }

    /// Compares two lists, best first. Takes time of the product of their lengths.
    ///
    /// @param a distinct rows
    /// @param b distinct rows
    public static ListSimilarity of(int[] a, int[] b) {
        Map<Integer, Integer> placesInB = places(b);
        int[] common = Arrays.stream(a)
                .filter(placesInB::containsKey)
                .map(row -> placesInB.getOrDefault(row, 0))
                .toArray();
        int union = a.length + b.length - common.length;
        return new ListSimilarity(
                rankBiasedOverlap(a, b),
                kendallTauB(common),
                topKDistance(a, b, common),
                union == 0 ? 1 : (double) common.length / union,
                common.length,
                Arrays.equals(a, b));
    }

    /// Rank-biased overlap of two lists, extrapolated: what it comes to if the agreement at the end of the lists goes
    /// on.
    ///
    /// Source: W. Webber, A. Moffat, J. Zobel, "A similarity measure for indefinite rankings", ACM TOIS 28, 2010,
    /// equation 32, which also serves lists of different lengths.
    ///
    /// @param a distinct rows, best first
    /// @param b distinct rows, best first
    /// @return 0..1; 1 for two empty lists, 0 when only one is empty
    public static double rankBiasedOverlap(int[] a, int[] b) {
        int[] shorter = a.length <= b.length ? a : b;
        int[] longer = a.length <= b.length ? b : a;
        int s = shorter.length;
        int l = longer.length;
        if (s == 0) {
            return l == 0 ? 1 : 0;
        }
        if (Arrays.equals(a, b)) {
            return 1;
        }
        int[] overlaps = overlaps(shorter, longer);
        double p = PERSISTENCE;
        double sum = 0;
        double power = 1;
        for (int depth = 1; depth <= l; depth++) {
            power *= p;
            sum += power * overlaps[depth - 1] / depth;
            if (depth > s) {
                sum += power * overlaps[s - 1] * (depth - s) / ((double) s * depth);
            }
        }
        double agreementAtEnd = (double) (overlaps[l - 1] - overlaps[s - 1]) / l + (double) overlaps[s - 1] / s;
        return Math.clamp((1 - p) / p * sum + agreementAtEnd * power, 0, 1);
    }

    /// How many streams the first d of both lists share, for d from 1 to the length of the longer.
    private static int[] overlaps(int[] shorter, int[] longer) {
        Map<Integer, Integer> places = places(shorter);
        int[] overlaps = new int[longer.length];
        for (int place = 0; place < longer.length; place++) {
            Integer other = places.get(longer[place]);
            if (other != null) {
                overlaps[Math.max(place, other)]++;
            }
        }
        Arrays.parallelPrefix(overlaps, Integer::sum);
        return overlaps;
    }

    /// Kendall's tau. Without ties, as here, tau-b is (concordant − discordant) / pairs.
    ///
    /// Source: M. G. Kendall, "The treatment of ties in ranking problems", Biometrika 33, 1945.
    private static OptionalDouble kendallTauB(int[] common) {
        int n = common.length;
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double pairs = 0.5 * n * (n - 1.0);
        return OptionalDouble.of(1 - 2 * inversions(common) / pairs);
    }

    private static long inversions(int[] places) {
        long inversions = 0;
        for (int i = 0; i < places.length; i++) {
            for (int j = i + 1; j < places.length; j++) {
                inversions += places[i] > places[j] ? 1 : 0;
            }
        }
        return inversions;
    }

    /// Kendall's distance with penalty parameter 0 for top-k lists, divided by what lists that share nothing have.
    ///
    /// A pair of streams counts when the lists must order it differently: both show it the other way round, or one
    /// shows both with the lower one first in the other list, which lacks the higher; or each list shows only one
    /// of
    /// them.
    ///
    /// Source: R. Fagin, R. Kumar, D. Sivakumar, "Comparing top k lists", SIAM J. Discrete Mathematics 17, 2003,
    /// K^(0).
    ///
    /// @param common the places in b of the streams of a that b shows, in the order of a
    private static double topKDistance(int[] a, int[] b, int[] common) {
        if (a.length == 0 || b.length == 0) {
            return a.length == b.length ? 0 : 1;
        }
        long onlyA = (long) a.length - common.length;
        long onlyB = (long) b.length - common.length;
        long differing = inversions(common) + onlyA * onlyB + aboveCommon(a, places(b)) + aboveCommon(b, places(a));
        return (double) differing / ((long) a.length * b.length);
    }

    /// Pairs in a list of a stream that the other lacks above one that it has.
    private static long aboveCommon(int[] list, Map<Integer, Integer> other) {
        long missing = 0;
        long pairs = 0;
        for (int row : list) {
            if (other.containsKey(row)) {
                pairs += missing;
            } else {
                missing++;
            }
        }
        return pairs;
    }

    private static Map<Integer, Integer> places(int[] list) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < list.length; place++) {
            places.put(list[place], place);
        }
        return places;
    }

    private static int[] rows(Ranking ranking) {
        return ranking.entries().stream().mapToInt(Ranking.Entry::row).toArray();
    }
}
