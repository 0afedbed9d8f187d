// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

/// How many values lie in a range.
///
/// @param from the least that counts
/// @param to what is too large, but in the last bin, which holds its end
/// @param count how many
public record Bin(double from, double to, long count) {}
