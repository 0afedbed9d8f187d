// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;

/// What rows are rows of.
public enum Kind {
    USERS,
    STREAMS,
    /// Pairs of a user and a stream; they are not in a catalog but joined to it ([LinkedSamples]).
    SAMPLES;

    /// Whether it has places: users and streams, which the map shows.
    public boolean placed() {
        return this != SAMPLES;
    }

    private void requirePlaced() {
        if (!placed()) {
            throw new IllegalArgumentException("samples are not in a catalog");
        }
    }

    /// How many rows a catalog has of it.
    ///
    /// @throws IllegalArgumentException for samples, as with all that follows
    public int size(Catalog catalog) {
        requirePlaced();
        return this == USERS ? catalog.users().size() : catalog.streams().size();
    }

    /// The identifier of a row.
    public String id(Catalog catalog, int row) {
        requirePlaced();
        return this == USERS
                ? catalog.users().ids().get(row)
                : catalog.streams().ids().get(row);
    }

    /// Degrees north of a row.
    public double latitude(Catalog catalog, int row) {
        requirePlaced();
        return this == USERS ? catalog.users().latitude(row) : catalog.streams().latitude(row);
    }

    /// Degrees east of a row.
    public double longitude(Catalog catalog, int row) {
        requirePlaced();
        return this == USERS
                ? catalog.users().longitude(row)
                : catalog.streams().longitude(row);
    }
}
