// SPDX-License-Identifier: GPL-3.0-or-later
/// Exploring users and streams without a face: filters by any column with counts of what is left, named selections,
/// colour and size classes, the simulated clock that puts streams on and off the air, and the history of what was
/// changed.
///
/// Start with [app.hometown.workbench.explore.Sieve], which finds and counts the rows that a
/// [app.hometown.workbench.explore.Filter] leaves. [app.hometown.workbench.explore.Facets] says which columns there
/// are.
@NullMarked
package app.hometown.workbench.explore;

import org.jspecify.annotations.NullMarked;
