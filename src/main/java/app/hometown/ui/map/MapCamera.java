// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.geo.WebMercator;
import app.hometown.ui.map.basemap.TilePainter;

/// What the map looks at: a middle on unit Mercator, a zoom and the size of the pane. The world repeats to the east and
/// west; x of the middle is kept in 0..1.
///
/// @param x of the middle
/// @param y of the middle
/// @param zoom 256 · 2^zoom logical pixels show the world once
/// @param width of the pane in logical pixels
/// @param height of the pane in logical pixels
public record MapCamera(double x, double y, double zoom, double width, double height) {
    /// The deepest zoom: the deepest tiles, enlarged a little less than twice.
    public static final double MAX_ZOOM = TilePainter.MAX_ZOOM + 0.75;

    /// Keeps the middle and the zoom where there is a map: no empty ground above or below the world as long as the
    /// world is higher than the pane.
    public MapCamera {
        double least = Math.max(0, Math.log(height / WebMercator.TILE_SIZE) / Math.log(2));
        zoom = Math.clamp(zoom, Math.min(least, MAX_ZOOM), MAX_ZOOM);
        double half = height / 2 / WebMercator.worldSize(zoom);
        y = half >= 0.5 ? 0.5 : Math.clamp(y, half, 1 - half);
        x = x - Math.floor(x);
    }

    /// Looks at a place.
    public static MapCamera at(double latitude, double longitude, double zoom, double width, double height) {
        return new MapCamera(WebMercator.x(longitude), WebMercator.y(latitude), zoom, width, height);
    }

    /// The whole world once, its inhabited latitudes in the middle.
    public static MapCamera world(double width, double height) {
        double zoom = Math.log(Math.max(1, width) / WebMercator.TILE_SIZE) / Math.log(2);
        return new MapCamera(0.5, 0.405, zoom, width, height);
    }

    /// Looks at a place so that a circle round it fits into the pane with some air.
    public static MapCamera around(double latitude, double longitude, double radiusKm, double width, double height) {
        double pixels = 0.40 * Math.min(width, height);
        double zoom = Math.log(WebMercator.metresPerPixel(latitude, 0) * pixels / (radiusKm * 1000)) / Math.log(2);
        return at(latitude, longitude, zoom, width, height);
    }

    /// The same view in a pane of another size.
    public MapCamera sized(double newWidth, double newHeight) {
        return new MapCamera(x, y, zoom, newWidth, newHeight);
    }

    /// Moved by pixels: what was at (dx, dy) comes to (0, 0).
    public MapCamera moved(double dx, double dy) {
        return new MapCamera(x + dx / worldSize(), y + dy / worldSize(), zoom, width, height);
    }

    /// At another zoom, with the place under a pixel kept there as far as the edges of the world allow.
    public MapCamera zoomed(double newZoom, double pivotX, double pivotY) {
        double allowed = new MapCamera(x, y, newZoom, width, height).zoom();
        double size = WebMercator.worldSize(allowed);
        return new MapCamera(
                unitX(pivotX) - (pivotX - width / 2) / size,
                unitY(pivotY) - (pivotY - height / 2) / size,
                allowed,
                width,
                height);
    }

    /// Pixels that show the world once.
    public double worldSize() {
        return WebMercator.worldSize(zoom);
    }

    /// The pixel of a unit x in the copy of the world that `x` itself names: 0..1 is the first, 1..2 the next east.
    public double screenX(double unitX) {
        return (unitX - x) * worldSize() + width / 2;
    }

    /// The pixel of a unit y.
    public double screenY(double unitY) {
        return (unitY - y) * worldSize() + height / 2;
    }

    /// The unit x at a pixel, beyond 0..1 in other copies of the world.
    public double unitX(double pixelX) {
        return x + (pixelX - width / 2) / worldSize();
    }

    /// The unit y at a pixel, beyond 0..1 off the map.
    public double unitY(double pixelY) {
        return y + (pixelY - height / 2) / worldSize();
    }

    /// The number of the westernmost copy of the world within `margin` pixels of the pane.
    public int firstCopy(double margin) {
        return (int) Math.floor(unitX(-margin));
    }

    /// The number of the easternmost copy of the world within `margin` pixels of the pane.
    public int lastCopy(double margin) {
        return (int) Math.floor(unitX(width + margin));
    }
}
