// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

/// Where numbers of a column lie between its ends, 0..1: evenly, or by their logarithm where most are small and a few
/// are large. The bars of a histogram are equally wide on it, and each holds a whole number where numbers are whole: a
/// logarithm alone would put the smallest further apart than bars are wide.
///
/// @param least the smallest number
/// @param most the largest, not below
/// @param whole whether the numbers are whole ones
/// @param soft numbers much below it lie evenly, those above by their logarithm, as log(1 + x / soft); infinite where
///   all lie evenly. Otherwise no number is negative
public record Scale(double least, double most, boolean whole, double soft) {
    /// The most bars of a histogram.
    public static final int BARS = 48;

    /// @param logarithmic whether large numbers lie by their logarithm; then none is negative
    static Scale of(double least, double most, boolean logarithmic, boolean whole) {
        if (!logarithmic || (whole && most - least <= BARS)) {
            return new Scale(least, most, whole, Double.POSITIVE_INFINITY);
        }
        double soft = 1;
        while (whole && new Scale(least, most, true, soft).firstBar() < 1) {
            soft *= 1.1;
        }
        return new Scale(least, most, whole, soft);
    }

    /// How many numbers the first bar holds.
    private double firstBar() {
        double from = soft + least;
        return from * (Math.pow((soft + most) / from, 1.0 / BARS) - 1);
    }

    /// How many bars a histogram has.
    public int bars() {
        return whole ? (int) Math.min(BARS, most - least + 1) : BARS;
    }

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
        double number = Double.isInfinite(soft) ? bent : soft * Math.expm1(bent);
        return Math.clamp(whole ? Math.rint(number) : number, least, most);
    }

    /// The bar that counts a number, 0 to [#bars] less one.
    public int bar(double number) {
        return Math.min(bars() - 1, (int) (place(number) * bars()));
    }

    private double bent(double number) {
        return Double.isInfinite(soft) ? number : Math.log1p(number / soft);
    }
}
