// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

/// How good a model is after a step of its fitting.
///
/// @param step steps taken: Newton steps, or trees
/// @param train mean log-loss of the rows fitted to
/// @param heldOut mean log-loss of rows that were not fitted to; not a number where there are none
public record LossPoint(int step, double train, double heldOut) {}
