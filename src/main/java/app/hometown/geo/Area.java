// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.geo;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RectangleLineIntersector;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/// What a hand has drawn round on the map: a rectangle, or a ring of straight lines on Web Mercator. Knows that the
/// world repeats: one drawn across the dateline holds places on both sides of it. Immutable, safe for any thread.
///
/// A place is tested against the rectangle round the ring first, in degrees. What lies within is projected and looked
/// up
/// in a grid of cells that are known to lie inside or outside; only in the cells that the ring itself runs through does
/// it cost JTS's indexed test, 0.1 to 0.2 µs. A ring that crosses itself holds what an odd number of its turns go
/// round.
public final class Area {
    private final double minX;
    private final double maxX;
    private final double north;
    private final double south;
    private final @Nullable Ring ring;

    private Area(double minX, double minY, double maxX, double maxY, @Nullable Ring ring) {
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
    /// @param xs of the corners on unit Mercator, not wrapped: neighbours are where the hand drew them; at least
    /// three
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
        return new Area(minX, minY, maxX, maxY, new Ring(corners, new Envelope(minX, maxX, minY, maxY)));
    }

    /// Whether a place lies in it or on its edge.
    public boolean contains(double latitude, double longitude) {
        if (latitude > north || latitude < south) {
            return false;
        }
        double x = WebMercator.x(longitude);
        x += Math.ceil(minX - x);
        Ring inside = ring;
        if (inside == null) {
            return x <= maxX;
        }
        if (x > maxX) {
            return false;
        }
        double y = WebMercator.y(latitude);
        for (; x <= maxX; x++) {
            if (inside.contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    /// What is inside a ring, cell by cell.
    private static final class Ring {
        private static final int CELLS = 64;
        private static final byte OUTSIDE = 0;
        private static final byte INSIDE = 1;
        private static final byte EDGE = 2;

        private final Envelope bounds;
        private final IndexedPointInAreaLocator exact;
        private final byte[] cells = new byte[CELLS * CELLS];

        Ring(Coordinate[] corners, Envelope bounds) {
            this.bounds = bounds;
            exact = new IndexedPointInAreaLocator(new GeometryFactory().createPolygon(corners));
            for (int i = 1; i < corners.length; i++) {
                markEdge(corners[i - 1], corners[i]);
            }
            for (int cell = 0; cell < cells.length; cell++) {
                if (cells[cell] != EDGE) {
                    cells[cell] = isInside(cell(cell % CELLS, cell / CELLS).centre()) ? INSIDE : OUTSIDE;
                }
            }
        }

        private void markEdge(Coordinate from, Coordinate to) {
            // A cell to spare on each side, for what rounding may do to a place near the border of two.
            int left = Math.max(0, column(Math.min(from.x, to.x)) - 1);
            int right = Math.min(CELLS - 1, column(Math.max(from.x, to.x)) + 1);
            int top = Math.max(0, row(Math.min(from.y, to.y)) - 1);
            int bottom = Math.min(CELLS - 1, row(Math.max(from.y, to.y)) + 1);
            for (int row = top; row <= bottom; row++) {
                for (int column = left; column <= right; column++) {
                    Envelope cell = cell(column, row);
                    cell.expandBy(cell.getWidth() * 0.01, cell.getHeight() * 0.01);
                    if (new RectangleLineIntersector(cell).intersects(from, to)) {
                        cells[row * CELLS + column] = EDGE;
                    }
                }
            }
        }

        private Envelope cell(int column, int row) {
            double width = bounds.getWidth() / CELLS;
            double height = bounds.getHeight() / CELLS;
            double x = bounds.getMinX() + column * width;
            double y = bounds.getMinY() + row * height;
            return new Envelope(x, x + width, y, y + height);
        }

        private int column(double x) {
            return place((x - bounds.getMinX()) / bounds.getWidth());
        }

        private int row(double y) {
            return place((y - bounds.getMinY()) / bounds.getHeight());
        }

        private static int place(double share) {
            return Math.clamp((int) (share * CELLS), 0, CELLS - 1);
        }

        boolean contains(double x, double y) {
            byte cell = cells[row(y) * CELLS + column(x)];
            return cell == EDGE ? isInside(new Coordinate(x, y)) : cell == INSIDE;
        }

        private boolean isInside(Coordinate place) {
            return exact.locate(place) != Location.EXTERIOR;
        }
    }
}
