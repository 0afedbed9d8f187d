// SPDX-License-Identifier: GPL-3.0-or-later
/// Training as window and command line do it: checks, forecast, fitting, results, and a model that waits to be
/// accepted.
///
/// Start with [app.hometown.workbench.training.TrainingDesk].
@NullMarked
package app.hometown.workbench.training;

import org.jspecify.annotations.NullMarked;
