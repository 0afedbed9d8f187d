// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

/// The parts of the data that are drawn independently. The order is part of the data.
enum Section {
    LEANINGS,
    USERS,
    STREAMS,
    PAIRS,
    CLICKS
}
