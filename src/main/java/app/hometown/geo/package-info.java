// SPDX-License-Identifier: GPL-3.0-or-later
/// Distance, Web Mercator, and boxes that know the dateline and the poles.
///
/// Start with [app.hometown.geo.Geodesic].
@NullMarked
package app.hometown.geo;

import org.jspecify.annotations.NullMarked;
