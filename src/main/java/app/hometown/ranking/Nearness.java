// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// The most that proximity can be, from a chord alone: a table instead of a root, a series and a quotient, which a
/// search would otherwise wait for at every node and stream. By [NodeDistance#leastKm] at the lower end of a step, so
/// not below the proximity of any two places whose chord is not shorter.
final class Nearness {
    /// A step is a 64th of an octave of the squared chord, 0.4 to 0.8 % of the distance.
    private static final int BITS = 6;

    private static final int SHIFT = 52 - BITS;

    /// Steps begin at a squared chord of 2⁻⁴⁰, 6 m; below it proximity is 1 at most.
    private static final int FIRST = (Double.MAX_EXPONENT - 40) << BITS;

    /// Squared chords are 4 at most, and may be a rounding more.
    static final int STEPS = 43 << BITS;

    private static final float[] MOST = new float[STEPS];

    static {
        MOST[0] = 1;
        for (int step = 1; step < STEPS; step++) {
            MOST[step] = Math.nextUp((float) Features.proximity(leastKm(step)));
        }
    }

    private Nearness() {}

    /// Not below the proximity of places whose squared chord, on the unit sphere, is at least this.
    static double atMost(double chordSquared) {
        return MOST[step(chordSquared)];
    }

    /// The step in which a squared chord lies, from 0.
    static int step(double chordSquared) {
        return Math.max(0, (int) (Double.doubleToRawLongBits(chordSquared) >>> SHIFT) - FIRST);
    }

    /// No two places whose squared chord lies in a step or behind it are nearer.
    static double leastKm(int step) {
        return step == 0
                ? 0
                : NodeDistance.leastKm(Math.min(4, Double.longBitsToDouble((long) (step + FIRST) << SHIFT)));
    }
}
