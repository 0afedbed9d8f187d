// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.domain.Catalog;

/// What rows are rows of.
public enum Kind {
    USERS,
    STREAMS;

    /// How many rows a catalog has of it.
    public int size(Catalog catalog) {
        return this == USERS ? catalog.users().size() : catalog.streams().size();
    }

    /// The identifier of a row.
    public String id(Catalog catalog, int row) {
        return this == USERS
                ? catalog.users().ids().get(row)
                : catalog.streams().ids().get(row);
    }

    /// Degrees north of a row.
    public double latitude(Catalog catalog, int row) {
        return this == USERS ? catalog.users().latitude(row) : catalog.streams().latitude(row);
    }

    /// Degrees east of a row.
    public double longitude(Catalog catalog, int row) {
        return this == USERS
                ? catalog.users().longitude(row)
                : catalog.streams().longitude(row);
    }
}
