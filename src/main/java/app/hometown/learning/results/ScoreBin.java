// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

/// How many rows of either kind have a probability of a range.
///
/// @param from least probability, included
/// @param to greatest, not included but in the last bin, which ends at 1
/// @param clicked rows that were clicked
/// @param notClicked rows that were not
public record ScoreBin(double from, double to, int clicked, int notClicked) {}
