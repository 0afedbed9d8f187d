// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.domain.Identifiers;

/// The order of stream ids, which breaks ties. Most data comes in the order of its ids; then rows are compared instead
/// of text. Immutable.
final class IdOrder {
    private final Identifiers ids;
    private final boolean rowsAscend;

    /// Looks whether rows are in the order of ids: one pass.
    IdOrder(Identifiers ids) {
        this.ids = ids;
        boolean ascend = true;
        for (int row = 1; row < ids.size() && ascend; row++) {
            ascend = ids.compare(row - 1, row) < 0;
        }
        rowsAscend = ascend;
    }

    /// Whether the id of a row comes before that of another.
    boolean before(int rowA, int rowB) {
        return rowsAscend ? rowA < rowB : ids.compare(rowA, rowB) < 0;
    }

    /// The row of the two whose id comes first.
    int first(int rowA, int rowB) {
        return before(rowB, rowA) ? rowB : rowA;
    }
}
