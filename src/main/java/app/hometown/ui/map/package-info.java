// SPDX-License-Identifier: GPL-3.0-or-later
/// The map: users and streams on an offline base map, the picked user, the radius and the ranked streams.
///
/// Start with [app.hometown.ui.map.MapPane], which is all that other rooms need, and
/// [app.hometown.ui.map.MapSelection], what it is told to show. [app.hometown.ui.map.MapCamera] is the arithmetic
/// between places and pixels.
///
/// Users and streams are projected once ([app.hometown.ui.map.PointCloud]), seen through what others say of them
/// ([app.hometown.ui.map.Marks]) and drawn, like the ground, in squares of the screen's own pixels on threads of their
/// own
/// ([app.hometown.ui.map.BlockLayer]).
@NullMarked
package app.hometown.ui.map;

import org.jspecify.annotations.NullMarked;
