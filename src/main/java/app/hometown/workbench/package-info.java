// SPDX-License-Identifier: GPL-3.0-or-later
/// The program without a face: what is open, the active model, jobs with progress and cancel, settings.
///
/// Start with [app.hometown.workbench.Workbench].
@NullMarked
package app.hometown.workbench;

import org.jspecify.annotations.NullMarked;
