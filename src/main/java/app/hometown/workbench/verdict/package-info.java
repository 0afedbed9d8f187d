// SPDX-License-Identifier: GPL-3.0-or-later
/// The verdict without a face: is one ranker really better, for whom, where, and how sure is that.
///
/// Start with [app.hometown.workbench.verdict.VerdictDesk]. It ranks for everybody once and gives a
/// [app.hometown.workbench.verdict.VerdictRun], from which every comparison, slice and simulation follows without
/// ranking
/// again, user by user. [app.hometown.workbench.verdict.Findings] are the figures that come of it, without the users:
/// what
/// is printed, drawn, kept in a file and held against another evaluation.
@NullMarked
package app.hometown.workbench.verdict;

import org.jspecify.annotations.NullMarked;
