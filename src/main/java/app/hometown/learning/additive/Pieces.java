// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.additive;

/// A [Curve] laid out for asking it.
final class Pieces {
    private final double[] at;
    private final double[] height;
    private final double[] slope;
    private final double least;
    private final double most;

    /// @throws IllegalArgumentException when a piece is too steep for a number
    Pieces(Curve curve) {
        int size = curve.at().size();
        at = new double[size];
        height = new double[size];
        slope = new double[size];
        for (int i = 0; i < size; i++) {
            at[i] = curve.at().get(i);
            height[i] = curve.logOdds().get(i);
        }
        double lowest = height[size - 1];
        double highest = lowest;
        for (int i = 0; i < size - 1; i++) {
            slope[i] = (height[i + 1] - height[i]) / (at[i + 1] - at[i]);
            if (!Double.isFinite(slope[i])) {
                throw new IllegalArgumentException("a curve is too steep at " + at[i]);
            }
            lowest = Math.min(lowest, height[i]);
            highest = Math.max(highest, height[i]);
        }
        least = lowest;
        most = highest;
    }

    int size() {
        return at.length;
    }

    /// Where a point is.
    double place(int point) {
        return at[point];
    }

    /// The slope of the piece after a point; 0 after the last.
    double slope(int point) {
        return slope[point];
    }

    /// The last point not above a value; −1 when all are.
    int piece(double value) {
        int low = 0;
        int high = at.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /// The height at a value. Subtraction, product and sum keep order, and what rounding might add beyond the piece's
    /// ends is cut off.
    double at(double value) {
        int piece = piece(value);
        if (piece < 0) {
            return height[0];
        }
        if (piece == at.length - 1) {
            return height[piece];
        }
        double here = height[piece];
        double next = height[piece + 1];
        double between = here + (value - at[piece]) * slope[piece];
        return Math.max(Math.min(here, next), Math.min(between, Math.max(here, next)));
    }

    /// The greatest height of a range, reached in it.
    double most(double from, double to) {
        double found = Math.max(at(from), at(to));
        for (int i = piece(from) + 1; i < at.length && at[i] < to && found < most; i++) {
            found = Math.max(found, height[i]);
        }
        return found;
    }

    /// The least height of a range, reached in it.
    double least(double from, double to) {
        double found = Math.min(at(from), at(to));
        for (int i = piece(from) + 1; i < at.length && at[i] < to && found > least; i++) {
            found = Math.min(found, height[i]);
        }
        return found;
    }

    /// No height is further from 0.
    double farthest() {
        return Math.max(Math.abs(least), Math.abs(most));
    }
}
