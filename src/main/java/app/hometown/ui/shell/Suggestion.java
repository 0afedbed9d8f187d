// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

/// Something that the search found.
///
/// @param kind what it is
/// @param index row of the user or stream, code of the city
/// @param text its id or name
/// @param detail what else helps to tell it: the city of a user, the counts of a city
record Suggestion(Kind kind, int index, String text, String detail) {
    /// What can be found, in the order in which equally good finds are shown.
    enum Kind {
        CITY,
        USER,
        STREAM
    }
}
