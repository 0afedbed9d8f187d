// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.statistics.FixedRandom;
import java.util.Arrays;

/// Draws places of a list by weight. Immutable.
final class Weighted {
    private final double[] cumulative;

    /// @param weights at least 0 each, not all 0
    Weighted(double[] weights) {
        cumulative = weights.clone();
        for (int i = 1; i < cumulative.length; i++) {
            cumulative[i] += cumulative[i - 1];
        }
    }

    /// A place, with probability proportional to its weight.
    int draw(FixedRandom random) {
        int last = cumulative.length - 1;
        int at = Arrays.binarySearch(cumulative, 0, last, random.uniform() * cumulative[last]);
        return at < 0 ? -at - 1 : at + 1;
    }

    /// The probability of a place.
    double probability(int place) {
        double weight = place == 0 ? cumulative[0] : cumulative[place] - cumulative[place - 1];
        return weight / cumulative[cumulative.length - 1];
    }
}
