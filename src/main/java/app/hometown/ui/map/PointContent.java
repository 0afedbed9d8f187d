// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.List;

/// What the layers of points show, ready to be drawn. Views are compared by identity.
///
/// @param users the users
/// @param streams the streams
/// @param differing the users coloured by how much lists differ for them
/// @param layers which of the two are drawn and how, the lowest first
/// @param dark whether the ground is dark
record PointContent(PointView users, PointView streams, PointView differing, List<MapLayer> layers, boolean dark) {
    PointContent {
        layers = List.copyOf(layers);
    }

    /// Without anything that differs.
    PointContent(PointView users, PointView streams, List<MapLayer> layers, boolean dark) {
        this(users, streams, PointView.EMPTY, layers, dark);
    }

    PointView points(MapLayer layer) {
        if (layer == MapLayer.DISAGREEMENT) {
            return differing;
        }
        return layer.isOfUsers() ? users : streams;
    }
}
