// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.workbench.explore.Colouring;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;

/// The colours of classes, on light and dark ground, that colour-blind eyes tell apart.
///
/// Words: M. Okabe, K. Ito, "Color Universal Design", 2008, its yellow and blue moved until they stand out from the
/// map's ground; everything else and the unknown are grey. Numbers: one ramp of falling lightness on light ground and
/// of rising lightness on dark ground, so that more always stands out more.
public final class ClassColours {
    private static final List<String> WORDS_LIGHT =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a7a00", "#3b2a6b");
    private static final List<String> WORDS_DARK =
            List.of("#4f9fe0", "#f07b26", "#1cc796", "#e69ac4", "#f2b53a", "#8ed3ff", "#efe35a", "#a99be8");
    private static final List<String> NUMBERS_LIGHT =
            List.of("#8cc5b5", "#55a9b4", "#3587b0", "#2f64a5", "#33408c", "#2b1d5e");
    private static final List<String> NUMBERS_DARK =
            List.of("#40558a", "#3d79a6", "#3f9fae", "#5dc39f", "#a3de80", "#f4f48a");
    private static final String REST_LIGHT = "#8b939b";
    private static final String REST_DARK = "#78838e";

    private ClassColours() {}

    /// A colour a class.
    public static List<Color> of(Colouring colouring, boolean dark) {
        List<String> words = dark ? WORDS_DARK : WORDS_LIGHT;
        List<String> numbers = dark ? NUMBERS_DARK : NUMBERS_LIGHT;
        long ranges = colouring.held().stream()
                .filter(Colouring.Held.Numbers.class::isInstance)
                .count();
        List<Color> colours = new ArrayList<>();
        for (Colouring.Held held : colouring.held()) {
            int at = colours.size();
            String colour =
                    switch (held) {
                        case Colouring.Held.Word word -> words.get(at % words.size());
                        // Fewer classes still run from end to end.
                        case Colouring.Held.Numbers range ->
                            numbers.get(ranges <= 1 ? 0 : (int) Math.rint(at * 5.0 / (ranges - 1)));
                        case Colouring.Held.Other other -> dark ? REST_DARK : REST_LIGHT;
                        case Colouring.Held.NotKnown unknown -> dark ? REST_DARK : REST_LIGHT;
                    };
            colours.add(Color.web(colour.toLowerCase(Locale.ROOT)));
        }
        return colours;
    }
}
