// SPDX-License-Identifier: GPL-3.0-or-later
/// The model files of the models folder: which there are, which is active, and what one can do with them.
///
/// Start with [app.hometown.workbench.models.ModelLibrary].
@NullMarked
package app.hometown.workbench.models;

import org.jspecify.annotations.NullMarked;
