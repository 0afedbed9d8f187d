// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

/// An estimate with the ends of its 95 % confidence interval.
///
/// @param estimate the estimate itself
/// @param low lower end
/// @param high upper end
public record Interval(double estimate, double low, double high) {
    /// The 97.5 % point of the standard normal distribution.
    static final double NORMAL = 1.959963984540054;

    private static final int MOST_MORE_DECIMALS = 3;

    /// The interval of an estimate that is nearly normally distributed.
    ///
    /// @param standardError its standard deviation, at least 0
    public static Interval normal(double estimate, double standardError) {
        return new Interval(estimate, estimate - NORMAL * standardError, estimate + NORMAL * standardError);
    }

    /// The interval of a share, by Wilson's method, which never leaves 0..1 and serves few and rare cases too.
    ///
    /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.
    ///
    /// @param hits how many, 0..count
    /// @param count of how many; for 0 everything is possible, the estimate 0
    public static Interval share(long hits, long count) {
        if (count == 0) {
            return new Interval(0, 0, 1);
        }
        double z2 = NORMAL * NORMAL;
        double share = (double) hits / count;
        double centre = (share + z2 / (2 * count)) / (1 + z2 / count);
        double half = NORMAL / (1 + z2 / count) * Math.sqrt(share * (1 - share) / count + z2 / (4.0 * count * count));
        return new Interval(
                share, hits == 0 ? 0 : Math.max(0, centre - half), hits == count ? 1 : Math.min(1, centre + half));
    }

    /// Whether all of it is above 0 or all of it below.
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /// Half its width.
    public double halfWidth() {
        return (high - low) / 2;
    }

    /// With how many decimals it is written for people, its estimate and what stands beside them too: as many as show
    /// two significant digits of half its width, or of the estimate where it has no width.
    ///
    /// @param least so many at least, and three more at most
    public int decimals(int least) {
        double size = halfWidth() > 0 ? halfWidth() : Math.abs(estimate);
        return size > 0 ? Math.clamp(1 - (int) Math.floor(Math.log10(size)), least, least + MOST_MORE_DECIMALS) : least;
    }

    /// The same cut to a range.
    public Interval within(double least, double most) {
        return new Interval(estimate, Math.max(low, least), Math.min(high, most));
    }

    /// The interval of the opposite number.
    public Interval negated() {
        return new Interval(0.0 - estimate, 0.0 - high, 0.0 - low);
    }
}
