// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.geo.Geodesic;
import java.util.OptionalDouble;

/// How far candidates may lie: the radius of a scoring and what it grows to.
final class Reach {
    private Reach() {}

    /// Finds the candidates of one radius.
    interface Within {
        /// Looks within a radius.
        ///
        /// @param radiusKm positive infinity for the whole world
        /// @return how many candidates there are, exactly as long as that is below k
        int count(double radiusKm);

        /// Not less than the number of candidates within a radius, if that is known cheaply.
        default int atMost(double radiusKm) {
            return Integer.MAX_VALUE;
        }
    }

    /// Tries the scoring's radius and, if the scoring expands, its doubles, until k candidates are inside or the world
    /// is covered.
    ///
    /// @param within called for each radius; the last call is the one whose candidates are ranked
    /// @return the last radius; empty means the whole world
    static OptionalDouble settle(Scoring scoring, int k, Within within) {
        double radiusKm = scoring.radiusKm().orElse(Double.POSITIVE_INFINITY);
        while (true) {
            boolean world = radiusKm >= Geodesic.FARTHEST_KM;
            if (!world && scoring.expand() && within.atMost(radiusKm) < k) {
                radiusKm *= 2;
                continue;
            }
            int count = within.count(world ? Double.POSITIVE_INFINITY : radiusKm);
            if (world) {
                return OptionalDouble.empty();
            }
            if (count >= k || !scoring.expand()) {
                return OptionalDouble.of(radiusKm);
            }
            radiusKm *= 2;
        }
    }
}
