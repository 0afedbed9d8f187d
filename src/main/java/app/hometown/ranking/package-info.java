// SPDX-License-Identifier: GPL-3.0-or-later
/// Scoring, breakdown, features, rankers and the exact top-k index; owns the [app.hometown.ranking.ClickModel]
/// interface.
///
/// Start with [app.hometown.ranking.Scorer], the formula, then [app.hometown.ranking.RankingIndex], which finds
/// the best.
@NullMarked
package app.hometown.ranking;

import org.jspecify.annotations.NullMarked;
