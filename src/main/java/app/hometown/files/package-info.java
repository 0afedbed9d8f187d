// SPDX-License-Identifier: GPL-3.0-or-later
/// What every room that touches the disk needs: files that are written whole or not at all, and JSON.
///
/// Start with [app.hometown.files.AtomicFile].
@NullMarked
package app.hometown.files;

import org.jspecify.annotations.NullMarked;
