// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

/// One request in one tree: best first, until the best bound that is left is below the k-th score.
interface Search {
    /// Offers what is within a radius and could enter.
    ///
    /// @param radiusKm positive infinity for the whole world
    void within(double radiusKm);

    /// What it took so far.
    Hits.Work work();
}
