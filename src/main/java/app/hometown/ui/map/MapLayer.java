// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

/// Something on the map that can be switched on and off.
public enum MapLayer {
    /// How dense streams are, as a smooth surface.
    STREAM_DENSITY("stream-density"),
    /// How dense users are, as a smooth surface.
    USER_DENSITY("user-density"),
    /// Users as discs.
    USERS("users"),
    /// Streams as diamonds.
    STREAMS("streams"),
    /// Users coloured by how much the lists of two rankers differ for them.
    DISAGREEMENT("disagreement"),
    /// Names of cities with how many users and streams they have, as long as the view is wide.
    CITIES("cities"),
    /// The radius within which streams are candidates.
    RADIUS("radius"),
    /// The smaller radii that did not hold enough streams.
    RINGS("rings"),
    /// Lines from the picked user to the ranked streams.
    LINES("lines"),
    /// The ranked streams with both ranks.
    PINS("pins");

    private final String key;

    MapLayer(String key) {
        this.key = key;
    }

    /// What it is called in files and resources.
    public String key() {
        return key;
    }

    /// Whether it shows all users or streams; the others belong to the cities or the picked user and lie above these.
    public boolean isOfPoints() {
        return compareTo(CITIES) < 0;
    }

    boolean isOfUsers() {
        return this == USERS || this == DISAGREEMENT || this == USER_DENSITY;
    }

    boolean isDensity() {
        return this == USER_DENSITY || this == STREAM_DENSITY;
    }
}
