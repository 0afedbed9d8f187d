// SPDX-License-Identifier: GPL-3.0-or-later
/// Training a click model and reading how good it is.
///
/// Start with [app.hometown.ui.training.TrainingPane].
@NullMarked
package app.hometown.ui.training;

import org.jspecify.annotations.NullMarked;
