// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
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

    /// Near a pole the longitude turns quickly: no step of a circle is wider than this, in worlds.
    private static final double WIDEST_STEP = 0.05;

    private static final int MOST_HALVINGS = 24;

    private final double[] xs;
    private final double[] ys;
    private final boolean closed;
    private final double poleY;
    private final boolean outside;

    private GeodesicPath(double[] xs, double[] ys, boolean closed, double poleY, boolean outside) {
        this.poleY = poleY;
        this.xs = xs;
        this.ys = ys;
        this.closed = closed;
        this.outside = outside;
    }

    /// The places at one distance from a middle, all round. Round one pole the line does not close but runs once round
    /// the world; [#poleY] then says round which. A circle that holds both poles is the line round what it leaves
    /// out;
    /// [#holdsOutside] says so.
    static GeodesicPath circle(double latitude, double longitude, double radiusKm) {
        double metres = radiusKm * 1000;
        var path = new Tracer(azimuth -> Geodesic.WGS84.Direct(
                latitude, longitude, azimuth, metres, GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE));
        for (int i = 0; i <= CIRCLE_POINTS; i++) {
            path.to(360.0 * i / CIRCLE_POINTS);
        }
        boolean north = toPole(latitude, longitude, 90) < metres;
        boolean south = toPole(latitude, longitude, -90) < metres;
        return new GeodesicPath(
                path.xs.stream().mapToDouble(x -> x).toArray(),
                path.ys.stream().mapToDouble(y -> y).toArray(),
                north == south,
                north ? -0.1 : 1.1,
                north && south);
    }

    private static double toPole(double latitude, double longitude, double pole) {
        return Geodesic.WGS84.Inverse(latitude, longitude, pole, 0, GeodesicMask.DISTANCE).s12;
    }

    /// Follows a circle by its azimuths, with as many places between as it takes.
    private static final class Tracer {
        private final DoubleFunction<GeodesicData> circle;
        private final List<Double> xs = new ArrayList<>();
        private final List<Double> ys = new ArrayList<>();
        private double reached;

        Tracer(DoubleFunction<GeodesicData> circle) {
            this.circle = circle;
        }

        void to(double azimuth) {
            to(azimuth, MOST_HALVINGS);
            reached = azimuth;
        }

        private void to(double azimuth, int halvings) {
            GeodesicData place = circle.apply(azimuth);
            double x = WebMercator.x(place.lon2);
            if (xs.isEmpty()) {
                x -= Math.floor(x);
            } else {
                x -= Math.rint(x - xs.getLast());
                if (Math.abs(x - xs.getLast()) > WIDEST_STEP && halvings > 0) {
                    double half = (reached + azimuth) / 2;
                    to(half, halvings - 1);
                    reached = half;
                    to(azimuth, halvings - 1);
                    return;
                }
            }
            xs.add(x);
            ys.add(WebMercator.y(place.lat2));
        }
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
        return new GeodesicPath(xs, ys, false, Double.NaN, false);
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

    /// Whether the circle is the outside of the line: it holds both poles.
    boolean holdsOutside() {
        return outside;
    }

    /// For a circle round one pole: y beyond the edge of the map on that pole's side.
    double poleY() {
        return poleY;
    }
}
