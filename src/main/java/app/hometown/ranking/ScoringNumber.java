// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// The numbers of a [Scoring] but for the radius, each by itself, in the order of the scoring file.
public enum ScoringNumber implements Lever {
    WEIGHT_PROXIMITY("weights.proximity"),
    WEIGHT_BASE("weights.base"),
    WEIGHT_ML("weights.ml"),
    QUALITY("base.quality"),
    LANGUAGE_MATCH("base.language_match"),
    CATEGORY_MATCH("base.category_match"),
    VIEWERS_PER_POINT("base.viewers_per_point"),
    VIEWERS_CAP("base.viewers_cap"),
    FOLLOWERS_PER_POINT("base.followers_per_point"),
    FOLLOWERS_CAP("base.followers_cap"),
    PARTNERED("base.partnered");

    private final String key;

    ScoringNumber(String key) {
        this.key = key;
    }

    /// Its path in a scoring file.
    @Override
    public String key() {
        return key;
    }

    /// Whether it must be above 0; the others may be any finite number.
    public boolean mustBePositive() {
        return this == VIEWERS_PER_POINT || this == FOLLOWERS_PER_POINT;
    }

    /// Its value in a scoring.
    public double of(Scoring scoring) {
        Scoring.Weights weights = scoring.weights();
        Scoring.Base base = scoring.base();
        return switch (this) {
            case WEIGHT_PROXIMITY -> weights.proximity();
            case WEIGHT_BASE -> weights.base();
            case WEIGHT_ML -> weights.ml();
            case QUALITY -> base.quality();
            case LANGUAGE_MATCH -> base.languageMatch();
            case CATEGORY_MATCH -> base.categoryMatch();
            case VIEWERS_PER_POINT -> base.viewersPerPoint();
            case VIEWERS_CAP -> base.viewersCap();
            case FOLLOWERS_PER_POINT -> base.followersPerPoint();
            case FOLLOWERS_CAP -> base.followersCap();
            case PARTNERED -> base.partnered();
        };
    }

    /// The scoring with another value of this number.
    ///
    /// @throws app.hometown.domain.InputException when the number may not have that value
    public Scoring in(Scoring scoring, double value) {
        Scoring.Weights weights = scoring.weights();
        Scoring.Base base = scoring.base();
        return new Scoring(
                new Scoring.Weights(
                        this == WEIGHT_PROXIMITY ? value : weights.proximity(),
                        this == WEIGHT_BASE ? value : weights.base(),
                        this == WEIGHT_ML ? value : weights.ml()),
                new Scoring.Base(
                        this == QUALITY ? value : base.quality(),
                        this == LANGUAGE_MATCH ? value : base.languageMatch(),
                        this == CATEGORY_MATCH ? value : base.categoryMatch(),
                        this == VIEWERS_PER_POINT ? value : base.viewersPerPoint(),
                        this == VIEWERS_CAP ? value : base.viewersCap(),
                        this == FOLLOWERS_PER_POINT ? value : base.followersPerPoint(),
                        this == FOLLOWERS_CAP ? value : base.followersCap(),
                        this == PARTNERED ? value : base.partnered()),
                scoring.radiusKm(),
                scoring.expand());
    }
}
