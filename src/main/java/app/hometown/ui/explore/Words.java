// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.domain.Catalog;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import app.hometown.workbench.explore.Colouring;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Hue;
import java.util.Locale;

/// What columns, words and classes are called for people.
public final class Words {
    private Words() {}

    /// A column.
    public static String column(String key) {
        return Texts.text("facet." + key);
    }

    /// A word of a column.
    public static String word(String key, String word, Catalog catalog) {
        return switch (key) {
            case Facets.CATEGORY, Facets.LIKES -> catalog.categoryName(word);
            case Facets.LIVE,
                    Facets.PARTNERED,
                    Facets.MATURE,
                    Facets.CLICKED,
                    Facets.LOCAL,
                    Facets.REGIONAL,
                    Facets.SAME_CITY,
                    Facets.SAME_LANGUAGE,
                    Facets.CATEGORY_MATCH -> Texts.text("facet." + key + "." + word);
            default -> word;
        };
    }

    /// The unit of a column's numbers; "" where they count something or have none.
    public static String unit(String key) {
        return switch (key) {
            case Facets.LATITUDE, Facets.LONGITUDE -> "°";
            case Facets.HOURS -> "h";
            case Facets.DISTANCE -> "km";
            default -> "";
        };
    }

    /// A hue, as one chooses it.
    public static String hue(Hue hue) {
        return Texts.text("hue." + hue.name().toLowerCase(Locale.ROOT));
    }

    /// A colour class, as the legend names it.
    public static String held(Hue hue, Colouring.Held held, Catalog catalog) {
        String key = hue.name().toLowerCase(Locale.ROOT);
        return switch (held) {
            case Colouring.Held.Word word -> word(key, word.word(), catalog);
            case Colouring.Held.Other other -> Texts.counted("hue.other", other.words());
            case Colouring.Held.NotKnown unknown -> Texts.text("hue.unknown");
            case Colouring.Held.Numbers range
            when Double.isInfinite(range.from()) && Double.isInfinite(range.to()) -> Texts.text("hue.all");
            case Colouring.Held.Numbers range
            when Double.isInfinite(range.from()) -> Texts.text("hue.below", Formats.number(range.to(), 2));
            case Colouring.Held.Numbers range
            when Double.isInfinite(range.to()) -> Texts.text("hue.from", Formats.number(range.from(), 2));
            case Colouring.Held.Numbers range ->
                Texts.text("hue.between", Formats.number(range.from(), 2), Formats.number(range.to(), 2));
        };
    }
}
