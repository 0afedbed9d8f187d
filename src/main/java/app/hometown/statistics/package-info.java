// SPDX-License-Identifier: GPL-3.0-or-later
/// What learning, evaluation and everything above them know about chance: intervals, tests, and random numbers that are
/// the same everywhere. Knows nothing of users, streams or models.
///
/// Start with [app.hometown.statistics.PairedDifference], which tells whether one of two is better on the same users.
@NullMarked
package app.hometown.statistics;

import org.jspecify.annotations.NullMarked;
