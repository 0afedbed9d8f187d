// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.mapping;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A line of a choice; nothing chosen is a choice like any other.
final class Choice<T> extends ListCell<T> {
    private final Words<T> words;

    /// What a choice is called.
    interface Words<T> {
        /// The name of a choice.
        ///
        /// @param item or null for nothing chosen
        String of(@Nullable T item);
    }

    Choice(Words<T> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        boolean filler = empty && item == null && getIndex() >= 0 && getListView() != null;
        setText(filler ? "" : words.of(item));
    }
}
