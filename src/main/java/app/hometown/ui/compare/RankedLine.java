// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare;

import app.hometown.ranking.Ranking;

/// One line of a list.
///
/// @param entry the stream in its ranking
/// @param city where it broadcasts from
/// @param movement how it moves between the lists
public record RankedLine(Ranking.Entry entry, String city, Movement movement) {}
