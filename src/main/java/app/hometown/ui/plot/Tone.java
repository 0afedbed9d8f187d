// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import app.hometown.ui.fx.Palette;

/// The part that a mark plays, which gives it its colour; the colours of the rankers and of users and streams are those
/// of the whole window, safe for colour-blind eyes.
public enum Tone {
    BASIC(Palette.BASIC),
    ML(Palette.ML),
    THIRD(Palette.THIRD),
    FOURTH(Palette.FOURTH),
    FIFTH(Palette.FIFTH),
    SIXTH(Palette.SIXTH),
    SEVENTH(Palette.SEVENTH),
    EIGHTH(Palette.EIGHTH),
    USERS(Palette.USERS),
    STREAMS(Palette.STREAMS),
    /// What something is measured against, and notes.
    QUIET("#59636e", "#9aa5b1"),
    /// Titles and what is to stand out without a colour.
    STRONG("#1f2328", "#e6edf3"),
    /// What raises.
    UP("#0a7a55", "#4cc79a"),
    /// What lowers.
    DOWN("#a8325a", "#ec7fa3");

    private final int light;
    private final int dark;

    Tone(Palette palette) {
        this(palette.css(false), palette.css(true));
    }

    Tone(String light, String dark) {
        this.light = opaque(light);
        this.dark = opaque(dark);
    }

    /// The colour as 0xAARRGGBB, opaque.
    public int on(boolean darkGround) {
        return darkGround ? dark : light;
    }

    private static int opaque(String css) {
        return 0xff000000 | Integer.parseInt(css.substring(1), 16);
    }
}
