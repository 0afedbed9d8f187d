// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

/// Random numbers that are the same on every platform, JDK and run.
///
/// The generator is SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014), written out here so that no library can change it; everything above it uses IEEE arithmetic and
/// [StrictMath] only. Seed, section and row together choose where the sequence starts, so each row of each section
/// has a sequence of its own, whatever order or thread it is drawn in. An instance serves one thread.
public final class FixedRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    /// The sequence of row 0 of a section.
    ///
    /// @param seed any number; equal seeds give equal sequences
    /// @param section what is drawn; different sections are independent
    public FixedRandom(long seed, int section) {
        origin = mix(mix(seed) + GOLDEN_GAMMA * (section + 1L));
        at(0);
    }

    private FixedRandom(long state) {
        origin = state;
        this.state = state;
    }

    /// The plain SplitMix64 sequence of a seed.
    static FixedRandom splitMix(long seed) {
        return new FixedRandom(seed);
    }

    /// Moves to the start of a row's own sequence.
    public void at(long row) {
        state = mix(origin + GOLDEN_GAMMA * (row + 1));
    }

    /// 64 random bits.
    public long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /// Uniform in [0, 1), a multiple of 2⁻⁵³.
    public double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /// Uniform in 0..bound-1; the bias of at most bound / 2³² is left in.
    ///
    /// @param bound above 0
    public int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /// True with a probability.
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /// Standard normal, by Marsaglia's polar method.
    public double normal() {
        while (true) {
            double x = 2.0 * uniform() - 1.0;
            double y = 2.0 * uniform() - 1.0;
            double square = x * x + y * y;
            if (square > 0.0 && square < 1.0) {
                return x * StrictMath.sqrt(-2.0 * StrictMath.log(square) / square);
            }
        }
    }

    /// Exponential with a mean, by inversion.
    public double exponential(double mean) {
        return -mean * StrictMath.log(1.0 - uniform());
    }

    /// Lomax (Pareto of the second kind, scale 1), by inversion: P(X > x) = (1 + x)^-shape.
    public double lomax(double shape) {
        return StrictMath.pow(1.0 - uniform(), -1.0 / shape) - 1.0;
    }

    /// Gamma with mean `shape · scale` (G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables",
    /// ACM TOMS 26, 2000).
    ///
    /// @param shape at least 1
    /// @param scale above 0
    public double gamma(double shape, double scale) {
        if (!(shape >= 1.0)) {
            throw new IllegalArgumentException("shape " + shape + " is below 1");
        }
        double d = shape - 1.0 / 3.0;
        double c = 1.0 / StrictMath.sqrt(9.0 * d);
        while (true) {
            double x = normal();
            double root = 1.0 + c * x;
            if (root <= 0.0) {
                continue;
            }
            double v = root * root * root;
            double u = 1.0 - uniform();
            if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v * scale;
            }
        }
    }

    /// Beta, as the share of one gamma variable in the sum of two.
    ///
    /// @param a at least 1
    /// @param b at least 1
    public double beta(double a, double b) {
        double x = gamma(a, 1.0);
        double y = gamma(b, 1.0);
        return x / (x + y);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
