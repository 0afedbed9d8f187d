// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.additive;

import java.util.List;

/// A curve of straight pieces through some points; flat before the first and after the last. Immutable.
///
/// @param at where the points are, rising; finite, at least one
/// @param logOdds how high each is; as many, finite
public record Curve(List<Double> at, List<Double> logOdds) {
    /// @throws IllegalArgumentException when the points are not such; says what is wrong
    public Curve {
        at = List.copyOf(at);
        logOdds = List.copyOf(logOdds);
        if (at.isEmpty() || at.size() != logOdds.size()) {
            throw new IllegalArgumentException(
                    "a curve has " + at.size() + " places and " + logOdds.size() + " heights");
        }
        for (int i = 0; i < at.size(); i++) {
            if (!Double.isFinite(at.get(i)) || !Double.isFinite(logOdds.get(i))) {
                throw new IllegalArgumentException(
                        "a curve has the point " + at.get(i) + ", " + logOdds.get(i) + ", not finite numbers");
            }
            if (i > 0 && !(at.get(i) > at.get(i - 1))) {
                throw new IllegalArgumentException("a curve's places do not rise at " + at.get(i));
            }
        }
    }
}
