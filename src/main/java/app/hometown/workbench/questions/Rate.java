// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import app.hometown.statistics.Interval;

/// How many of some samples were clicked.
///
/// @param key what the samples have in common, where it is not a range; else ""
/// @param from the least value of the range, or NaN
/// @param to what is too large for the range, or NaN
/// @param mean of the values in the range, or NaN
/// @param clicks how many were clicked
/// @param count how many samples
public record Rate(String key, double from, double to, double mean, long clicks, long count) {
    /// Of samples that have something in common.
    static Rate of(String key, long clicks, long count) {
        return new Rate(key, Double.NaN, Double.NaN, Double.NaN, clicks, count);
    }

    /// The share of clicks with its 95 % interval by Wilson's method, samples taken for independent of each other.
    public Interval rate() {
        return Interval.share(clicks, count);
    }

    /// This and a neighbour as one.
    public Rate and(Rate other) {
        long both = count + other.count;
        double sum = (count == 0 ? 0 : mean * count) + (other.count == 0 ? 0 : other.mean * other.count);
        return new Rate(
                key,
                Math.min(from, other.from),
                Math.max(to, other.to),
                both == 0 ? Double.NaN : sum / both,
                clicks + other.clicks,
                both);
    }

    /// How much more often these were clicked than others, with its 95 % interval.
    ///
    /// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison
    /// of
    /// eleven methods", Statistics in Medicine 17, 1998, method 10, which is made of Wilson's intervals.
    ///
    /// @return from -1 to 1 around 0 when one of both has no sample
    public Interval less(Rate other) {
        if (count == 0 || other.count == 0) {
            return new Interval(0, -1, 1);
        }
        Interval mine = rate();
        Interval theirs = other.rate();
        double difference = mine.estimate() - theirs.estimate();
        double below = Math.hypot(mine.estimate() - mine.low(), theirs.high() - theirs.estimate());
        double above = Math.hypot(mine.high() - mine.estimate(), theirs.estimate() - theirs.low());
        return new Interval(difference, difference - below, difference + above);
    }
}
