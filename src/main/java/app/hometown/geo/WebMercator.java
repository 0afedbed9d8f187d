// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

/// Web Mercator on the unit square: x runs from 0 at 180° west to 1 at 180° east, y from 0 in the north to 1 in the
/// south. A map at zoom z is this square times 256 · 2^z pixels.
///
/// Spherical Mercator as in EPSG:3857.
public final class WebMercator {
    /// The latitude where the square ends, north and south: atan(sinh π) in degrees.
    public static final double MAX_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

    /// Pixels along one side of the world at zoom 0.
    public static final int TILE_SIZE = 256;

    /// Metres along the equator of WGS-84.
    private static final double EQUATOR_METRES = 2 * Math.PI * 6_378_137.0;

    private WebMercator() {}

    /// The x of a longitude in degrees; linear, so longitudes beyond ±180 give values outside 0..1.
    public static double x(double longitude) {
        return (longitude + 180.0) / 360.0;
    }

    /// The y of a latitude in degrees, 0..1; latitudes beyond [#MAX_LATITUDE] are moved to it.
    public static double y(double latitude) {
        if (latitude >= MAX_LATITUDE) {
            return 0.0;
        }
        if (latitude <= -MAX_LATITUDE) {
            return 1.0;
        }
        double sine = Math.sin(Math.toRadians(latitude));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }

    /// The longitude in degrees, -180 to less than 180, of any x; whole worlds are taken off.
    public static double longitude(double x) {
        return (x - Math.floor(x)) * 360.0 - 180.0;
    }

    /// The latitude in degrees of a y.
    public static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
    }

    /// Pixels along one side of the whole world at a zoom, whole or not.
    public static double worldSize(double zoom) {
        return TILE_SIZE * Math.pow(2, zoom);
    }

    /// The metres on the ground that one pixel covers at a latitude, along the parallel.
    public static double metresPerPixel(double latitude, double zoom) {
        return EQUATOR_METRES * Math.cos(Math.toRadians(latitude)) / worldSize(zoom);
    }
}
