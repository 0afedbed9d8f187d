// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Addends and their sum, rounded so that the figures shown add up to the sum shown: each is rounded down or up, up are
/// those that lose most (the method of largest remainders). A figure differs from its number by less than one unit of
/// its last decimal; an addend of 0 stays 0.
///
/// @param parts the addends as rounded, in their order
/// @param total the sum, rounded to the nearest
/// @param digits decimals
public record SumFigures(List<Double> parts, double total, int digits) {
    private static final double LARGEST = 1e15;

    public SumFigures {
        parts = List.copyOf(parts);
    }

    /// Rounds.
    ///
    /// @param parts the addends
    /// @param total their sum, to within rounding
    /// @param digits decimals, 0..9
    public static SumFigures of(double[] parts, double total, int digits) {
        return rounded(parts, total, digits, place -> OptionalDouble.empty())
                // Figures of this size have no decimals that could be seen to add up.
                .orElseGet(() -> new SumFigures(
                        IntStream.range(0, parts.length).mapToObj(i -> parts[i]).toList(), total, digits));
    }

    /// Rounds a sum that is read beside another: addends that are the same in both have the same figures, where the
    /// others can make the sum add up.
    ///
    /// @param other the addends that these figures are of
    /// @param others the addends, as many
    /// @param sum their sum, to within rounding
    public SumFigures beside(double[] other, double[] others, double sum) {
        return rounded(
                        others,
                        sum,
                        digits,
                        i -> others[i] == other[i] ? OptionalDouble.of(parts.get(i)) : OptionalDouble.empty())
                .orElseGet(() -> of(others, sum, digits));
    }

    /// @param given the figures that are settled, by place
    private static Optional<SumFigures> rounded(
            double[] parts, double total, int digits, IntFunction<OptionalDouble> given) {
        double unit = Math.pow(10, digits);
        double[] scaled = new double[parts.length];
        long[] units = new long[parts.length];
        long missing = Math.round(total * unit);
        boolean possible = Math.abs(total * unit) < LARGEST;
        List<Integer> byLoss = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            scaled[i] = parts[i] * unit;
            possible &= Math.abs(scaled[i]) < LARGEST;
            OptionalDouble settled = given.apply(i);
            if (settled.isPresent()) {
                units[i] = Math.round(settled.getAsDouble() * unit);
            } else {
                units[i] = (long) Math.floor(scaled[i]);
                byLoss.add(i);
            }
            missing -= units[i];
        }
        // Up to rounding of the sum itself a plain one always adds up; a settled one may not.
        if (!possible || (byLoss.size() < parts.length && (missing < 0 || missing > byLoss.size()))) {
            return Optional.empty();
        }
        byLoss.sort(Comparator.comparingDouble(i -> units[i] - scaled[i]));
        for (int n = 0; n < missing && n < byLoss.size(); n++) {
            units[byLoss.get(n)]++;
        }
        return Optional.of(new SumFigures(
                IntStream.range(0, parts.length).mapToObj(i -> units[i] / unit).toList(),
                Math.round(total * unit) / unit,
                digits));
    }

    /// An addend for people.
    public String part(int i) {
        return Formats.decimals(parts.get(i), digits);
    }

    /// An addend with its sign.
    public String signedPart(int i) {
        return Formats.signed(parts.get(i), digits);
    }

    /// The sum for people.
    public String sum() {
        return Formats.decimals(total, digits);
    }

    /// The sum with its sign.
    public String signedSum() {
        return Formats.signed(total, digits);
    }
}
