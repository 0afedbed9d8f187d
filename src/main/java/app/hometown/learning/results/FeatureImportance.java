// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.results;

import app.hometown.domain.Feature;
import app.hometown.statistics.Interval;

/// How much worse a model becomes on the test rows when a feature's values are dealt out anew among the rows, so that
/// the feature no longer says anything about its row.
///
/// A feature whose information another one repeats loses little when it is shuffled alone.
///
/// @param feature the feature
/// @param aucDrop by how much the AUC falls, with its 95 % interval
/// @param lossRise by how much the log-loss rises, with its 95 % interval
public record FeatureImportance(Feature feature, Interval aucDrop, Interval lossRise) {}
