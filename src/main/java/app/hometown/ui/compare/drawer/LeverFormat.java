// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ranking.Lever;
import app.hometown.ranking.ScoringNumber;
import app.hometown.ranking.StreamNumber;
import app.hometown.ui.fx.Formats;
import app.hometown.ui.fx.Texts;

/// Numbers that can move a stream, with their units.
final class LeverFormat {
    private static final int MOST_DIGITS = 9;

    /// A change that those digits do not show.
    private static final double HAIR = 5e-10;

    private LeverFormat() {}

    static String name(Lever lever) {
        return switch (lever) {
            case ScoringNumber number ->
                Texts.text("lever.scoring", Knob.of(number).label());
            case StreamNumber number -> Texts.text("lever." + number.key());
        };
    }

    /// What it does, in a line.
    static String what(Lever lever) {
        return switch (lever) {
            case ScoringNumber number -> Knob.of(number).what();
            case StreamNumber number -> Texts.text("lever." + number.key() + ".what");
        };
    }

    /// A value as it is now.
    static String value(Lever lever, double value) {
        return switch (lever) {
            case ScoringNumber _ -> Formats.number(value, 4);
            case StreamNumber number ->
                switch (number) {
                    case DISTANCE_KM -> Formats.km(value);
                    case AVG_VIEWER_COUNT -> Formats.count((long) value);
                    case QUALITY_SCORE -> Formats.decimals(value, 2);
                };
        };
    }

    /// The value that it takes, and by how much that is more or less.
    static String answer(Lever lever, double now, double value) {
        if (Math.abs(value - now) < HAIR) {
            return Texts.text(value < now ? "tipping.hair.less" : "tipping.hair.more", value(lever, now));
        }
        int digits =
                switch (lever) {
                    case StreamNumber number when number == StreamNumber.AVG_VIEWER_COUNT -> 0;
                    case StreamNumber number when number == StreamNumber.DISTANCE_KM -> 3;
                    default -> digits(value - now);
                };
        String needed = (value < 0 ? "−" : "") + Formats.decimals(Math.abs(value), digits);
        return Texts.text("tipping.change", needed, Formats.signed(value - now, digits));
    }

    /// So many that the change shows two figures at least.
    private static int digits(double change) {
        double size = Math.abs(change);
        int needed = size == 0 ? 3 : 1 - (int) Math.floor(Math.log10(size));
        return Math.clamp(needed, 2, MOST_DIGITS);
    }

    /// All of its digits.
    static String exact(double value) {
        return Formats.number(value, 17);
    }
}
