// SPDX-License-Identifier: GPL-3.0-or-later
/// Training, calibration, click models and model files.
///
/// Start with [app.hometown.learning.Training].
@NullMarked
package app.hometown.learning;

import org.jspecify.annotations.NullMarked;
