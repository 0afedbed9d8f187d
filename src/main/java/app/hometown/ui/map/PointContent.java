// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.List;

/// What the layers of points show, ready to be drawn: equal only to itself in its views, which are compared by identity.
///
/// @param users the users
/// @param streams the streams
/// @param layers which of the two are drawn and how, the lowest first
/// @param dark whether the ground is dark
record PointContent(PointView users, PointView streams, List<Layer> layers, boolean dark) {
    /// Something drawn from points.
    enum Layer {
        /// Users as discs.
        USERS,
        /// Streams as diamonds.
        STREAMS,
        /// How dense users are, as a smooth surface.
        USER_DENSITY,
        /// How dense streams are, as a smooth surface.
        STREAM_DENSITY;

        boolean ofUsers() {
            return this == USERS || this == USER_DENSITY;
        }

        boolean isDensity() {
            return this == USER_DENSITY || this == STREAM_DENSITY;
        }
    }

    PointContent {
        layers = List.copyOf(layers);
    }

    PointView points(Layer layer) {
        return layer.ofUsers() ? users : streams;
    }
}
