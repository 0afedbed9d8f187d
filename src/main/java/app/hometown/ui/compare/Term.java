// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ranking.Breakdown;
import app.hometown.ui.fx.Texts;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The terms of a score in the order in which they are drawn.
public enum Term {
    PROXIMITY(Breakdown::proximity),
    QUALITY(Breakdown::quality),
    LANGUAGE(Breakdown::language),
    CATEGORY(Breakdown::category),
    VIEWERS(Breakdown::viewers),
    FOLLOWERS(Breakdown::followers),
    PARTNERED(Breakdown::partnered),
    CLICK(Breakdown::click);

    private final ToDoubleFunction<Breakdown> points;

    Term(ToDoubleFunction<Breakdown> points) {
        this.points = points;
    }

    /// The points that this term gives.
    public double points(Breakdown breakdown) {
        return points.applyAsDouble(breakdown);
    }

    /// Its name for people.
    public String label() {
        return Texts.text("term." + key());
    }

    /// Its name in style sheets and files.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
