// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the layers of points show, ready to be drawn. Views are compared by identity.
///
/// @param users the users
/// @param streams the streams
/// @param differing the users coloured by how much lists differ for them
/// @param layers which of the two are drawn and how, the lowest first
/// @param dark whether the ground is dark
/// @param named whether the names of the ground are written over a crowd as well, which would hide them
record PointContent(
        PointView users, PointView streams, PointView differing, List<MapLayer> layers, boolean dark, boolean named) {
    PointContent {
        layers = List.copyOf(layers);
    }

    /// Without anything that differs.
    PointContent(PointView users, PointView streams, List<MapLayer> layers, boolean dark, boolean named) {
        this(users, streams, PointView.EMPTY, layers, dark, named);
    }

    PointView points(MapLayer layer) {
        if (layer == MapLayer.DISAGREEMENT) {
            return differing;
        }
        return layer.isOfUsers() ? users : streams;
    }

    /// What lies at a pixel: the nearest of the users and streams that are shown as symbols, of two at one place the
    /// upper one, and how many more lie under its symbol. Some milliseconds in the worst crowd of ten million; for
    /// any
    /// thread.
    ///
    /// @param withinPixels how far from the pixel it may be
    @Nullable
    Pointed at(MapCamera camera, double pixelX, double pixelY, double withinPixels) {
        MapLayer best = null;
        PointView.Hit hit = null;
        for (MapLayer layer : layers.reversed()) {
            if (layer.isDensity()) {
                continue;
            }
            PointView.Hit found = points(layer)
                    .nearest(camera.unitX(pixelX), camera.unitY(pixelY), withinPixels / camera.worldSize());
            if (found != null && (hit == null || found.distance() < hit.distance())) {
                hit = found;
                best = layer;
            }
        }
        return hit == null || best == null ? null : pointed(camera, best.isOfUsers(), hit.row(), hit.x(), hit.y());
    }

    /// A user or stream at its place, with how many more lie under its symbol.
    Pointed pointed(MapCamera camera, boolean user, int row, double unitX, double unitY) {
        double reach = PointPainter.radius(camera.zoom(), users.count() + streams.count()) / camera.worldSize();
        int moreUsers = layers.contains(MapLayer.USERS) ? users.count(unitX, unitY, reach) : 0;
        int moreStreams = layers.contains(MapLayer.STREAMS) ? streams.count(unitX, unitY, reach) : 0;
        return new Pointed(
                user,
                row,
                unitX,
                unitY,
                Math.max(0, moreUsers - (user ? 1 : 0)),
                Math.max(0, moreStreams - (user ? 0 : 1)));
    }
}
