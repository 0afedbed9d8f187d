// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

import net.sf.geographiclib.GeodesicMask;

/// Distance on the WGS-84 ellipsoid.
public final class Geodesic {
    private Geodesic() {}

    /// The length of the shortest path between two places, in km.
    ///
    /// Karney's algorithm (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013), accurate to 15 nm
    /// everywhere, antipodes included; about 1 µs.
    public static double distanceKm(double latitude1, double longitude1, double latitude2, double longitude2) {
        return net.sf.geographiclib.Geodesic.WGS84.Inverse(
                                latitude1, longitude1, latitude2, longitude2, GeodesicMask.DISTANCE)
                        .s12
                / 1000.0;
    }
}
