// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

/// A place as a unit vector on the auxiliary sphere: the point of the sphere with the place's *reduced* latitude β,
/// tan β = (1 − f) tan φ, and its longitude.
///
/// Why this sphere: in β and λ the ellipsoid measures ds² = a²((1 − e² cos² β) dβ² + cos² β dλ²) and the sphere
/// dσ² = dβ² + cos² β dλ², so every path, and so the shortest, obeys **b σ ≤ s ≤ a σ**. Distances and boxes on the
/// sphere bound distances on the ellipsoid to within 0.34 %, everywhere, dateline and poles included.
///
/// @param x towards 0° N 0° E
/// @param y towards 0° N 90° E
/// @param z towards the north pole: sin β
public record Vector(double x, double y, double z) {
    /// The vector of a place in degrees; the same to the bit on every platform, so that distances are, too.
    public static Vector of(double latitude, double longitude) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double cosine = StrictMath.cos(phi);
        double sine = (1 - Geodesic.F) * StrictMath.sin(phi);
        double scale = 1 / Math.sqrt(cosine * cosine + sine * sine);
        double axis = cosine * scale;
        return new Vector(axis * StrictMath.cos(lambda), axis * StrictMath.sin(lambda), sine * scale);
    }
}
