// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.mapping;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A line of a choice; nothing chosen is a choice like any other.
final class Choice<T> extends ListCell<T> {
    private final Function<@Nullable T, String> words;

    Choice(Function<@Nullable T, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty && item == null && getIndex() >= 0 && getListView() != null ? "" : words.apply(item));
    }
}
