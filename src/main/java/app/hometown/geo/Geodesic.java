// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

import net.sf.geographiclib.GeodesicMask;

/// Distance on the WGS-84 ellipsoid: one function that the whole program measures with.
///
/// Between ordinary places it is Lambert's first-order formula on the auxiliary sphere (see [Vector]), which with
/// vectors instead of angles needs no trigonometry but one arc sine: about 25 ns, within 1.5e-6 of the truth up to
/// 10,000 km and 5e-6 at 15,500 km. Where
/// that formula is weak it is Karney's algorithm, 15 nm everywhere and about 1 µs: towards the antipodes, where the
/// series diverges, and below some centimetres, where the vectors are too short of digits.
///
/// Sources: W. D. Lambert, "The distance between two widely separated points on the surface of the earth",
/// J. Washington Academy of Sciences 32, 1942; C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013.
public final class Geodesic {
    /// Equatorial radius, km: no geodesic is longer than this times the angle on the auxiliary sphere.
    public static final double A_KM = 6378.137;

    /// Flattening.
    static final double F = 1 / 298.257223563;

    /// Polar radius, km: no geodesic is shorter than this times the angle on the auxiliary sphere.
    public static final double B_KM = A_KM * (1 - F);

    /// No two places are further apart: half a meridian is 20003.931 km.
    public static final double FARTHEST_KM = 20004;

    /// [#distanceKm(double, double, double, double)] is within this of the truth, relatively.
    public static final double TOLERANCE = 1e-5;

    /// The square of half the chord, sin²(σ/2), below which vectors are too short of digits: σ = 2e-8 is 13 cm.
    private static final double NEAREST = 1e-16;

    /// And above which the series is too far off: σ = 140°.
    private static final double FARTHEST = 0.883;

    private Geodesic() {}

    /// The length of the shortest path between two places, in km.
    ///
    /// Symmetric to the bit between ordinary places, 0 for a place and itself; between ordinary places the same on
    /// every
    /// platform, JDK and run.
    public static double distanceKm(double latitude1, double longitude1, double latitude2, double longitude2) {
        double km = distanceKm(Vector.of(latitude1, longitude1), Vector.of(latitude2, longitude2));
        return Double.isNaN(km) ? karneyKm(latitude1, longitude1, latitude2, longitude2) : km;
    }

    /// The same from the places' vectors, to the bit; or NaN where that takes more than vectors and the distance must
    /// be asked for by latitude and longitude.
    public static double distanceKm(Vector one, Vector other) {
        return distanceKm(one.x(), one.y(), one.z(), other.x(), other.y(), other.z());
    }

    /// The same from the components of the vectors.
    public static double distanceKm(double x1, double y1, double z1, double x2, double y2, double z2) {
        double dx = x1 - x2;
        double dy = y1 - y2;
        double dz = z1 - z2;
        double h = 0.25 * (dx * dx + dy * dy + dz * dz);
        if (!(h >= NEAREST && h <= FARTHEST)) {
            return Double.NaN;
        }
        double sigma = 2 * arcSine(Math.sqrt(h));
        double sine = 2 * Math.sqrt(h * (1 - h));
        double sum = z1 + z2;
        double x = (sigma - sine) * (0.25 * sum * sum) / (1 - h);
        double y = (sigma + sine) * (0.25 * dz * dz) / h;
        return A_KM * (sigma - 0.5 * F * (x + y));
    }

    /// A lower bound of the distance, but for [#TOLERANCE], of all pairs of vectors whose chord is not shorter, and
    /// whose z have a sum and a difference that are not larger.
    ///
    /// Lambert's formula grows with the angle, whatever the z: its corrections are f times something whose
    /// slope stays below 60 where the formula is used. And each correction cannot be more than its value at
    /// z² = chord²/4 (the middle of the chord, or half of it, lying along the axis).
    ///
    /// @param chordSquared above 0, on the unit sphere
    /// @param sum not below |z1 + z2|
    /// @param difference not below |z1 − z2|
    public static double leastKm(double chordSquared, double sum, double difference) {
        double h = 0.25 * chordSquared;
        if (h > FARTHEST) {
            return B_KM * 2 * Math.asin(Math.min(1, Math.sqrt(h)));
        }
        double sigma = 2 * arcSine(Math.sqrt(h));
        double sine = 2 * Math.sqrt(h * (1 - h));
        double x = (sigma - sine) * Math.min(1, 0.25 * sum * sum / (1 - h));
        double y = (sigma + sine) * Math.min(1, 0.25 * difference * difference / h);
        return A_KM * (sigma - 0.5 * F * (x + y));
    }

    /// Karney's algorithm.
    static double karneyKm(double latitude1, double longitude1, double latitude2, double longitude2) {
        return net.sf.geographiclib.Geodesic.WGS84.Inverse(
                                latitude1, longitude1, latitude2, longitude2, GeodesicMask.DISTANCE)
                        .s12
                / 1000.0;
    }

    /// Its Taylor series below 0.1, where the first term left out is 2e-14 of the whole: most distances are short and
    /// the library's arc sine takes as long as all the rest.
    private static double arcSine(double t) {
        if (t > 0.1) {
            return StrictMath.asin(t);
        }
        double q = t * t;
        return t + t * q * (1.0 / 6 + q * (3.0 / 40 + q * (15.0 / 336 + q * (105.0 / 3456 + q * (945.0 / 42240)))));
    }
}
