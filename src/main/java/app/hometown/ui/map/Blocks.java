// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;

/// The world at one zoom as squares of device pixels, numbered from its north-western corner; columns beyond the world
/// belong to its copies in the east and west. A square stands on whole device pixels wherever the map is moved, so that
/// it can be copied to the screen as it is, which in software is many times quicker than scaling it.
///
/// @param zoom of the map
/// @param scale device pixels a logical pixel
record Blocks(double zoom, double scale) {
    /// Device pixels along a side.
    static final int SIDE = 256;

    /// One of the squares.
    record Place(int column, int row) {}

    /// Squares, first and last included.
    record Span(int left, int top, int right, int bottom) {
        boolean has(Place place) {
            return place.column() >= left && place.column() <= right && place.row() >= top && place.row() <= bottom;
        }
    }

    /// Device pixels of the world.
    double worldPixels() {
        return WebMercator.worldSize(zoom) * scale;
    }

    /// The device pixel of the world that stands at the left edge of a view.
    ///
    /// @param unitX of the middle of the view, beyond 0..1 in copies of the world
    /// @param width of the view in logical pixels
    long originX(double unitX, double width) {
        return Math.round(unitX * worldPixels() - width / 2 * scale);
    }

    /// The device pixel of the world that stands at the upper edge of a view.
    long originY(double unitY, double height) {
        return Math.round(unitY * worldPixels() - height / 2 * scale);
    }

    /// The squares that touch a view, and as many more on each side; none above or below the world.
    Span span(double unitX, MapCamera camera, int more) {
        long left = originX(unitX, camera.width());
        long top = originY(camera.y(), camera.height());
        int lastRow = (int) Math.floor((worldPixels() - 1e-6) / SIDE);
        return new Span(
                (int) Math.floorDiv(left, SIDE) - more,
                Math.max(0, (int) Math.floorDiv(top, SIDE) - more),
                (int) Math.floorDiv(left + (long) Math.ceil(camera.width() * scale) - 1, SIDE) + more,
                Math.min(
                        lastRow,
                        (int) Math.floorDiv(top + (long) Math.ceil(camera.height() * scale) - 1, SIDE) + more));
    }

    /// The squares that touch a view of another zoom.
    Span spanOf(double unitX, MapCamera camera) {
        double perPixel = worldPixels() / camera.worldSize() / SIDE;
        double middleX = unitX * worldPixels() / SIDE;
        double middleY = camera.y() * worldPixels() / SIDE;
        double halfWidth = camera.width() / 2 * perPixel;
        double halfHeight = camera.height() / 2 * perPixel;
        int lastRow = (int) Math.floor((worldPixels() - 1e-6) / SIDE);
        return new Span(
                (int) Math.floor(middleX - halfWidth),
                Math.max(0, (int) Math.floor(middleY - halfHeight)),
                (int) Math.ceil(middleX + halfWidth) - 1,
                Math.min(lastRow, (int) Math.ceil(middleY + halfHeight) - 1));
    }
}
