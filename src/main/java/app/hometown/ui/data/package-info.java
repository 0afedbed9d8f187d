// SPDX-License-Identifier: GPL-3.0-or-later
/// The open data: tables of users and streams, the load report, and the dialog that generates data.
///
/// Start with [app.hometown.ui.data.DataPane].
@NullMarked
package app.hometown.ui.data;

import org.jspecify.annotations.NullMarked;
