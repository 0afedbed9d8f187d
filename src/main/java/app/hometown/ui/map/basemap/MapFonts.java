// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/// The type of the base map: Inter, carried along so that the map looks the same on every system.
final class MapFonts {
    private static final Font REGULAR = read("Inter-Regular.ttf");
    private static final Font MEDIUM = read("Inter-Medium.ttf");
    private static final double[] ADVANCES = advances(REGULAR);
    private static final double[] MEDIUM_ADVANCES = advances(MEDIUM);
    private static final float TRACKING = 0.09f;

    private MapFonts() {}

    /// For countries: spaced, for capital letters. Sizes are rounded to half a pixel, because each costs memory.
    static Font country(double size) {
        return MEDIUM.deriveFont(Map.of(TextAttribute.TRACKING, TRACKING, TextAttribute.SIZE, round(size)));
    }

    /// For cities.
    static Font place(double size, boolean strong) {
        return (strong ? MEDIUM : REGULAR).deriveFont(round(size));
    }

    /// How wide a text is in a font from here. Much quicker than asking the font.
    static double width(String text, Font font) {
        boolean country = font.hasLayoutAttributes();
        double[] advances = country || font.getFontName().equals(MEDIUM.getFontName()) ? MEDIUM_ADVANCES : ADVANCES;
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            width += (c < advances.length ? advances[c] : advances['m']) + (country ? TRACKING : 0);
        }
        return width * font.getSize2D();
    }

    private static float round(double size) {
        return (float) Math.round(size * 2) / 2;
    }

    /// The advance of each character of type one pixel high.
    private static double[] advances(Font font) {
        var metrics = new FontRenderContext(null, true, true);
        double[] advances = new double[0x2020];
        char[] all = new char[advances.length];
        for (int c = 0; c < all.length; c++) {
            all[c] = (char) c;
        }
        var glyphs = font.deriveFont(100f).createGlyphVector(metrics, all);
        for (int c = 0; c < all.length; c++) {
            advances[c] = glyphs.getGlyphMetrics(c).getAdvanceX() / 100;
        }
        return advances;
    }

    private static Font read(String name) {
        try (InputStream resource = MapFonts.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the font " + name + " is missing from the program");
            }
            return Font.createFont(Font.TRUETYPE_FONT, resource);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font " + name + " in the program is damaged", e);
        }
    }
}
