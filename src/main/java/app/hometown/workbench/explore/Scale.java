// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

/// Where numbers of a column lie between its ends, 0..1: evenly, or by their logarithm where most are small and a few
/// are large. The bars of a histogram are equally wide on it.
///
/// @param least the smallest number
/// @param most the largest, not below
/// @param logarithmic whether by log(1 + x); then no number is negative
/// @param whole whether the numbers are whole ones
public record Scale(double least, double most, boolean logarithmic, boolean whole) {
    /// Bars of a histogram.
    public static final int BARS = 48;

    /// The place of a number, 0..1.
    public double place(double number) {
        double from = bent(least);
        double to = bent(most);
        return to > from ? Math.clamp((bent(number) - from) / (to - from), 0.0, 1.0) : 0;
    }

    /// The number at a place: the whole one nearest to it where numbers are whole.
    public double number(double place) {
        double from = bent(least);
        double bent = from + Math.clamp(place, 0.0, 1.0) * (bent(most) - from);
        double number = logarithmic ? Math.expm1(bent) : bent;
        return Math.clamp(whole ? Math.rint(number) : number, least, most);
    }

    /// The bar that counts a number, 0 to [#BARS] less one.
    public int bar(double number) {
        return Math.min(BARS - 1, (int) (place(number) * BARS));
    }

    private double bent(double number) {
        return logarithmic ? Math.log1p(number) : number;
    }
}
