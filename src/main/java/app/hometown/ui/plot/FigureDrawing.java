// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

/// Figures drawn with any pen: for documents, which have pens of their own.
public final class FigureDrawing {
    private FigureDrawing() {}

    /// Draws a figure, its ground too.
    ///
    /// @param width in pixels of the window
    /// @param height in pixels of the window
    /// @param dark whether on the dark theme's ground
    public static void paint(Figure figure, double width, double height, boolean dark, Pen pen) {
        FigurePainter.paint(FrameLayout.of(Thinning.thinned(figure), width, height), Ground.of(dark), pen);
    }

    /// How high a figure is to be so that all its names can stand: more where there are many of them.
    ///
    /// @param least in any case, with its words
    public static double height(Figure figure, double least) {
        int names = figure.y().named() ? figure.y().names().size() : 0;
        double legend = figure.named().size() > 1 ? Lettering.LABEL.leading() + 6 : 0;
        double words = 3 * Lettering.FINDING.leading() + 6 * Lettering.LABEL.leading() + 40 + legend;
        return Math.max(least, words + names * (Lettering.LABEL.leading() + 2));
    }
}
