// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

/// Solves small symmetric positive definite systems of linear equations.
public final class Cholesky {
    private Cholesky() {}

    /// The x of `matrix · x = right`.
    ///
    /// A pivot that rounding has made tiny or negative, as happens with features that repeat each other, is raised
    /// to a small multiple of the diagonal: the answer is then a shorter step in that direction, still downhill.
    ///
    /// @param matrix its lower triangle counts; not changed
    public static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    lower[i][i] = Math.sqrt(Math.max(sum, 1e-14 * Math.max(matrix[i][i], Double.MIN_NORMAL)));
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
