// SPDX-License-Identifier: GPL-3.0-or-later
/// An evaluation as people see it: sentences, figures and a report of
/// [app.hometown.workbench.verdict.Findings], and the view of them.
///
/// [app.hometown.ui.verdict.VerdictFigures] makes figures, [app.hometown.ui.verdict.VerdictWords] sentences and
/// numbers, [app.hometown.ui.verdict.VerdictReport] a document, all without JavaFX.
@NullMarked
package app.hometown.ui.verdict;

import org.jspecify.annotations.NullMarked;
