// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.statistics;

/// Student's t distribution.
public final class Student {
    /// 97.5 % points for 1 to 19 degrees of freedom.
    private static final double[] FEW = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093
    };

    private Student() {}

    /// The 97.5 % point, to 0.0005.
    ///
    /// Source: M. Abramowitz, I. A. Stegun, "Handbook of mathematical functions", 26.7.5, above 19.
    ///
    /// @param freedom degrees of freedom, at least 1
    public static double reach(int freedom) {
        if (freedom <= FEW.length) {
            return FEW[freedom - 1];
        }
        double z = Interval.NORMAL;
        double square = z * z;
        return z + z * (square + 1) / (4 * freedom) + z * ((5 * square + 16) * square + 3) / (96.0 * freedom * freedom);
    }
}
