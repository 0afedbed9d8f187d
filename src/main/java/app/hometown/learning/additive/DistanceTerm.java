// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.additive;

import app.hometown.domain.Feature;
import app.hometown.ranking.Features;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What the four features that follow the distance add to the log-odds together, and the most that is over a range of
/// distances.
///
/// Between two bends or jumps of the four curves it is a + b d + c / (1 + d), which is greatest at an end, or, where b
/// and c are both negative, at 1 + d = √(c / b). Immutable.
final class DistanceTerm {
    private final Pieces distance;
    private final Pieces proximity;
    private final Pieces local;
    private final Pieces regional;

    /// Where the stretches begin, km.
    private final double[] from;

    /// The most of each stretch and of those after it up to the next power of two: `most[level][stretch]`.
    private final double[][] most;

    /// Where a stretch is greatest between its ends; not a number where it is not.
    private final double[] turn;

    private final boolean falls;

    DistanceTerm(Pieces[] pieces) {
        distance = pieces[Feature.DISTANCE_KM.ordinal()];
        proximity = pieces[Feature.PROXIMITY_BOOST.ordinal()];
        local = pieces[Feature.IS_LOCAL_MATCH.ordinal()];
        regional = pieces[Feature.IS_REGIONAL_MATCH.ordinal()];
        from = DoubleStream.concat(
                        DoubleStream.of(0, Features.LOCAL_KM, Features.REGIONAL_KM),
                        DoubleStream.concat(
                                IntStream.range(0, distance.size()).mapToDouble(distance::place),
                                IntStream.range(0, proximity.size())
                                        .mapToDouble(proximity::place)
                                        .filter(place -> place > 0)
                                        .map(place -> 1 / place - 1)))
                .filter(km -> km >= 0 && Double.isFinite(km))
                .sorted()
                .distinct()
                .toArray();
        turn = new double[from.length];
        double[] each = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            turn[i] = turn(i);
            double end = i + 1 < from.length ? Math.nextDown(from[i + 1]) : Double.POSITIVE_INFINITY;
            each[i] = within(i, from[i], end);
        }
        most = new double[Integer.SIZE - Integer.numberOfLeadingZeros(from.length)][];
        most[0] = each;
        for (int level = 1; level < most.length; level++) {
            double[] below = most[level - 1];
            int width = 1 << (level - 1);
            double[] above = new double[from.length - 2 * width + 1];
            for (int i = 0; i < above.length; i++) {
                above[i] = Math.max(below[i], below[i + width]);
            }
            most[level] = above;
        }
        falls = IntStream.range(0, from.length).allMatch(this::falls);
    }

    /// Whether a stretch falls throughout and begins no higher than the one before ended. The slope b − c / (1 + d)²
    /// is greatest at an end.
    private boolean falls(int stretch) {
        double middle = middle(stretch);
        double slope = slope(distance, middle);
        double nearness = slope(proximity, Features.proximity(middle));
        double first = Features.proximity(from[stretch]);
        double last = stretch + 1 < from.length ? Features.proximity(from[stretch + 1]) : 0;
        return slope - nearness * first * first <= 0
                && slope - nearness * last * last <= 0
                && (stretch == 0 || at(from[stretch]) <= at(Math.nextDown(from[stretch])));
    }

    /// Whether it never rises with the distance.
    boolean falls() {
        return falls;
    }

    /// No value is further from 0.
    double farthest() {
        return distance.farthest() + proximity.farthest() + local.farthest() + regional.farthest();
    }

    /// The term at a distance.
    double at(double km) {
        return distance.at(km)
                + proximity.at(Features.proximity(km))
                + local.at(km < Features.LOCAL_KM ? 1 : 0)
                + regional.at(km < Features.REGIONAL_KM ? 1 : 0);
    }

    /// The greatest term of a range of distances, but for rounding.
    double most(double leastKm, double mostKm) {
        int first = stretch(leastKm);
        int last = mostKm == leastKm ? first : stretch(mostKm);
        if (first == last) {
            return within(first, leastKm, mostKm);
        }
        double found =
                Math.max(within(first, leastKm, Math.nextDown(from[first + 1])), within(last, from[last], mostKm));
        int between = last - first - 1;
        if (between > 0) {
            int level = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(between);
            found = Math.max(found, Math.max(most[level][first + 1], most[level][last - (1 << level)]));
        }
        return found;
    }

    private int stretch(double km) {
        int found = Arrays.binarySearch(from, km);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private double within(int stretch, double leastKm, double mostKm) {
        double found = Math.max(at(leastKm), at(mostKm));
        return turn[stretch] > leastKm && turn[stretch] < mostKm ? Math.max(found, at(turn[stretch])) : found;
    }

    private double turn(int stretch) {
        double middle = middle(stretch);
        double slope = slope(distance, middle);
        double nearness = slope(proximity, Features.proximity(middle));
        return slope < 0 && nearness < 0 ? Math.sqrt(nearness / slope) - 1 : Double.NaN;
    }

    private double middle(int stretch) {
        return stretch + 1 < from.length ? (from[stretch] + from[stretch + 1]) / 2 : from[stretch] + 1;
    }

    private static double slope(Pieces pieces, double value) {
        int piece = pieces.piece(value);
        return piece < 0 ? 0 : pieces.slope(piece);
    }
}
