// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Catalog;
import app.hometown.domain.Samples;

/// A made-up data set.
///
/// @param catalog users and streams, with integer category ids and their names
/// @param train samples with features, labels and the probabilities behind the labels
public record Generated(Catalog catalog, Samples train) {}
