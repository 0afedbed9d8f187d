// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

import app.hometown.domain.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The paired permutation test: if neither of two were better, each difference could as well have had the other sign.
/// How often the mean of differences with signs drawn anew is as far from 0 as the one observed is the p-value, of
/// both sides.
///
/// With up to 20 differences that are not 0 all signs are tried. Otherwise signs are drawn 9,999 times, and the
/// observed
/// ones count as one draw more, so that p is never too small (B. Phipson, G. K. Smyth, "Permutation p-values should
/// never be zero", Statistical Applications in Genetics and Molecular Biology 9, 2010). Of more than 10,000 differences
/// blocks of them are flipped.
///
/// Source: R. A. Fisher, "The design of experiments", 1935, §21; recommended for rankers by M. D. Smucker, J. Allan, B.
/// Carterette, "A comparison of statistical significance tests for information retrieval evaluation", CIKM 2007.
///
/// @param p 0 less than p, at most 1
/// @param exact whether all signs were tried
public record SignFlipTest(double p, boolean exact) {
    private static final int MOST_EXACT = 20;
    private static final int DRAWS = 9999;
    private static final int DRAWS_A_STEP = 250;

    /// The random numbers that are drawn here and nowhere else with the same seed.
    private static final int SIGNS = 1;

    /// Sums that differ by less of the sum of sizes differ by rounding only.
    private static final double ROUNDING = 1e-12;

    /// All bits of a choice of eight.
    private static final int CHOICE = 0xff;

    /// Tests differences. At most 0.3 s of a core.
    ///
    /// @param differences one a user, in the order of users
    /// @param seed of the signs
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static SignFlipTest of(double[] differences, long seed, Progress progress) {
        double[] some = Arrays.stream(differences).filter(one -> one != 0).toArray();
        if (some.length <= MOST_EXACT) {
            return new SignFlipTest(exact(some), true);
        }
        return new SignFlipTest(drawn(Blocks.of(some).sums(), seed, progress), false);
    }

    private static double exact(double[] some) {
        int half = some.length / 2;
        double[] first = sums(Arrays.copyOfRange(some, 0, half));
        double[] second = sums(Arrays.copyOfRange(some, half, some.length));
        double limit = limit(some);
        long far = 0;
        for (double one : first) {
            for (double other : second) {
                far += Math.abs(one + other) >= limit ? 1 : 0;
            }
        }
        return (double) far / ((long) first.length * second.length);
    }

    /// The sums of all choices of signs.
    private static double[] sums(double[] values) {
        double[] sums = new double[1 << values.length];
        for (int signs = 0; signs < sums.length; signs++) {
            for (int i = 0; i < values.length; i++) {
                sums[signs] += (signs >> i & 1) == 0 ? values[i] : -values[i];
            }
        }
        return sums;
    }

    private static double limit(double[] values) {
        double sum = 0;
        double size = 0;
        for (double value : values) {
            sum += value;
            size += Math.abs(value);
        }
        return Math.abs(sum) - ROUNDING * size;
    }

    private static double drawn(double[] blocks, long seed, Progress progress) {
        double limit = limit(blocks);
        double all = Arrays.stream(blocks).sum();
        double[] kept = kept(blocks);
        long far = 0;
        for (int first = 0; first < DRAWS; first += DRAWS_A_STEP) {
            progress.done(first);
            far += IntStream.range(first, Math.min(DRAWS, first + DRAWS_A_STEP))
                    .parallel()
                    .filter(draw -> Math.abs(flipped(kept, all, seed, draw)) >= limit)
                    .count();
        }
        return (1.0 + far) / (1.0 + DRAWS);
    }

    /// The sums of what each choice of eight neighbouring blocks keeps: a draw then adds an eighth as many numbers.
    private static double[] kept(double[] blocks) {
        double[] kept = new double[Math.ceilDiv(blocks.length, Byte.SIZE) << Byte.SIZE];
        for (int at = 0; at < kept.length; at++) {
            int choice = at & CHOICE;
            if (choice != 0) {
                int block = (at >>> Byte.SIZE) * Byte.SIZE + Integer.numberOfTrailingZeros(choice);
                kept[at] = kept[at - Integer.lowestOneBit(choice)] + (block < blocks.length ? blocks[block] : 0);
            }
        }
        return kept;
    }

    private static double flipped(double[] kept, double all, long seed, int draw) {
        FixedRandom random = new FixedRandom(seed, SIGNS);
        random.at(draw);
        double sum = 0;
        long bits = 0;
        for (int at = 0, left = 0; at < kept.length; at += CHOICE + 1, left--) {
            if (left == 0) {
                bits = random.bits();
                left = Long.BYTES;
            }
            sum += kept[at + (int) (bits & CHOICE)];
            bits >>>= Byte.SIZE;
        }
        return 2 * sum - all;
    }
}
