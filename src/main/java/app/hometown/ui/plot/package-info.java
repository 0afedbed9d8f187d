// SPDX-License-Identifier: GPL-3.0-or-later
/// Figures of numbers: what is shown is data ([app.hometown.ui.plot.Figure]), without JavaFX and without a theme; how
/// it
/// looks is decided once, here, for the screen, for pictures and for files.
///
/// A figure says what it is about (title), what one sees in it (finding), what is measured along its two axes and what
/// is drawn between them (marks). The same figure is painted on a canvas with values under the pointer
/// ([app.hometown.ui.plot.PlotPane]), drawn off-screen for reports ([app.hometown.ui.plot.FigurePicture]), and written
/// as a table ([app.hometown.ui.plot.FigureCsv]).
///
/// Start with [app.hometown.ui.plot.Figure] and [app.hometown.ui.plot.Mark].
@NullMarked
package app.hometown.ui.plot;

import org.jspecify.annotations.NullMarked;
