// SPDX-License-Identifier: GPL-3.0-or-later
/// The drawer under the views: why a stream stands where it stands, why it stands above another, what would change
/// that, and what if the numbers of the score or the user were others.
///
/// Start with [app.hometown.ui.compare.drawer.Drawer], which shows it all, and [app.hometown.ui.compare.drawer.Tuning],
/// which changes the scoring.
@NullMarked
package app.hometown.ui.compare.drawer;

import org.jspecify.annotations.NullMarked;
