// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

/// What an interval of a difference says.
public enum Verdict {
    /// All of the interval is on the good side of 0.
    BETTER,
    /// All of it is on the bad side.
    WORSE,
    /// It holds 0: the difference may be chance.
    UNDECIDED;

    /// The verdict of an interval alone.
    ///
    /// @param gain an interval of a difference where more is better
    public static Verdict of(Interval gain) {
        return gain.low() > 0 ? BETTER : gain.high() < 0 ? WORSE : UNDECIDED;
    }
}
