// SPDX-License-Identifier: GPL-3.0-or-later
/// What every view stands on: the hop to the JavaFX thread, latest-wins work, texts, number formats, the theme.
///
/// Start with [app.hometown.ui.fx.Latest] and [app.hometown.ui.fx.Theme].
@NullMarked
package app.hometown.ui.fx;

import org.jspecify.annotations.NullMarked;
