// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.OptionalDouble;

/// A number as a person types it.
final class TypedNumber {
    private TypedNumber() {}

    /// The number that a text says in a locale; empty when it says none, or more than one.
    static OptionalDouble of(String text, Locale locale) {
        // People type an ordinary space or hyphen where the locale has special ones.
        String typed = text.strip().replace('\u2212', '-').replaceAll("[ \u00a0\u202f]", "");
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        if (format instanceof DecimalFormat decimal) {
            var symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign('-');
            if (Character.isSpaceChar(symbols.getGroupingSeparator())) {
                decimal.setGroupingUsed(false);
            }
            decimal.setDecimalFormatSymbols(symbols);
        }
        var position = new ParsePosition(0);
        Number number = format.parse(typed, position);
        return number == null || position.getIndex() < typed.length() || !Double.isFinite(number.doubleValue())
                ? OptionalDouble.empty()
                : OptionalDouble.of(number.doubleValue());
    }
}
