// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Map;

/// The type of the base map: that of the window, IBM Plex Sans, carried along so that the map looks the same on every
/// system.
final class MapFonts {
    private static final String FOLDER = "/app/hometown/ui/fonts/";
    private static final Font REGULAR = read("IBMPlexSans-Regular.ttf");
    private static final Font STRONG = read("IBMPlexSans-SemiBold.ttf");
    /// The letters of Europe's languages; the few others are measured each time.
    private static final int MEASURED = 0x180;

    private static final double[] ADVANCES = advances(REGULAR);
    private static final double[] STRONG_ADVANCES = advances(STRONG);
    private static final float TRACKING = 0.09f;

    private MapFonts() {}

    /// For countries: spaced, for capital letters. Sizes are rounded to half a pixel, because each costs memory.
    static Font country(double size) {
        return STRONG.deriveFont(Map.of(TextAttribute.TRACKING, TRACKING, TextAttribute.SIZE, round(size)));
    }

    /// For cities.
    static Font place(double size, boolean strong) {
        return (strong ? STRONG : REGULAR).deriveFont(round(size));
    }

    /// Whether both weights can write a text.
    static boolean canWrite(String text) {
        return REGULAR.canDisplayUpTo(text) < 0 && STRONG.canDisplayUpTo(text) < 0;
    }

    /// The text with letters that the type lacks without their marks: h for ḩ.
    static String writable(String text) {
        if (canWrite(text)) {
            return text;
        }
        var written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            String bare = canWrite(letter)
                    ? letter
                    : Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            written.append(canWrite(bare) ? bare : "");
        }
        return written.toString();
    }

    /// How wide a text is in a font from here. Much quicker than asking the font.
    static double width(String text, Font font) {
        boolean country = font.hasLayoutAttributes();
        boolean strong = country || font.getFontName().equals(STRONG.getFontName());
        double[] advances = strong ? STRONG_ADVANCES : ADVANCES;
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            width += (c < advances.length ? advances[c] : advances(strong ? STRONG : REGULAR, c, 1)[0])
                    + (country ? TRACKING : 0);
        }
        return width * font.getSize2D();
    }

    private static float round(double size) {
        return (float) Math.round(size * 2) / 2;
    }

    /// The advance of each character of type one pixel high.
    private static double[] advances(Font font) {
        return advances(font, 0, MEASURED);
    }

    private static double[] advances(Font font, int first, int count) {
        var metrics = new FontRenderContext(null, true, true);
        double[] advances = new double[count];
        char[] all = new char[count];
        for (int c = 0; c < count; c++) {
            all[c] = (char) (first + c);
        }
        var glyphs = font.deriveFont(100f).createGlyphVector(metrics, all);
        for (int c = 0; c < count; c++) {
            advances[c] = glyphs.getGlyphMetrics(c).getAdvanceX() / 100;
        }
        return advances;
    }

    private static Font read(String name) {
        try (InputStream resource = MapFonts.class.getResourceAsStream(FOLDER + name)) {
            if (resource == null) {
                throw new IllegalStateException("the font " + name + " is missing from the program");
            }
            return Font.createFont(Font.TRUETYPE_FONT, resource);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font " + name + " in the program is damaged", e);
        }
    }
}
