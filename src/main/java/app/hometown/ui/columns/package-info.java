// SPDX-License-Identifier: GPL-3.0-or-later
/// Any question, asked by choosing columns: what is chosen, what comes of it as figures, and the page where both are.
///
/// Start with [app.hometown.ui.columns.PlotModel], which holds the question, and
/// [app.hometown.ui.columns.OwnPlotPane], which shows it.
@NullMarked
package app.hometown.ui.columns;

import org.jspecify.annotations.NullMarked;
