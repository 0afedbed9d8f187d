// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// The type of figures: that of the window, IBM Plex Sans, measured the same way for the screen and for pictures, and
/// without a toolkit. Its figures have one width.
public final class Lettering {
    private static final String FOLDER = "/app/hometown/ui/fonts/";
    private static final String REGULAR = "IBMPlexSans-Regular.ttf";
    private static final String SEMI_BOLD = "IBMPlexSans-SemiBold.ttf";
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
    private static final String CUT = "…";

    /// What a figure is about.
    public static final Lettering TITLE = new Lettering(true, 13);

    /// What one sees.
    public static final Lettering FINDING = new Lettering(false, 13);

    /// Axes, names, legend.
    public static final Lettering LABEL = new Lettering(false, 11);

    /// A name that stands out.
    public static final Lettering STRONG = new Lettering(true, 11);

    private final boolean bold;
    private final int size;
    private final Font font;

    private Lettering(boolean bold, int size) {
        this.bold = bold;
        this.size = size;
        font = read(bold).deriveFont((float) size);
    }

    /// Whether it is the semi-bold cut.
    public boolean bold() {
        return bold;
    }

    /// Pixels.
    public int size() {
        return size;
    }

    /// From one line to the next.
    public double leading() {
        return Math.ceil(size * 1.35);
    }

    Font font() {
        return font;
    }

    /// How wide a text is.
    public double width(String text) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, METRICS).getWidth();
    }

    /// A text cut to a width, with a sign that it is.
    public String cut(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + CUT) > width) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + CUT;
    }

    /// A text in lines between words, the last cut where there are more than allowed.
    public List<String> lines(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        if (text.isBlank()) {
            return lines;
        }
        String line = "";
        String[] words = text.strip().split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            String longer = line.isEmpty() ? words[i] : line + " " + words[i];
            if (line.isEmpty() || width(longer) <= width) {
                line = longer;
            } else if (lines.size() == most - 1) {
                line = longer + " " + String.join(" ", List.of(words).subList(i + 1, words.length));
                break;
            } else {
                lines.add(line);
                line = words[i];
            }
        }
        lines.add(cut(line.stripTrailing(), width));
        return lines;
    }

    /// The file of a cut, to be embedded in documents (SIL Open Font License).
    public static byte[] file(boolean bold) {
        String name = bold ? SEMI_BOLD : REGULAR;
        try (InputStream resource = Lettering.class.getResourceAsStream(FOLDER + name)) {
            if (resource == null) {
                throw new IllegalStateException("the font " + name + " is missing from the program");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the font " + name + " in the program is damaged", e);
        }
    }

    private static Font read(boolean bold) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file(bold)));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("a font in the program is damaged", e);
        }
    }
}
