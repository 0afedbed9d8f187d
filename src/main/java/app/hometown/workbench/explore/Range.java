// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

/// Numbers from `least` to `most`, both included. Infinite ends leave that side open; a number that is not known lies
/// in no range but [#ALL].
///
/// @param least not a NaN
/// @param most not below `least`
public record Range(double least, double most) {
    /// Everything, the unknown included.
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(least <= most)) {
            throw new IllegalArgumentException(least + " to " + most);
        }
    }

    /// Whether a number lies in it; NaN is one that is not known.
    public boolean holds(double number) {
        return (number >= least && number <= most) || equals(ALL);
    }
}
