// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import javafx.beans.value.ObservableValueBase;
import javafx.scene.control.TableColumn;

/// What a row shows in a column, worked out when it is asked for: values may have changed since.
final class RowText extends ObservableValueBase<String> {
    private final TableColumn<Integer, String> column;
    private final int row;

    RowText(TableColumn<Integer, String> column, int row) {
        this.column = column;
        this.row = row;
    }

    @Override
    public String getValue() {
        return ((RowColumn) column.getUserData()).text().apply(row);
    }
}
