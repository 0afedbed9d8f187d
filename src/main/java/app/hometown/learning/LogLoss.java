// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

/// Log-loss, a row at a time.
final class LogLoss {
    private LogLoss() {}

    /// −log of what a model gave to what happened, from its log-odds. Exact for large log-odds too.
    static double ofLogOdds(double logOdds, boolean clicked) {
        return Math.max(clicked ? -logOdds : logOdds, 0.0) + Math.log1p(Math.exp(-Math.abs(logOdds)));
    }

    /// The same from its probability, kept off 0 and 1 by 2⁻⁵² as [Metrics] does.
    static double ofProbability(double probability, boolean clicked) {
        return -Math.log(Math.clamp(clicked ? probability : 1.0 - probability, 0x1p-52, 1.0 - 0x1p-52));
    }
}
