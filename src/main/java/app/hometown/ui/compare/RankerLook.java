// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ui.fx.Palette;
import app.hometown.workbench.compare.Lineup;
import app.hometown.workbench.compare.RankerDefinition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The colour and the sign of a ranker, the same wherever it is shown. Rankers differ by the shape of the sign as well
/// as by colour.
public enum RankerLook {
    BASIC(Palette.BASIC),
    ML(Palette.ML),
    THIRD(Palette.THIRD),
    FOURTH(Palette.FOURTH),
    FIFTH(Palette.FIFTH),
    SIXTH(Palette.SIXTH),
    SEVENTH(Palette.SEVENTH),
    EIGHTH(Palette.EIGHTH);

    private final Palette colour;

    RankerLook(Palette colour) {
        this.colour = colour;
    }

    /// Its colour.
    public Palette colour() {
        return colour;
    }

    /// Its name in style sheets.
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Gives each ranker of a lineup a look of its own. Rankers that had one keep it, so that moving or removing others
    /// changes no colours.
    ///
    /// @param lineup the rankers
    /// @param before the looks until now
    public static Map<RankerDefinition, RankerLook> of(Lineup lineup, Map<RankerDefinition, RankerLook> before) {
        Map<RankerDefinition, RankerLook> looks = new LinkedHashMap<>();
        Set<RankerLook> free = EnumSet.complementOf(EnumSet.of(BASIC, ML));
        List<RankerDefinition> without = new ArrayList<>();
        for (RankerDefinition ranker : lineup.definitions()) {
            RankerLook kept = ranker.equals(RankerDefinition.BASIC)
                    ? BASIC
                    : ranker.equals(RankerDefinition.ML) ? ML : before.get(ranker);
            if (kept == null) {
                without.add(ranker);
            } else {
                looks.put(ranker, kept);
                free.remove(kept);
            }
        }
        var next = free.iterator();
        without.forEach(ranker -> looks.put(ranker, next.next()));
        return Map.copyOf(looks);
    }
}
