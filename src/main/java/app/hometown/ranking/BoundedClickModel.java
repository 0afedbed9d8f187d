// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// A click model that can say beforehand how likely a click is at most, for many streams at once. An index uses it to
/// pass over streams unscored; a model without it stays exact and is slower.
///
/// What a bound knows of a stream besides its relation to the user is one number, the *stream term*, computed once a
/// stream and model.
public interface BoundedClickModel extends ClickModel {
    /// Whether a stream shares something with the user: for many streams perhaps some do.
    enum Match {
        NO,
        YES,
        EITHER
    }

    /// The bound for one user. An instance serves one thread.
    interface PairBound {
        /// At least the probability, to the last bit, of every stream of which all of this holds; at most 1. Never
        /// falls when the stream term rises.
        ///
        /// @param leastKm its distance is not below
        /// @param mostKm nor above
        /// @param city whether it is of the user's city
        /// @param language whether it is in the user's language
        /// @param category whether the user prefers its category
        /// @param streamTerm its stream term is not above
        double atMost(double leastKm, double mostKm, Match city, Match language, Match category, double streamTerm);

        /// By how much [#atMost] can exceed the probability of a single stream, of which everything is known exactly
        /// but
        /// the stream term, and that was rounded up to a float: infinite where that is not known.
        double looseness(double streamTerm);

        /// Whether the greatest distance matters; else any value, infinity too, may be given for it.
        boolean needsMostKm();
    }

    /// What the bound needs to know of a stream by itself. Deterministic, not NaN.
    double streamTerm(
            double qualityScore, double avgViewerCount, double creatorFollowers, boolean partnered, boolean mature);

    /// The bound for a user.
    PairBound boundFor(double localPreferenceStrength, double totalWatchHours);
}
