// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

/// A point of a ROC or precision-recall curve.
///
/// @param x false positive rate, or recall
/// @param y true positive rate, or precision
/// @param threshold a click is foretold where the probability is at least this; infinite where none is
public record CurvePoint(double x, double y, double threshold) {}
