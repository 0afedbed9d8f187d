// SPDX-License-Identifier: GPL-3.0-or-later
/// Tables over the rows of a catalog, however many: filtered and sorted off the JavaFX thread, drawn only where they
/// are
/// seen.
///
/// Start with [app.hometown.ui.table.RowTable].
@NullMarked
package app.hometown.ui.table;

import org.jspecify.annotations.NullMarked;
