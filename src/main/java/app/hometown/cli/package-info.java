// SPDX-License-Identifier: GPL-3.0-or-later
/// The commands.
///
/// Start with [app.hometown.cli.CommandLineInterface].
@NullMarked
package app.hometown.cli;

import org.jspecify.annotations.NullMarked;
