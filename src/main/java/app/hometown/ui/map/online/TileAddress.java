// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

/// A tile in the usual numbering of Web Mercator tiles.
///
/// @param zoom from 0
/// @param x column, 0..2^zoom − 1, from 180° west
/// @param y row, 0..2^zoom − 1, from the north
public record TileAddress(int zoom, long x, long y) {
    /// The tile that shows this one's place at a lower zoom.
    ///
    /// @param levels how many zooms up, at most `zoom`
    public TileAddress above(int levels) {
        return new TileAddress(zoom - levels, x >> levels, y >> levels);
    }
}
