// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import javafx.scene.paint.Color;

/// The colours that mean something, the same on the map, in lists and in plots; apart from each other for
/// colour-blind eyes too, on light and dark ground. Colour is never the only sign: users and streams also differ in
/// shape, rankers in place and name.
public enum Palette {
    /// Users.
    USERS("#1F8A7D", "#4CC2B2"),
    /// Streams.
    STREAMS("#8A3FA8", "#C98BE6"),
    /// The ranker basic.
    BASIC("#2F6FDE", "#6AA2FF"),
    /// The ranker ml.
    ML("#E8710A", "#FF9A3D"),
    /// The third ranker and those that follow, as far apart from each other and from the first two as eight can be.
    THIRD("#0B7A53", "#35C48D"),
    /// Another ranker.
    FOURTH("#B0246F", "#E0559B"),
    /// Another ranker.
    FIFTH("#1593B5", "#8FE3F2"),
    /// Another ranker.
    SIXTH("#6B5500", "#CED689"),
    /// Another ranker.
    SEVENTH("#4A1D8C", "#B088F5"),
    /// Another ranker.
    EIGHTH("#7B82B1", "#8E97A8"),
    /// The user whom everything is about, and that user's radius.
    PICKED("#1B2733", "#F4F7FA"),
    /// What the mouse or a list points at.
    HIGHLIGHT("#D6A800", "#FFE04A");

    private final String light;
    private final String dark;

    Palette(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /// The colour for a light or dark ground.
    public Color on(boolean darkGround) {
        return Color.web(css(darkGround));
    }

    /// The same as `#rrggbb`, for style sheets.
    public String css(boolean darkGround) {
        return darkGround ? dark : light;
    }
}
