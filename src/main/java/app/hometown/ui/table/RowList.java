// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;

/// Row numbers as a list for a table, replaced as a whole; four bytes a row, objects only for the rows on screen.
final class RowList extends ObservableListBase<Integer> {
    private int[] rows = new int[0];

    /// Shows other rows; the array belongs to the list from now on.
    void show(int[] other) {
        beginChange();
        List<Integer> removed = new Rows(rows);
        rows = other;
        nextReplace(0, rows.length, removed);
        endChange();
    }

    /// All of them; not to be changed.
    int[] all() {
        return rows;
    }

    /// Where a row stands, or -1. Looks at every one, without an object for each.
    int place(int row) {
        for (int place = 0; place < rows.length; place++) {
            if (rows[place] == row) {
                return place;
            }
        }
        return -1;
    }

    @Override
    public Integer get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }

    /// The rows before, for whoever listens, without boxing them all.
    private static final class Rows extends AbstractList<Integer> {
        private final int[] rows;

        Rows(int[] rows) {
            this.rows = rows;
        }

        @Override
        public Integer get(int index) {
            return rows[index];
        }

        @Override
        public int size() {
            return rows.length;
        }
    }
}
