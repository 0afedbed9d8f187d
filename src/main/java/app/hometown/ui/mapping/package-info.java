// SPDX-License-Identifier: GPL-3.0-or-later
/// Other programs' files on their way in: which file is what, which column is which, what comes of the first rows.
///
/// Start with [app.hometown.ui.mapping.MappingDialog]; its state is [app.hometown.ui.mapping.MappingModel].
@NullMarked
package app.hometown.ui.mapping;

import org.jspecify.annotations.NullMarked;
