// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;

/// Lines on the ellipsoid as points on unit Mercator, without jumps at the dateline: x runs on beyond 0..1.
final class GeodesicPath {
    /// Half the way round the earth: a circle of this radius is everything.
    static final double WORLD_KM = 20_003.0;

    private static final int CIRCLE_POINTS = 240;
    private static final int LINE_STEPS = 48;

    private final double[] xs;
    private final double[] ys;
    private final boolean closed;

    private final double poleY;

    private GeodesicPath(double[] xs, double[] ys, boolean closed, double poleY) {
        this.poleY = poleY;
        this.xs = xs;
        this.ys = ys;
        this.closed = closed;
    }

    /// The places at one distance from a middle, all round. Round a pole the line does not close but runs once round
    /// the world; [#poleY] then says round which.
    static GeodesicPath circle(double latitude, double longitude, double radiusKm) {
        double[] xs = new double[CIRCLE_POINTS + 1];
        double[] ys = new double[CIRCLE_POINTS + 1];
        for (int i = 0; i <= CIRCLE_POINTS; i++) {
            GeodesicData end = Geodesic.WGS84.Direct(
                    latitude,
                    longitude,
                    360.0 * i / CIRCLE_POINTS,
                    radiusKm * 1000,
                    GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
            put(xs, ys, i, end);
        }
        return new GeodesicPath(xs, ys, Math.abs(xs[0] - xs[CIRCLE_POINTS]) < 0.5, latitude > 0 ? -0.1 : 1.1);
    }

    /// The shortest way between two places.
    static GeodesicPath line(double latitude1, double longitude1, double latitude2, double longitude2) {
        GeodesicLine line = Geodesic.WGS84.InverseLine(
                latitude1, longitude1, latitude2, longitude2, GeodesicMask.DISTANCE_IN | GeodesicMask.STANDARD);
        int steps = Math.clamp((int) (line.Distance() / 40_000), 1, LINE_STEPS);
        double[] xs = new double[steps + 1];
        double[] ys = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            put(xs, ys, i, line.Position(line.Distance() * i / steps));
        }
        return new GeodesicPath(xs, ys, false, Double.NaN);
    }

    private static void put(double[] xs, double[] ys, int i, GeodesicData place) {
        double x = WebMercator.x(place.lon2);
        x -= i == 0 ? Math.floor(x) : Math.rint(x - xs[i - 1]);
        xs[i] = x;
        ys[i] = WebMercator.y(place.lat2);
    }

    int size() {
        return xs.length;
    }

    double x(int i) {
        return xs[i];
    }

    double y(int i) {
        return ys[i];
    }

    /// Whether the line ends where it began.
    boolean isClosed() {
        return closed;
    }

    /// For a circle round a pole: y beyond the edge of the map on that pole's side.
    double poleY() {
        return poleY;
    }
}
