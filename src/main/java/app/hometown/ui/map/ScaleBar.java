// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;

/// A round length and the pixels that show it at the middle of a view, along the parallel there. Mercator's scale
/// changes with the latitude, so it holds there alone.
///
/// @param metres 1, 2 or 5 times a power of ten
/// @param pixels logical pixels, at most 110
record ScaleBar(double metres, double pixels) {
    private static final double LONGEST = 110;

    /// First eccentricity of WGS-84, squared.
    private static final double E2 = 0.00669437999014;

    static ScaleBar of(MapCamera camera) {
        double latitude = WebMercator.latitude(camera.y());
        double sine = Math.sin(Math.toRadians(latitude));
        // A parallel of the ellipsoid is longer than that of the sphere by the radius of curvature in the prime
        // vertical.
        double metresPerPixel = WebMercator.metresPerPixel(latitude, camera.zoom()) / Math.sqrt(1 - E2 * sine * sine);
        double metres = roundLength(metresPerPixel * LONGEST);
        return new ScaleBar(metres, metres / metresPerPixel);
    }

    /// The longest of 1, 2, 5, 10, 20, 50, … that is not longer than the given length.
    static double roundLength(double longest) {
        double ten = Math.pow(10, Math.floor(Math.log10(longest)));
        double times = longest / ten;
        return ten * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }
}
