// SPDX-License-Identifier: GPL-3.0-or-later
/// Comparing rankers without a face: which rankers there are, their rankings of one user side by side, how much two of
/// them differ over all users, blind votes, and the file that brings a comparison back.
///
/// Start with [app.hometown.workbench.compare.Lineup]. What a ranker is before anything is open says a
/// [app.hometown.workbench.compare.RankerDefinition]; what it is with open data and model, a
/// [app.hometown.workbench.compare.ResolvedRanker].
@NullMarked
package app.hometown.workbench.compare;

import org.jspecify.annotations.NullMarked;
