// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/// P-values for many comparisons at once: with them, the chance that *any* comparison without a difference is found
/// to have one stays below 5 %, however the comparisons depend on each other.
///
/// Chosen over a false discovery rate (Benjamini and Hochberg) because every slice found is read as a claim about real
/// people, and one false claim is one too many; over Bonferroni because it never finds less.
///
/// Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6,
/// 1979.
public final class Holm {
    private Holm() {}

    /// Corrects p-values.
    ///
    /// @param p each 0..1
    /// @return as many, each at least the one it came from and at most 1
    public static double[] adjusted(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = Math.max(most, Math.min(1, p[order[i]] * (p.length - i)));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }
}
