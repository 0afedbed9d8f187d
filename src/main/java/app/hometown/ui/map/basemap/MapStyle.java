// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import java.awt.Color;

/// The colours of the base map: quiet, so that what is drawn upon it speaks.
public enum MapStyle {
    /// For light windows.
    LIGHT(
            new Color(0xD3DCE2),
            new Color(0xF6F5F2),
            new Color(0xB4C2CB),
            new Color(0xCFCBC4),
            new Color(0x1E5F7488, true),
            new Color(0x8A8F96),
            new Color(0x6B7178),
            new Color(0xF6F5F2)),
    /// For dark windows.
    DARK(
            new Color(0x12181F),
            new Color(0x222A33),
            new Color(0x37434F),
            new Color(0x3A4550),
            new Color(0x12FFFFFF, true),
            new Color(0x77838F),
            new Color(0x93A0AC),
            new Color(0x1A2129));

    private final Color sea;
    private final Color land;
    private final Color coast;
    private final Color border;
    private final Color graticule;
    private final Color countryName;
    private final Color placeName;
    private final Color halo;

    MapStyle(
            Color sea,
            Color land,
            Color coast,
            Color border,
            Color graticule,
            Color countryName,
            Color placeName,
            Color halo) {
        this.sea = sea;
        this.land = land;
        this.coast = coast;
        this.border = border;
        this.graticule = graticule;
        this.countryName = countryName;
        this.placeName = placeName;
        this.halo = halo;
    }

    /// Water, and what lies beyond the edge of the map.
    public Color sea() {
        return sea;
    }

    /// Land.
    public Color land() {
        return land;
    }

    Color coast() {
        return coast;
    }

    Color border() {
        return border;
    }

    Color graticule() {
        return graticule;
    }

    Color countryName() {
        return countryName;
    }

    Color placeName() {
        return placeName;
    }

    Color halo() {
        return halo;
    }
}
