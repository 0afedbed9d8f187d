// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Ranges of numbers that hold about equally many rows, cut at numbers that people can read. Immutable.
final class Classes {
    private static final int SAMPLE = 1 << 14;

    private final double[] cuts;

    /// @param cuts ascending: class n holds the numbers from cut n − 1 on and below cut n
    private Classes(double[] cuts) {
        this.cuts = cuts;
    }

    /// Cuts at quantiles.
    ///
    /// @param value of a row; NaN where it is not known
    /// @param shares ascending, 0..1
    static Classes of(int size, IntToDoubleFunction value, double... shares) {
        int step = Math.max(1, size / SAMPLE);
        double[] sample = new double[Math.ceilDiv(size, step)];
        int count = 0;
        for (int row = 0; row < size; row += step) {
            double number = value.applyAsDouble(row);
            if (!Double.isNaN(number)) {
                sample[count++] = number;
            }
        }
        if (count == 0) {
            return new Classes(new double[0]);
        }
        int known = count;
        Arrays.sort(sample, 0, known);
        return new Classes(Arrays.stream(shares)
                .map(share -> rounded(sample[(int) Math.min(known - 1, share * known)]))
                .filter(cut -> cut > sample[0] && cut <= sample[known - 1])
                .distinct()
                .toArray());
    }

    /// To two significant digits.
    private static double rounded(double number) {
        if (number == 0) {
            return 0;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(Math.abs(number))) - 1);
        return ten >= 1 ? Math.rint(number / ten) * ten : Math.rint(number / ten) / Math.rint(1 / ten);
    }

    /// Where the classes but the first begin.
    double[] cuts() {
        return cuts.clone();
    }

    /// How many classes there are.
    int size() {
        return cuts.length + 1;
    }

    /// The class of a number.
    int of(double number) {
        int at = 0;
        while (at < cuts.length && number >= cuts[at]) {
            at++;
        }
        return at;
    }

    /// Where a class begins.
    double from(int at) {
        return at == 0 ? Double.NEGATIVE_INFINITY : cuts[at - 1];
    }

    /// Where a class ends.
    double to(int at) {
        return at == cuts.length ? Double.POSITIVE_INFINITY : cuts[at];
    }
}
