// SPDX-License-Identifier: GPL-3.0-or-later
/// How long the packaged program takes to start: begin with [app.hometown.start.StartBenchmark].
@NullMarked
package app.hometown.start;

import org.jspecify.annotations.NullMarked;
