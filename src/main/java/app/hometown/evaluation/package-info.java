// SPDX-License-Identifier: GPL-3.0-or-later
/// Ranking metrics and the comparison of rankers over all users.
///
/// Start with [app.hometown.evaluation.Evaluation].
@NullMarked
package app.hometown.evaluation;

import org.jspecify.annotations.NullMarked;
