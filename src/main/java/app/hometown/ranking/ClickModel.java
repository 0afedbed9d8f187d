// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// Anything that gives P(click) for a user-stream pair. Immutable and safe to use from any thread.
public interface ClickModel {
    /// The probability that the user clicks, 0..1. Never NaN for finite features; deterministic.
    ///
    /// @param features the features in [app.hometown.domain.Feature]'s order; not kept, not changed
    double probability(double[] features);
}
