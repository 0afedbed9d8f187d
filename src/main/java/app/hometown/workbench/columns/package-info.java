// SPDX-License-Identifier: GPL-3.0-or-later
/// Any question about any column, without a face: which columns users, streams, samples and their join have, and what
/// they add up to, group by group, over the rows that are looked at.
///
/// Start with [app.hometown.workbench.columns.PlotQuestion], what is asked, and
/// [app.hometown.workbench.columns.PlotAnswer], what comes of it. [app.hometown.workbench.columns.ColumnCatalog] says
/// which columns there are.
@NullMarked
package app.hometown.workbench.columns;

import org.jspecify.annotations.NullMarked;
