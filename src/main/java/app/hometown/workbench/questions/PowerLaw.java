// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import java.util.Optional;

/// The power law that fits the upper part of some numbers best: their density falls like x to the power of minus the
/// exponent from a least number on.
///
/// Source: A. Clauset, C. R. Shalizi, M. E. J. Newman, "Power-law distributions in empirical data", SIAM Review 51,
/// 2009: the exponent by maximum likelihood (counts by the approximation of their equation 3.7), the least number where
/// the largest distance between the two distributions is smallest, and the comparison with an exponential by Vuong's
/// likelihood ratio. Numbers that were cut off at a limit, which shows by many of them lying there, count as "at least
/// so large", as lifetimes that are still going on do in an exponential law of the logarithms.
///
/// @param exponent above 1
/// @param error its standard error
/// @param least the law holds from here on
/// @param count how many numbers are not below that
/// @param limit where numbers were cut off, or NaN
/// @param atLimit how many lie there
/// @param against how much better it fits than an exponential, in standard deviations; below 0 the exponential fits
///   better
/// @param span how many times larger the largest number is than the least
public record PowerLaw(
        double exponent,
        double error,
        double least,
        long count,
        double limit,
        long atLimit,
        double against,
        double span) {
    /// Beyond this a difference is not chance.
    private static final double CLEAR = 1.96;

    /// A straight line over less than a power of ten is no law.
    private static final double SPAN = 10;

    /// The law is not asked to hold for fewer numbers, nor for a smaller part of them.
    private static final int FEWEST = 50;

    private static final double SMALLEST_PART = 0.1;
    private static final int CANDIDATES = 60;
    private static final int LOOKS = 400;

    /// Counts near 1 are too coarse for the approximation.
    private static final double COARSE = 6;

    /// What is to be thought of it.
    public enum Verdict {
        /// It fits better than an exponential, over a power of ten or more.
        FITS,
        /// An exponential fits better: there is no exponent worth telling.
        FALLS_FASTER,
        /// It fits better than an exponential, but over less than a power of ten.
        SHORT,
        /// The numbers do not tell.
        OPEN
    }

    /// What is to be thought of it.
    public Verdict verdict() {
        if (against < -CLEAR) {
            return Verdict.FALLS_FASTER;
        }
        if (against <= CLEAR) {
            return Verdict.OPEN;
        }
        return span >= SPAN ? Verdict.FITS : Verdict.SHORT;
    }

    /// The share of the numbers from the least on that is at least so large, by the law.
    ///
    /// @param value not below the least
    public double share(double value) {
        return Math.pow(value / least, 1 - exponent);
    }

    /// Fits one. O(n) for sorted numbers.
    ///
    /// @param sorted ascending
    /// @param whole whether they are counts
    /// @return empty when there are too few numbers above 0, or all are the same
    static Optional<PowerLaw> fit(double[] sorted, boolean whole) {
        int size = sorted.length;
        int positive = Spreads.place(sorted, Double.MIN_VALUE);
        int fewest = (int) Math.max(FEWEST, SMALLEST_PART * (size - positive));
        if (size - positive < fewest) {
            return Optional.empty();
        }
        Fitting fitting = new Fitting(sorted, whole, positive);
        double before = Double.NaN;
        double best = Double.POSITIVE_INFINITY;
        int bestFrom = -1;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            int at = positive + (int) ((long) (size - fewest - positive) * candidate / (CANDIDATES - 1));
            double least = sorted[at];
            if (least == before || (whole && least < COARSE && sorted[size - 1] > COARSE * SPAN)) {
                continue;
            }
            before = least;
            int from = Spreads.place(sorted, least);
            double distance = fitting.distance(from);
            if (distance < best) {
                best = distance;
                bestFrom = from;
            }
        }
        return bestFrom < 0 ? Optional.empty() : Optional.of(fitting.law(bestFrom));
    }

    /// The numbers with what is asked of them again and again.
    private static final class Fitting {
        private final double[] sorted;
        private final double shift;
        private final double[] logs;
        private final double limit;
        private final int atLimit;

        Fitting(double[] sorted, boolean whole, int positive) {
            this.sorted = sorted;
            shift = whole ? 0.5 : 0;
            int size = sorted.length;
            logs = new double[size + 1];
            for (int i = size - 1; i >= positive; i--) {
                logs[i] = logs[i + 1] + Math.log(sorted[i]);
            }
            int largest = size - Spreads.place(sorted, sorted[size - 1]);
            boolean cut = largest >= Math.max(5, 0.005 * (size - positive));
            limit = cut ? sorted[size - 1] : Double.NaN;
            atLimit = cut ? largest : 0;
        }

        private double least(int from) {
            return sorted[from] - shift;
        }

        /// The exponent less 1; infinite where all numbers are the least.
        private double slope(int from) {
            int count = sorted.length - from;
            return (count - atLimit) / (logs[from] - count * Math.log(least(from)));
        }

        /// The largest distance between what the law and what the numbers say, Kolmogorov and Smirnov's.
        double distance(int from) {
            int count = sorted.length - from;
            double slope = slope(from);
            if (!(slope > 0) || Double.isInfinite(slope)) {
                return Double.POSITIVE_INFINITY;
            }
            double largest = 0;
            for (int look = 0; look < LOOKS; look++) {
                double value = sorted[from + (int) ((long) (count - 1) * look / (LOOKS - 1))];
                double has = (double) (sorted.length - Spreads.place(sorted, value)) / count;
                double should = Math.pow((value - shift) / least(from), -slope);
                largest = Math.max(largest, Math.abs(has - should));
            }
            return largest;
        }

        PowerLaw law(int from) {
            int count = sorted.length - from;
            double slope = slope(from);
            return new PowerLaw(
                    1 + slope,
                    slope / Math.sqrt(count - atLimit),
                    sorted[from],
                    count,
                    limit,
                    atLimit,
                    against(from, slope),
                    sorted[sorted.length - 1] / sorted[from]);
        }

        /// Vuong's ratio against an exponential from the same least number on.
        private double against(int from, double slope) {
            int count = sorted.length - from;
            double least = least(from);
            double above = 0;
            for (int i = from; i < sorted.length; i++) {
                above += sorted[i] - least;
            }
            double rate = (count - atLimit) / above;
            double sum = 0;
            double squares = 0;
            for (int i = from; i < sorted.length; i++) {
                boolean cut = i >= sorted.length - atLimit;
                double log = Math.log(sorted[i] / least);
                double law = cut ? -slope * log : Math.log(slope / least) - (slope + 1) * log;
                double exponential = (cut ? 0 : Math.log(rate)) - rate * (sorted[i] - least);
                sum += law - exponential;
                squares += (law - exponential) * (law - exponential);
            }
            double variance = squares / count - (sum / count) * (sum / count);
            return variance > 0 ? sum / Math.sqrt(count * variance) : 0;
        }
    }
}
