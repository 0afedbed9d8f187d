// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import app.hometown.ui.fx.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What the map shows of one user: where, how far around, and the ranked streams.
///
/// @param name of the user, written at the pin
/// @param latitude degrees
/// @param longitude degrees
/// @param radiusKm the candidates' radius; empty for the whole world
/// @param ringsKm smaller radii that were tried first and did not hold enough streams
/// @param pins the ranked streams
public record MapSelection(
        String name, double latitude, double longitude, OptionalDouble radiusKm, List<Double> ringsKm, List<Pin> pins) {
    public MapSelection {
        ringsKm = List.copyOf(ringsKm);
        pins = List.copyOf(pins);
    }

    /// With a radius that did not have to grow.
    public MapSelection(String name, double latitude, double longitude, OptionalDouble radiusKm, List<Pin> pins) {
        this(name, latitude, longitude, radiusKm, List.of(), pins);
    }

    /// The radii tried on the way from the one asked for to the one that held enough, which is not among them: each
    /// twice
    /// the one before, all that are smaller than the earth.
    ///
    /// @param asked empty for the whole world
    /// @param found empty for the whole world
    public static List<Double> rings(OptionalDouble asked, OptionalDouble found) {
        List<Double> rings = new ArrayList<>();
        double end = Math.min(found.orElse(Double.POSITIVE_INFINITY), GeodesicPath.WORLD_KM);
        for (double ring = asked.orElse(end); ring > 0 && ring < end; ring *= 2) {
            rings.add(ring);
        }
        return rings;
    }

    /// The two rankers whose ranks pins show.
    ///
    /// @param left what people call the first
    /// @param leftColour its colour
    /// @param right what people call the second
    /// @param rightColour its colour
    public record Sides(String left, Palette leftColour, String right, Palette rightColour) {
        /// *basic* and *ml*.
        public static final Sides BASIC_AND_ML = new Sides("Basic", Palette.BASIC, "ML", Palette.ML);
    }

    /// The rankers of the pins.
    Sides sides() {
        return pins.isEmpty() ? Sides.BASIC_AND_ML : pins.getFirst().sides();
    }

    /// A stream in the top k of at least one ranker.
    ///
    /// @param streamRow its row in the catalog
    /// @param id its identifier
    /// @param latitude degrees
    /// @param longitude degrees
    /// @param basicRank from 1, empty when it is not in the top k of the first ranker, usually basic
    /// @param mlRank from 1, empty when it is not in the top k of the second, usually ml
    /// @param sides the two rankers
    public record Pin(
            int streamRow,
            String id,
            double latitude,
            double longitude,
            OptionalInt basicRank,
            OptionalInt mlRank,
            Sides sides) {
        /// Of basic and ml.
        public Pin(
                int streamRow,
                String id,
                double latitude,
                double longitude,
                OptionalInt basicRank,
                OptionalInt mlRank) {
            this(streamRow, id, latitude, longitude, basicRank, mlRank, Sides.BASIC_AND_ML);
        }

        /// The better of the two ranks, a big number when there is none.
        int bestRank() {
            return Math.min(basicRank.orElse(Integer.MAX_VALUE), mlRank.orElse(Integer.MAX_VALUE));
        }
    }
}
