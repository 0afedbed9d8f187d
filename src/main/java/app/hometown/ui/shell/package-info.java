// SPDX-License-Identifier: GPL-3.0-or-later
/// The window around the views: top bar, rail, status bar, menu, errors, and its picture for `snapshot`.
///
/// Start with [app.hometown.ui.shell.MainWindow]. A start shows [app.hometown.ui.shell.FirstLook] before it, the map
/// alone.
@NullMarked
package app.hometown.ui.shell;

import org.jspecify.annotations.NullMarked;
