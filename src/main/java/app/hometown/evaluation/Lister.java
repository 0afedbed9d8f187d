// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.evaluation;

import app.hometown.ranking.Viewer;
import java.util.Optional;
import java.util.OptionalDouble;

/// A ranker as evaluation sees it: somebody who makes lists for users. Safe to use from any thread.
public interface Lister {
    /// What it is called; different from the others of a trial.
    String name();

    /// The lists of all lengths for a user.
    ///
    /// @param row the user's row in the catalog
    /// @param viewer the same user
    /// @param most the length of the longest, at least 1
    NestedLists lists(int row, Viewer viewer, int most);

    /// Some streams in the order in which the ranker would show them, those beyond a radius left out; empty for rankers
    /// that cannot tell.
    ///
    /// @param rows rows of live streams, each once; not changed
    /// @param radiusKm empty means the whole world
    Optional<int[]> ordered(int row, Viewer viewer, int[] rows, OptionalDouble radiusKm);
}
