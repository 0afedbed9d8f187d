// SPDX-License-Identifier: GPL-3.0-or-later
/// The offline base map: land, borders and names from Natural Earth, places from GeoNames, drawn as tiles.
///
/// Start with [app.hometown.ui.map.basemap.TilePainter], which turns one tile's address into an image; the tiles
/// reach the map through [app.hometown.ui.map.basemap.OfflineTiles]. The data are read from compact resources that a
/// converter beside this package's tests makes from their public sources.
@NullMarked
package app.hometown.ui.map.basemap;

import org.jspecify.annotations.NullMarked;
