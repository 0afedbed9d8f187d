// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

/// What figures are drawn with, on the screen, off it and in documents. Lengths are pixels of the window, from the left
/// and from the top, colours 0xAARRGGBB.
public interface Pen {
    /// Keeps everything that follows inside a rectangle.
    void clip(double x, double y, double width, double height);

    /// Ends the clip.
    void unclip();

    /// A straight line.
    void line(double x1, double y1, double x2, double y2, int colour, double width, boolean dashed);

    /// A line through points.
    ///
    /// @param count how many points of the arrays
    void path(double[] x, double[] y, int count, int colour, double width, boolean dashed);

    /// A filled polygon.
    void area(double[] x, double[] y, int count, int colour);

    /// A filled rectangle.
    void box(double x, double y, double width, double height, int colour);

    /// A filled disc.
    void disc(double x, double y, double radius, int colour);

    /// A line of text.
    ///
    /// @param x the left end, the middle or the right end
    /// @param baseline where letters stand
    void text(String text, double x, double baseline, Lettering lettering, int colour, Align align);

    /// Which part of a text its place means.
    enum Align {
        LEFT,
        MIDDLE,
        RIGHT
    }
}
