// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ranking.Ranking;

/// One line of a list.
///
/// @param entry the stream in its ranking
/// @param city where it broadcasts from
/// @param share its score as a share of the best score of the same list, 0..1; 0 where the best is not above zero.
///   Scores of different rankers are not comparable, such shares are within their list only
/// @param before how it moves from the list on the left to here
/// @param after how it moves from here to the list on the right
public record RankedLine(Ranking.Entry entry, String city, double share, Movement before, Movement after) {
    /// The movement that the line shows: from the list on the left, in the first list to the one on the right.
    public Movement movement() {
        return before.kind() == Movement.Kind.ALONE ? after : before;
    }
}
