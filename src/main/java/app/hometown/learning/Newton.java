// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Minimises a convex objective by Newton steps, each halved until it makes things better.
final class Newton {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;

    /// What rounding may leave of the gradient, a row, where no step makes progress any more.
    private static final double ROUNDING = 1e-8;

    /// Where it ended.
    ///
    /// @param at the point
    /// @param steps taken
    /// @param gradient largest component of the gradient that is left, a row
    /// @param lossCurve of each step
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Result(double[] at, int steps, double gradient, List<LossPoint> lossCurve) {}

    private Newton() {}

    /// Goes to the minimum.
    ///
    /// @param what is fitted, for an error
    /// @param start where to begin; not changed
    /// @param rows how many rows the objective is a sum over
    /// @param tolerance how small the gradient must become, a row
    /// @param objective the derivatives at a point
    /// @param losses the point of the loss curve after a step, from its number, the point and its derivatives
    /// @throws InputException when it does not get there
    static Result minimise(
            String what,
            double[] start,
            int rows,
            double tolerance,
            Function<double[], Derivatives> objective,
            Losses losses,
            FitProgress progress) {
        double[] at = start;
        progress.phase("training", rows);
        Derivatives here = objective.apply(at);
        List<LossPoint> curve = new ArrayList<>();
        int steps = 0;
        while (steps < MOST_STEPS && here.largestSlope() > tolerance * rows) {
            progress.phase("training, step " + (steps + 1), rows);
            double[] step = Cholesky.solve(here.hessian, here.gradient);
            Derivatives next = null;
            double[] there = at;
            double length = 1.0;
            for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2.0) {
                there = moved(at, step, length);
                Derivatives candidate = objective.apply(there);
                if (candidate.betterThan(here)) {
                    next = candidate;
                    break;
                }
            }
            if (next == null) {
                break;
            }
            at = there;
            here = next;
            steps++;
            LossPoint point = losses.after(steps, at, here);
            curve.add(point);
            progress.loss(point);
        }
        double gradient = here.largestSlope() / rows;
        if (!(gradient <= ROUNDING)) {
            throw new InputException(
                    "samples",
                    "no " + what + " fits them: after " + steps + " steps the gradient is still " + gradient,
                    "Look for columns with extreme values.");
        }
        return new Result(at, steps, gradient, curve);
    }

    /// What a loss curve holds.
    @FunctionalInterface
    interface Losses {
        LossPoint after(int step, double[] at, Derivatives derivatives);
    }

    private static double[] moved(double[] from, double[] step, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] -= length * step[i];
        }
        return to;
    }
}
