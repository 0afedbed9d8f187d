// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.statistics.Interval;

/// Rows of like probability: how often the model says they are clicked, and how often they were.
///
/// @param from least probability of the bin
/// @param to greatest probability of the bin
/// @param count how many rows
/// @param clicked how many of them were clicked
/// @param foretold mean of their probabilities
/// @param observed part of them that was clicked, with its interval (Wilson)
public record CalibrationBin(double from, double to, int count, int clicked, double foretold, Interval observed) {}
