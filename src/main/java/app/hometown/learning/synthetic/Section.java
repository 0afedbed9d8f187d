// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

/// The parts of the data that are drawn independently. The order is part of the data.
enum Section {
    LEANINGS,
    USERS,
    STREAMS,
    PAIRS,
    CLICKS;

    /// Which of the equally good data sets of a seed is drawn. Chosen so that the first user of the default data lives
    /// where there is something to compare.
    private static final int EDITION = 25;

    /// The number of the section's sequence of random numbers.
    int sequence() {
        return EDITION * values().length + ordinal();
    }
}
