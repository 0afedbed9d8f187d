// SPDX-License-Identifier: GPL-3.0-or-later
/// A click model that is a sum of curves, one a feature: as explainable as a logistic regression, and free to bend.
///
/// Start with [app.hometown.learning.additive.AdditiveModel].
@NullMarked
package app.hometown.learning.additive;

import org.jspecify.annotations.NullMarked;
