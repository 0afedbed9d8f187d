// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.InputException;
import java.util.OptionalDouble;

/// The numbers of the score, as a scoring file holds them.
///
/// ```
/// score = weights.proximity · proximity · (1 + local_preference_strength)
///       + weights.base · base
///       + weights.ml · P(click)
/// ```
///
/// @param weights the weights of the three parts
/// @param base the constants of the base part
/// @param radiusKm candidates lie within it; empty means the whole world
/// @param expand whether the radius doubles until there are enough candidates
public record Scoring(Weights weights, Base base, OptionalDouble radiusKm, boolean expand) {
    /// Weights of proximity, base and click probability; any finite numbers.
    public record Weights(double proximity, double base, double ml) {}

    /// Constants of the base part.
    ///
    /// @param quality factor of the quality score
    /// @param languageMatch added when stream and user share the language
    /// @param categoryMatch added when the user prefers the stream's category
    /// @param viewersPerPoint average viewers worth one point, above 0
    /// @param viewersCap most points that viewers can give
    /// @param followersPerPoint followers worth one point, above 0
    /// @param followersCap most points that followers can give
    /// @param partnered added for partnered streams
    public record Base(
            double quality,
            double languageMatch,
            double categoryMatch,
            double viewersPerPoint,
            double viewersCap,
            double followersPerPoint,
            double followersCap,
            double partnered) {}

    /// The contract's default.
    public static final Scoring DEFAULT = new Scoring(
            new Weights(1.5, 1.0, 0.5),
            new Base(1.0, 1.0, 0.5, 1000, 2.0, 10000, 0.0, 0.0),
            OptionalDouble.of(250),
            true);

    /// The constants of the program that wrote the reference data.
    public static final Scoring REFERENCE = new Scoring(
            new Weights(1.5, 1.0, 0.5),
            new Base(1.0, 0.5, 1.0, 1000, 0.0, 10000, 1.0, 0.3),
            OptionalDouble.of(250),
            false);

    /// @throws InputException when a number is not finite, a per-point divisor or the radius is not above 0
    public Scoring {
        finite("weights.proximity", weights.proximity());
        finite("weights.base", weights.base());
        finite("weights.ml", weights.ml());
        finite("base.quality", base.quality());
        finite("base.language_match", base.languageMatch());
        finite("base.category_match", base.categoryMatch());
        finite("base.viewers_cap", base.viewersCap());
        finite("base.followers_cap", base.followersCap());
        finite("base.partnered", base.partnered());
        positive("base.viewers_per_point", base.viewersPerPoint());
        positive("base.followers_per_point", base.followersPerPoint());
        if (radiusKm.isPresent()) {
            positive("radius_km", radiusKm.getAsDouble());
        }
    }

    /// The same with another radius; empty means the whole world.
    public Scoring within(OptionalDouble otherRadiusKm) {
        return new Scoring(weights, base, otherRadiusKm, expand);
    }

    /// Whether all numbers are so small, below 1e100, that no sum or product of a score can overflow.
    boolean tame() {
        return small(weights.proximity())
                && small(weights.base())
                && small(weights.ml())
                && small(base.quality())
                && small(base.languageMatch())
                && small(base.categoryMatch())
                && small(1 / base.viewersPerPoint())
                && small(base.viewersCap())
                && small(1 / base.followersPerPoint())
                && small(base.followersCap())
                && small(base.partnered());
    }

    private static boolean small(double number) {
        return Math.abs(number) < 1e100;
    }

    private static void finite(String key, double value) {
        if (!Double.isFinite(value)) {
            throw new InputException("scoring " + key, value + " is not a finite number", "Give a number.");
        }
    }

    private static void positive(String key, double value) {
        finite(key, value);
        if (value <= 0) {
            throw new InputException("scoring " + key, value + " is not above 0", "Give a number above 0.");
        }
    }
}
