// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

/// A box of latitudes and longitudes that knows the dateline and the poles.
///
/// @param south degrees, -90..90
/// @param west degrees, -180..180
/// @param north degrees, not below south
/// @param east degrees, -180..180; less than west when the box crosses the dateline
public record Box(double south, double west, double north, double east) {
    /// Everything.
    public static final Box WORLD = new Box(-90, -180, 90, 180);

    /// The smallest such box, but for a margin of 0.4 %, that holds every place within a distance of a place. One that
    /// holds a pole goes all the way round.
    ///
    /// @param radiusKm at least 0
    public static Box around(double latitude, double longitude, double radiusKm) {
        // Geodesics are not shorter than b times the angle on the auxiliary sphere, so the circle lies in a cap there.
        double cap = radiusKm / Geodesic.B_KM * (1 + 2 * Geodesic.TOLERANCE) + 1e-12;
        double beta = reduced(latitude);
        double south = beta - cap;
        double north = beta + cap;
        double pole = Math.PI / 2;
        if (south <= -pole || north >= pole) {
            return new Box(south <= -pole ? -90 : geodetic(south), -180, north >= pole ? 90 : geodetic(north), 180);
        }
        double half = Math.toDegrees(Math.asin(Math.min(1, Math.sin(cap) / Math.cos(beta)))) * (1 + 1e-12) + 1e-12;
        return new Box(geodetic(south), wrapped(longitude - half), geodetic(north), wrapped(longitude + half));
    }

    /// Whether the box crosses the dateline.
    public boolean crossesDateline() {
        return east < west;
    }

    /// Whether a place is inside or on the edge.
    public boolean contains(double latitude, double longitude) {
        return latitude >= south
                && latitude <= north
                && (crossesDateline()
                        ? longitude >= west || longitude <= east
                        : longitude >= west && longitude <= east);
    }

    private static double reduced(double latitude) {
        double phi = Math.toRadians(latitude);
        return Math.atan2((1 - Geodesic.F) * Math.sin(phi), Math.cos(phi));
    }

    private static double geodetic(double beta) {
        double phi = Math.toDegrees(Math.atan2(Math.sin(beta), (1 - Geodesic.F) * Math.cos(beta)));
        return Math.clamp(phi, -90, 90);
    }

    private static double wrapped(double longitude) {
        double turn = longitude <= -180 ? longitude + 360 : longitude >= 180 ? longitude - 360 : longitude;
        return Math.clamp(turn, -180, 180);
    }
}
