// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.ArrayList;
import java.util.List;

/// Where an axis is marked: at round numbers within its range, 1, 2 or 5 times a power of ten apart.
///
/// After P. Heckbert, "Nice numbers for graph labels", Graphics Gems (1990); of the steps the one is taken whose
/// number of ticks is nearest to what is wished for.
///
/// @param at the numbers, ascending
/// @param step between two; for a logarithmic axis that of the first two
record Ticks(List<Double> at, double step) {
    Ticks {
        at = List.copyOf(at);
    }

    /// Marks of a linear axis.
    ///
    /// @param from finite
    /// @param to finite, above from
    /// @param wished how many are wished for, at least 1; there may be a few more or fewer
    /// @param least the smallest step that makes sense, 1 for counts; 0 for none
    static Ticks linear(double from, double to, int wished, double least) {
        double step = Math.max(step((to - from) / Math.max(1, wished)), least);
        // The allowance keeps ends that are ticks.
        double first = Math.ceil(from / step - 1e-9);
        double last = Math.floor(to / step + 1e-9);
        List<Double> at = new ArrayList<>();
        for (double i = first; i <= last; i++) {
            // A step below 1 is divided by, because 3 / 10 is 0.3 and 3 · 0.1 is not; adding 0 makes -0 a 0.
            at.add((step < 1 ? i / Math.rint(1 / step) : i * step) + 0.0);
        }
        return new Ticks(at, step);
    }

    /// Marks of a logarithmic axis: powers of ten, with 2 and 5 times them where there is room.
    ///
    /// @param from above 0
    /// @param to above from
    static Ticks log(double from, double to, int wished) {
        double decades = Math.log10(to / from);
        if (decades < 1) {
            return linear(from, to, wished, 0);
        }
        int every = (int) Math.max(1, Math.ceil(decades / Math.max(1, wished)));
        List<Integer> times = decades * 3 <= wished ? List.of(1, 2, 5) : List.of(1);
        List<Double> at = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(from) - 1e-9); power <= Math.log10(to) + 1e-9; power++) {
            if (Math.floorMod(power, every) != 0) {
                continue;
            }
            for (int digit : times) {
                double value = power < 0 ? digit / Math.rint(Math.pow(10, -power)) : digit * Math.pow(10, power);
                if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) {
                    at.add(value);
                }
            }
        }
        return new Ticks(at, at.size() < 2 ? 1 : at.get(1) - at.get(0));
    }

    /// The round number nearest to a step, by proportion.
    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        double round = part < Math.sqrt(2) ? 1 : part < Math.sqrt(10) ? 2 : part < Math.sqrt(50) ? 5 : 10;
        return round * power;
    }
}
