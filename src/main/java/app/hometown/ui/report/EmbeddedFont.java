// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.report;

import app.hometown.ui.plot.Lettering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The part of a typeface that a text needs, for a page that is to look the same everywhere.
final class EmbeddedFont {
    /// What a browser needs of a font. What refers to glyphs by number, as kerning does, is left out: the numbers
    /// change.
    private static final List<String> TABLES = List.of(
            "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post",
            "prep");

    private EmbeddedFont() {}

    /// The letters of a text as a font file in base 64. Letters that the typeface has not are not in it either.
    static String of(boolean bold, String text) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Lettering.file(bold)))) {
            var known = font.getUnicodeCmapLookup();
            TTFSubsetter part = new TTFSubsetter(font, TABLES);
            text.codePoints().distinct().filter(c -> known.getGlyphId(c) != 0).forEach(part::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            part.writeToStream(out);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
