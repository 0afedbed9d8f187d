// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import app.hometown.ui.fx.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// One value of a row; where there is none it says so.
final class RowCell extends TableCell<Integer, String> {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        boolean none = !empty && (text == null || text.isEmpty());
        pseudoClassStateChanged(MISSING, none);
        setText(empty ? null : none ? Texts.text("table.missing") : text);
        setAccessibleText(none ? Texts.text("table.missing.spoken") : null);
    }
}
