// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/// What a hand has drawn round on the map: a rectangle, or a ring of straight lines on Web Mercator. Knows that the
/// world repeats: one drawn across the dateline holds places on both sides of it. Immutable, safe for any thread.
///
/// A place is tested against the rectangle round the ring first, in degrees; only what lies within costs a projection
/// and JTS's indexed test, about 0.2 µs. A ring that crosses itself holds what an odd number of its turns go round.
public final class Area {
    private final double minX;
    private final double maxX;
    private final double north;
    private final double south;
    private final @Nullable IndexedPointInAreaLocator ring;

    private Area(
            double minX, double minY, double maxX, double maxY, @Nullable IndexedPointInAreaLocator ring) {
        this.minX = minX;
        this.maxX = maxX;
        this.north = minY <= 0 ? 90 : WebMercator.latitude(minY);
        this.south = maxY >= 1 ? -90 : WebMercator.latitude(maxY);
        this.ring = ring;
    }

    /// A rectangle on unit Mercator ([WebMercator]).
    ///
    /// @param minX beyond 0..1 in other copies of the world
    /// @param maxX not below `minX`; from 1 more on it is everything
    public static Area box(double minX, double minY, double maxX, double maxY) {
        return new Area(minX, minY, maxX, maxY, null);
    }

    /// What a ring goes round.
    ///
    /// @param xs of the corners on unit Mercator, not wrapped: neighbours are where the hand drew them; at least three
    /// @param ys of the corners
    public static Area ring(double[] xs, double[] ys) {
        Coordinate[] corners = new Coordinate[xs.length + 1];
        double minX = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xs.length; i++) {
            corners[i] = new Coordinate(xs[i], ys[i]);
            minX = Math.min(minX, xs[i]);
            maxX = Math.max(maxX, xs[i]);
            minY = Math.min(minY, ys[i]);
            maxY = Math.max(maxY, ys[i]);
        }
        corners[xs.length] = corners[0];
        var polygon = new GeometryFactory().createPolygon(corners);
        return new Area(minX, minY, maxX, maxY, new IndexedPointInAreaLocator(polygon));
    }

    /// Whether a place lies in it or on its edge.
    public boolean contains(double latitude, double longitude) {
        if (latitude > north || latitude < south) {
            return false;
        }
        double x = WebMercator.x(longitude);
        x += Math.ceil(minX - x);
        IndexedPointInAreaLocator inside = ring;
        if (inside == null) {
            return x <= maxX;
        }
        if (x > maxX) {
            return false;
        }
        double y = WebMercator.y(latitude);
        for (; x <= maxX; x++) {
            if (inside.locate(new Coordinate(x, y)) != Location.EXTERIOR) {
                return true;
            }
        }
        return false;
    }
}
