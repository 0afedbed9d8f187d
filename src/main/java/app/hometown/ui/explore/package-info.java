// SPDX-License-Identifier: GPL-3.0-or-later
/// Filters, selections, colours and the clock: what the map shows of the users and streams, and how.
///
/// Start with [app.hometown.ui.explore.ExploreModel], which holds the state, and
/// [app.hometown.ui.explore.FilterPane], which shows it.
@NullMarked
package app.hometown.ui.explore;

import org.jspecify.annotations.NullMarked;
