// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

/// The colours of a figure that are not its marks', as 0xAARRGGBB.
///
/// @param dark whether it is the dark theme's
/// @param surface behind everything
/// @param grid lines at ticks
/// @param line axes themselves
record Ground(boolean dark, int surface, int grid, int line) {
    static final Ground LIGHT = new Ground(false, 0xffffffff, 0xffeceff3, 0xffb4bcc6);
    static final Ground DARK = new Ground(true, 0xff151b22, 0xff232c36, 0xff4a5662);

    static Ground of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /// A tone, more or less transparent.
    ///
    /// @param opacity 0..1
    int of(Tone tone, double opacity) {
        return (tone.on(dark) & 0xffffff) | (int) Math.round(255 * opacity) << 24;
    }

    /// A tone, opaque.
    int of(Tone tone) {
        return tone.on(dark);
    }

    /// A tone as pale as a share of it over the surface, opaque.
    ///
    /// @param share 0..1
    int mixed(Tone tone, double share) {
        int strong = tone.on(dark);
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double from = surface >> shift & 0xff;
            double to = strong >> shift & 0xff;
            mixed = mixed << 8 | (int) Math.round(from + (to - from) * share);
        }
        return mixed;
    }

    /// What can be read on a colour: black or white.
    static int readable(int colour) {
        double light = 0.299 * (colour >> 16 & 0xff) + 0.587 * (colour >> 8 & 0xff) + 0.114 * (colour & 0xff);
        return light > 140 ? 0xff10151b : 0xffffffff;
    }
}
