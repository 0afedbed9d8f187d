// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.online;

import java.time.Instant;

/// Why a server gives no tiles for a while; the offline map shows meanwhile.
///
/// @param kind what happened
/// @param detail the status, or what the network said; for people
/// @param until when the server is asked again
public record Trouble(Kind kind, String detail, Instant until) {
    /// What can happen.
    public enum Kind {
        /// The server does not want us: 401, 403 and other answers of that kind.
        REFUSED,
        /// 429: too many requests.
        TOO_MANY,
        /// The server has a problem: 5xx.
        SERVER,
        /// There is no network, or no such server, or it does not answer in time.
        UNREACHABLE,
        /// What came is no picture of a tile.
        NOT_A_PICTURE
    }
}
