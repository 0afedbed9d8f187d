// SPDX-License-Identifier: GPL-3.0-or-later
/// The scorer over HTTP: routes, wire formats and limits, on Jetty.
///
/// Start with [app.hometown.server.Endpoint]. What arrives goes through a row of handlers, each with one thing to
/// refuse: [app.hometown.server.JettyServer] puts it together. What can be asked is a [app.hometown.server.Route]; what
/// is answered about a user stands in [app.hometown.server.RankingAnswer], and everything that goes wrong becomes a
/// [app.hometown.server.Problem]. `openapi.json` beside it says the same to other programs.
@NullMarked
package app.hometown.server;

import org.jspecify.annotations.NullMarked;
