// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What the map shows of one user: where, how far around, and the ranked streams.
///
/// @param name of the user, written at the pin
/// @param latitude degrees
/// @param longitude degrees
/// @param radiusKm the candidates' radius; empty for the whole world
/// @param pins the ranked streams
public record MapSelection(String name, double latitude, double longitude, OptionalDouble radiusKm, List<Pin> pins) {
    public MapSelection {
        pins = List.copyOf(pins);
    }

    /// A stream in the top k of at least one ranker.
    ///
    /// @param streamRow its row in the catalog
    /// @param id its identifier
    /// @param latitude degrees
    /// @param longitude degrees
    /// @param basicRank from 1, empty when it is not in the top k of basic
    /// @param mlRank from 1, empty when it is not in the top k of ml
    public record Pin(
            int streamRow, String id, double latitude, double longitude, OptionalInt basicRank, OptionalInt mlRank) {
        /// The better of the two ranks, a big number when there is none.
        int bestRank() {
            return Math.min(basicRank.orElse(Integer.MAX_VALUE), mlRank.orElse(Integer.MAX_VALUE));
        }
    }
}
