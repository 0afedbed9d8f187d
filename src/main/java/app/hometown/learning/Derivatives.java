// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

/// An objective's value with its gradient and Hessian at a point. Only the lower triangle of the Hessian counts.
final class Derivatives {
    double value;
    final double[] gradient;
    final double[][] hessian;

    Derivatives(int size) {
        gradient = new double[size];
        hessian = new double[size][];
        for (int i = 0; i < size; i++) {
            hessian[i] = new double[i + 1];
        }
    }

    void add(Derivatives other) {
        value += other.value;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += other.gradient[i];
            double[] line = hessian[i];
            double[] others = other.hessian[i];
            for (int j = 0; j <= i; j++) {
                line[j] += others[j];
            }
        }
    }

    /// Adds ½ · strength · at².
    void penalise(int i, double strength, double at) {
        value += 0.5 * strength * at * at;
        gradient[i] += strength * at;
        hessian[i][i] += strength;
    }

    double largestSlope() {
        double largest = 0.0;
        for (double slope : gradient) {
            largest = Math.max(largest, Math.abs(slope));
        }
        return largest;
    }

    /// Near the optimum the value no longer tells two points apart; then the gradient does.
    boolean betterThan(Derivatives other) {
        double rounding = 1e-14 * Math.abs(other.value);
        return value < other.value - rounding
                || (value <= other.value + rounding && largestSlope() < other.largestSlope());
    }
}
