// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers as people read them: the user's locale, thousands separators, units. Files and the clipboard's CSV do not
/// go through here, they are neutral.
public final class Formats {
    private static final String NARROW_SPACE = "\u202f";

    private Formats() {}

    /// A whole number: 12,300.
    public static String count(long value) {
        return NumberFormat.getIntegerInstance(locale()).format(value);
    }

    /// A score: two decimals, or three where the list's neighbours need them.
    public static String score(double value) {
        return decimals(value, 2);
    }

    /// A distance: one decimal below 100 km, none above.
    public static String km(double kilometres) {
        return decimals(kilometres, kilometres < 99.95 ? 1 : 0) + NARROW_SPACE + "km";
    }

    /// A radius: whole kilometres, or "whole world" when there is none.
    public static String radius(OptionalDouble kilometres) {
        return kilometres.isEmpty()
                ? Texts.text("radius.world")
                : number(kilometres.getAsDouble(), 1) + NARROW_SPACE + "km";
    }

    /// Hours without decimals.
    public static String hours(double hours) {
        return decimals(hours, 0) + NARROW_SPACE + "h";
    }

    /// A share of 1 as a percentage with one decimal: 73.4 %.
    public static String percent(double share) {
        return percent(share, 1);
    }

    /// A share of 1 as a percentage with exactly so many decimals.
    public static String percent(double share, int digits) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(share);
    }

    /// A share of 1 as a whole percentage: 73 %.
    public static String wholePercent(double share) {
        return NumberFormat.getPercentInstance(locale()).format(share);
    }

    /// As [#percent], with its sign: +3.1 %.
    public static String signedPercent(double share) {
        return (share > 0 ? "+" : "") + percent(share);
    }

    /// Exactly so many decimals with the sign, a true minus among them: +0.34, −1.20, 0.00.
    public static String signed(double value, int digits) {
        String text = decimals(Math.abs(value), digits);
        boolean zero = decimals(0, digits).equals(text);
        return (zero ? "" : value > 0 ? "+" : "−") + text;
    }

    /// Degrees with hemispheres: 48.86° N 2.35° E.
    public static String coordinates(double latitude, double longitude) {
        return decimals(Math.abs(latitude), 2) + "° " + (latitude < 0 ? "S" : "N") + "  "
                + decimals(Math.abs(longitude), 2) + "° " + (longitude < 0 ? "W" : "E");
    }

    /// A moment in the user's time zone: Nov 22, 2026, 10:00 AM.
    public static String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    /// Exactly so many decimals.
    public static String decimals(double value, int digits) {
        return format(value, digits, digits);
    }

    /// At most so many decimals.
    public static String number(double value, int digits) {
        return format(value, 0, digits);
    }

    private static String format(double value, int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        String text = format.format(value);
        // A tiny negative value must not show as "-0.00".
        return Math.abs(value) < 0.5 * Math.pow(10, -most) ? format.format(0.0) : text;
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.FORMAT);
    }
}
