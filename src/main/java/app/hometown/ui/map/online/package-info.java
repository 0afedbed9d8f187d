// SPDX-License-Identifier: GPL-3.0-or-later
/// Map tiles from a server that the person has chosen, over the offline map. Off unless asked for; without it the
/// program opens no connection.
///
/// Start with [app.hometown.ui.map.online.OnlineTiles]. [app.hometown.ui.map.online.TileSource] is what a person gives,
/// [app.hometown.ui.map.online.TileClient] asks the server and lets it rest when it refuses,
/// [app.hometown.ui.map.online.TileCache] keeps what came on the disk.
@NullMarked
package app.hometown.ui.map.online;

import org.jspecify.annotations.NullMarked;
