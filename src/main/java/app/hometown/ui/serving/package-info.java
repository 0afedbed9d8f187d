// SPDX-License-Identifier: GPL-3.0-or-later
/// The Serve view: the scorer over HTTP, started and stopped by hand, with what comes and goes as it happens.
///
/// Start with [app.hometown.ui.serving.ServingModel], which knows no window, and
/// [app.hometown.ui.serving.ServingPane], which shows it.
@NullMarked
package app.hometown.ui.serving;

import org.jspecify.annotations.NullMarked;
