// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ranking.Breakdown;
import app.hometown.ui.fx.Texts;
import java.util.Locale;

/// The terms of a score in the order in which they are drawn.
public enum Term {
    PROXIMITY,
    QUALITY,
    LANGUAGE,
    CATEGORY,
    VIEWERS,
    FOLLOWERS,
    PARTNERED,
    CLICK;

    /// The points that this term gives.
    public double points(Breakdown breakdown) {
        return switch (this) {
            case PROXIMITY -> breakdown.proximity();
            case QUALITY -> breakdown.quality();
            case LANGUAGE -> breakdown.language();
            case CATEGORY -> breakdown.category();
            case VIEWERS -> breakdown.viewers();
            case FOLLOWERS -> breakdown.followers();
            case PARTNERED -> breakdown.partnered();
            case CLICK -> breakdown.click();
        };
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
