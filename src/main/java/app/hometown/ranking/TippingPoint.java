// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// The smallest change of one number that brings a stream where one wants it, all else as it is.
///
/// @param goal where the stream is wanted
/// @param lever the number that is changed
/// @param now its value now
/// @param answer what it takes
public record TippingPoint(Goal goal, Lever lever, double now, Answer answer) {
    /// Where a stream is wanted.
    public enum Goal {
        /// First of all.
        FIRST,
        /// Among the top k.
        INTO_TOP_K,
        /// No longer among the top k.
        OUT_OF_TOP_K
    }

    /// What it takes.
    public sealed interface Answer {}

    /// Nothing: the stream is there.
    public record Already() implements Answer {}

    /// This value, the nearest to what it is now: with it the stream is there, with the next number towards what it
    /// is now it is not.
    ///
    /// @param value the value; whole where the number counts something
    public record At(double value) implements Answer {}

    /// No value of the number does it.
    ///
    /// @param why the reason
    public record Cannot(Reason why) implements Answer {}

    /// Why no value does it.
    public enum Reason {
        /// Whatever the value, others stay above it, or too few do.
        NO_VALUE,
        /// The number adds nothing to any score, or the same to all.
        NO_EFFECT,
        /// The ranker has no click model.
        NO_MODEL,
        /// The click model does not say how its answer follows the number.
        OPAQUE_MODEL,
        /// The stream is beyond the radius, and this number does not bring it nearer.
        OUT_OF_REACH,
        /// The stream is off the air.
        OFF_AIR
    }

    /// The change, where there is one: the value it takes less the value now; 0 when the stream is there already;
    /// not a number when no value does it.
    public double change() {
        return switch (answer) {
            case Already _ -> 0;
            case At(double value) -> value - now;
            case Cannot _ -> Double.NaN;
        };
    }
}
