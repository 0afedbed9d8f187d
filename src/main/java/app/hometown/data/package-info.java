// SPDX-License-Identifier: GPL-3.0-or-later
/// Parquet in and out, the load report, categories, the synthetic generator, exports.
///
/// Start with [app.hometown.data.DataFolder].
@NullMarked
package app.hometown.data;

import org.jspecify.annotations.NullMarked;
