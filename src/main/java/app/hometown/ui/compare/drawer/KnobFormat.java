// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.domain.InputException;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/// Numbers of the scoring as people read and type them: in the user's locale, with a plain point too.
final class KnobFormat {
    /// So many that what is shown and typed back is the same for any number one would type.
    private static final int DIGITS = 12;

    private KnobFormat() {}

    /// A number of the scoring; an infinite radius is the whole world.
    static String text(Knob knob, double number) {
        if (knob == Knob.RADIUS && number == Double.POSITIVE_INFINITY) {
            return Texts.text("radius.world");
        }
        return Formats.number(number, DIGITS);
    }

    static String yes(boolean yes) {
        return Texts.text(yes ? "knob.yes" : "knob.no");
    }

    /// Reads what was typed.
    ///
    /// @throws InputException when it is no number
    static double number(String label, String typed) {
        String text = typed.strip();
        try {
            // A plain point is the same everywhere; a number that the locale reads in another way is not typed like
            // this.
            if (!text.contains(",") || grouping() == ',') {
                return Double.parseDouble(grouping() == ',' ? text.replace(",", "") : text);
            }
        } catch (NumberFormatException e) {
            // It may still be one in the user's own way of writing.
        }
        ParsePosition end = new ParsePosition(0);
        Number number = NumberFormat.getNumberInstance(locale()).parse(text, end);
        if (number == null || end.getIndex() < text.length()) {
            throw new InputException(label, Texts.text("knob.wrong", typed), Texts.text("knob.remedy"));
        }
        return number.doubleValue();
    }

    private static char grouping() {
        return DecimalFormatSymbols.getInstance(locale()).getGroupingSeparator();
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.FORMAT);
    }
}
