// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ranking.Scoring;
import app.hometown.ranking.ScoringNumber;
import app.hometown.ui.fx.Texts;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A number of the scoring file with the range of its slider. Any other number that a [Scoring] takes can be typed.
public enum Knob {
    PROXIMITY_WEIGHT(ScoringNumber.WEIGHT_PROXIMITY, Group.WEIGHTS, 0, 10, 0.05),
    BASE_WEIGHT(ScoringNumber.WEIGHT_BASE, Group.WEIGHTS, 0, 5, 0.05),
    ML_WEIGHT(ScoringNumber.WEIGHT_ML, Group.WEIGHTS, 0, 10, 0.05),
    QUALITY(ScoringNumber.QUALITY, Group.MATCH, 0, 3, 0.05),
    LANGUAGE_MATCH(ScoringNumber.LANGUAGE_MATCH, Group.MATCH, 0, 5, 0.05),
    CATEGORY_MATCH(ScoringNumber.CATEGORY_MATCH, Group.MATCH, 0, 5, 0.05),
    PARTNERED(ScoringNumber.PARTNERED, Group.MATCH, 0, 5, 0.05),
    VIEWERS_PER_POINT(ScoringNumber.VIEWERS_PER_POINT, Group.AUDIENCE, 10, 100_000, 0),
    VIEWERS_CAP(ScoringNumber.VIEWERS_CAP, Group.AUDIENCE, 0, 10, 0.05),
    FOLLOWERS_PER_POINT(ScoringNumber.FOLLOWERS_PER_POINT, Group.AUDIENCE, 100, 1_000_000, 0),
    FOLLOWERS_CAP(ScoringNumber.FOLLOWERS_CAP, Group.AUDIENCE, 0, 10, 0.05),
    RADIUS(null, Group.CANDIDATES, 1, 20_000, 0);

    /// What the numbers are about.
    public enum Group {
        WEIGHTS,
        MATCH,
        AUDIENCE,
        CANDIDATES;

        /// Its numbers in order.
        public List<Knob> knobs() {
            return Stream.of(Knob.values()).filter(knob -> knob.group == this).toList();
        }
    }

    private final @Nullable ScoringNumber number;
    private final Group group;
    private final double least;
    private final double most;
    private final double step;

    /// @param number what it turns; null is the radius
    /// @param step of the slider; 0 where the range is logarithmic, in steps of two significant digits
    Knob(@Nullable ScoringNumber number, Group group, double least, double most, double step) {
        this.number = number;
        this.group = group;
        this.least = least;
        this.most = most;
        this.step = step;
    }

    /// Its name in scoring files.
    public String key() {
        return number == null ? "radius_km" : number.key();
    }

    /// The knob of a number.
    public static Knob of(ScoringNumber number) {
        return Stream.of(values())
                .filter(knob -> knob.number == number)
                .findFirst()
                .orElseThrow();
    }

    /// Its name for people.
    public String label() {
        return Texts.text("knob." + key());
    }

    /// What it does, in a line.
    public String what() {
        return Texts.text("knob." + key() + ".what");
    }

    /// The number in a scoring; a radius of the whole world is infinite.
    public double of(Scoring scoring) {
        return number == null ? scoring.radiusKm().orElse(Double.POSITIVE_INFINITY) : number.of(scoring);
    }

    /// The scoring with another number; an infinite radius is the whole world.
    ///
    /// @throws app.hometown.domain.InputException when a scoring cannot have it
    public Scoring in(Scoring scoring, double value) {
        if (number != null) {
            return number.in(scoring, value);
        }
        return scoring.within(value == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(value));
    }

    /// Where a number stands on the slider, 0..1; beyond the slider's range at its end.
    public double position(double value) {
        double place = step > 0
                ? (value - least) / (most - least)
                : Math.log(Math.max(value, least) / least) / Math.log(most / least);
        return Math.clamp(place, 0, 1);
    }

    /// The number at a place of the slider, 0..1: a round one.
    public double at(double position) {
        if (step > 0) {
            double steps = Math.round((least + position * (most - least)) / step);
            // Divided, not multiplied: 30 / 20 is 1.5 and 3 / 20 is 0.15, but 3 · 0.05 is not.
            return steps / Math.round(1 / step);
        }
        double exact = least * Math.pow(most / least, position);
        double digit = Math.max(1, Math.pow(10, Math.floor(Math.log10(exact) + 1e-9) - 1));
        return Math.clamp(Math.round(exact / digit) * digit, least, most);
    }
}
