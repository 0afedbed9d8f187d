// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// The additive terms of one score, each already weighted, in points.
///
/// @param proximity nearness, raised by the user's local preference
/// @param quality quality score
/// @param language for a shared language
/// @param category for a preferred category
/// @param viewers for average viewers
/// @param followers for the creator's followers
/// @param partnered for partnered streams
/// @param click for the learned click probability
public record Breakdown(
        double proximity,
        double quality,
        double language,
        double category,
        double viewers,
        double followers,
        double partnered,
        double click) {
    /// The terms of the base part together, to within rounding of the base of the score.
    public double base() {
        return quality + language + category + viewers + followers + partnered;
    }

    /// The sum of all terms; equals the score to within 1e-9 at ordinary sizes.
    public double sum() {
        return proximity + base() + click;
    }
}
