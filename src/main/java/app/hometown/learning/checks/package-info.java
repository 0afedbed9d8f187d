// SPDX-License-Identifier: GPL-3.0-or-later
/// What is wrong or worth knowing about samples before a model is trained on them.
///
/// Start with [app.hometown.learning.checks.DataChecks].
@NullMarked
package app.hometown.learning.checks;

import org.jspecify.annotations.NullMarked;
