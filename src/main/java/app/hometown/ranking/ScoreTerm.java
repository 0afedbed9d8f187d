// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import java.util.Locale;

/// The additive terms of a score, in the order of [Breakdown].
public enum ScoreTerm {
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

    /// Its name in files.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
