// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.List;

/// A figure laid out at a size: where its words stand and where numbers lie. Immutable.
///
/// @param figure what is shown
/// @param width of everything, in pixels of the window
/// @param height of everything
/// @param left edge of the place between the axes
/// @param top edge of it
/// @param right edge of it
/// @param bottom edge of it
/// @param xSpan what is in view
/// @param ySpan what is in view
/// @param xTicks along the horizontal axis
/// @param yTicks along the vertical axis
/// @param words everything that is written outside of marks
/// @param keys the signs of the legend
record Frame(
        Figure figure,
        double width,
        double height,
        double left,
        double top,
        double right,
        double bottom,
        Span xSpan,
        Span ySpan,
        Ticks xTicks,
        Ticks yTicks,
        List<Word> words,
        List<Key> keys) {
    /// Something written.
    record Word(String text, double x, double baseline, Lettering lettering, Pen.Align align, Tone tone) {}

    /// The sign of a mark in the legend.
    record Key(Mark mark, double x, double middle) {}

    Frame {
        words = List.copyOf(words);
        keys = List.copyOf(keys);
    }

    /// Where a number lies from the left.
    double x(double value) {
        return left + xSpan.share(value) * (right - left);
    }

    /// Where a number lies from the top. Names go down, numbers go up.
    double y(double value) {
        double share = ySpan.share(value);
        return figure.y().named() ? top + share * (bottom - top) : bottom - share * (bottom - top);
    }

    /// The part of the horizontal axis left of a place.
    double xShare(double place) {
        return (place - left) / (right - left);
    }

    /// The part of the vertical axis below a place, or above it where names go down.
    double yShare(double place) {
        double down = (place - top) / (bottom - top);
        return figure.y().named() ? down : 1 - down;
    }

    /// Whether a place lies between the axes.
    boolean holds(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }
}
