// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

/// What points are coloured by.
public enum Hue {
    /// Users in one colour, streams in another.
    NONE(false, false, true),
    LANGUAGE(true, true, false),
    CITY(true, true, false),
    CATEGORY(false, true, false),
    PARTNERED(false, true, false),
    LIVE(false, true, false),
    QUALITY(false, true, true),
    VIEWERS(false, true, true),
    VIEWERS_NOW(false, true, true);

    private final boolean users;
    private final boolean streams;
    private final boolean numbers;

    Hue(boolean users, boolean streams, boolean numbers) {
        this.users = users;
        this.streams = streams;
        this.numbers = numbers;
    }

    /// Whether rows of a kind have it; the others keep their one colour.
    public boolean has(Kind kind) {
        return kind == Kind.USERS ? users : streams;
    }

    /// Whether a row's class may change while streams do.
    public boolean changes() {
        return this == LIVE || this == VIEWERS || this == VIEWERS_NOW;
    }

    /// Whether its classes are ranges of numbers, from small to large, and not words.
    public boolean numbers() {
        return numbers;
    }
}
