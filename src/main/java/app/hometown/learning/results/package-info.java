// SPDX-License-Identifier: GPL-3.0-or-later
/// How good a trained model is, with intervals, and what it has learned: numbers only, drawn elsewhere.
///
/// Start with [app.hometown.learning.results.ModelReport], which holds all of it for one model.
/// [app.hometown.learning.results.ClickCurves] is everything that follows from probabilities and labels;
/// [app.hometown.learning.results.PairedComparison] tells whether one model is better than another.
@NullMarked
package app.hometown.learning.results;

import org.jspecify.annotations.NullMarked;
