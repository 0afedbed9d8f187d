// SPDX-License-Identifier: GPL-3.0-or-later
/// Two rankings side by side, what moved between them, and why a stream stands where it stands.
///
/// Start with [app.hometown.ui.compare.CompareModel], which holds the state, and [app.hometown.ui.compare.ComparePane],
/// which shows it.
@NullMarked
package app.hometown.ui.compare;

import org.jspecify.annotations.NullMarked;
