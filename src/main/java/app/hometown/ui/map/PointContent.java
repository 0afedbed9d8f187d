// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.List;

/// What the layers of points show, ready to be drawn. Views are compared by identity.
///
/// @param users the users
/// @param streams the streams
/// @param layers which of the two are drawn and how, the lowest first
/// @param dark whether the ground is dark
record PointContent(PointView users, PointView streams, List<MapLayer> layers, boolean dark) {
    PointContent {
        layers = List.copyOf(layers);
    }

    PointView points(MapLayer layer) {
        return layer.isOfUsers() ? users : streams;
    }
}
