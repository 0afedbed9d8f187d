// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.geo.Geodesic;

/// Distance on the WGS-84 ellipsoid that is the same to the bit on every platform.
///
/// [Geodesic] rests on `Math.sin` and its like, which may differ in the last bit between platforms; made-up data must
/// not. Vincenty's inverse formula (T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid", Survey
/// Review 23, 1975) in [StrictMath] agrees with it to a millimetre.
final class EllipsoidDistance {
    private static final double EQUATOR_KM = 6378.137;
    private static final double FLATTENING = 1.0 / 298.257223563;
    private static final double POLE_KM = EQUATOR_KM * (1.0 - FLATTENING);
    private static final int MOST_ROUNDS = 100;

    private EllipsoidDistance() {}

    /// The length of the shortest path between two places, in km.
    static double km(double latitude1, double longitude1, double latitude2, double longitude2) {
        double tan1 = (1.0 - FLATTENING) * StrictMath.tan(StrictMath.toRadians(latitude1));
        double tan2 = (1.0 - FLATTENING) * StrictMath.tan(StrictMath.toRadians(latitude2));
        double cos1 = 1.0 / StrictMath.sqrt(1.0 + tan1 * tan1);
        double cos2 = 1.0 / StrictMath.sqrt(1.0 + tan2 * tan2);
        double sin1 = tan1 * cos1;
        double sin2 = tan2 * cos2;
        double east = StrictMath.toRadians(longitude2 - longitude1);
        if (east > StrictMath.PI) {
            east -= 2.0 * StrictMath.PI;
        } else if (east < -StrictMath.PI) {
            east += 2.0 * StrictMath.PI;
        }
        double lambda = east;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double sinLambda = StrictMath.sin(lambda);
            double cosLambda = StrictMath.cos(lambda);
            double across = cos2 * sinLambda;
            double along = cos1 * sin2 - sin1 * cos2 * cosLambda;
            double sinSigma = StrictMath.sqrt(across * across + along * along);
            if (sinSigma == 0.0) {
                break;
            }
            double cosSigma = sin1 * sin2 + cos1 * cos2 * cosLambda;
            double sigma = StrictMath.atan2(sinSigma, cosSigma);
            double sinAlpha = cos1 * cos2 * sinLambda / sinSigma;
            double cosSquareAlpha = 1.0 - sinAlpha * sinAlpha;
            double cosTwoSigmaM = cosSquareAlpha == 0.0 ? 0.0 : cosSigma - 2.0 * sin1 * sin2 / cosSquareAlpha;
            double c = FLATTENING / 16.0 * cosSquareAlpha * (4.0 + FLATTENING * (4.0 - 3.0 * cosSquareAlpha));
            double turned = cosTwoSigmaM + c * cosSigma * (2.0 * cosTwoSigmaM * cosTwoSigmaM - 1.0);
            double next = east + (1.0 - c) * FLATTENING * sinAlpha * (sigma + c * sinSigma * turned);
            if (StrictMath.abs(next) > StrictMath.PI) {
                break;
            }
            if (StrictMath.abs(next - lambda) < 1e-13) {
                return arc(sigma, sinSigma, cosSigma, cosTwoSigmaM, cosSquareAlpha);
            }
            lambda = next;
        }
        // Coincident points, and nearly antipodal ones, where the formula does not converge.
        return Geodesic.distanceKm(latitude1, longitude1, latitude2, longitude2);
    }

    private static double arc(
            double sigma, double sinSigma, double cosSigma, double cosTwoSigmaM, double cosSquareAlpha) {
        double u = cosSquareAlpha * (EQUATOR_KM * EQUATOR_KM - POLE_KM * POLE_KM) / (POLE_KM * POLE_KM);
        double a = 1.0 + u / 16384.0 * (4096.0 + u * (-768.0 + u * (320.0 - 175.0 * u)));
        double b = u / 1024.0 * (256.0 + u * (-128.0 + u * (74.0 - 47.0 * u)));
        double square = cosTwoSigmaM * cosTwoSigmaM;
        double correction = b
                * sinSigma
                * (cosTwoSigmaM
                        + b
                                / 4.0
                                * (cosSigma * (2.0 * square - 1.0)
                                        - b
                                                / 6.0
                                                * cosTwoSigmaM
                                                * (4.0 * sinSigma * sinSigma - 3.0)
                                                * (4.0 * square - 3.0)));
        return POLE_KM * a * (sigma - correction);
    }
}
