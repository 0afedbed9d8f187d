// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.Texts;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Something one can do, in the menu and by its shortcut.
///
/// @param key its text's key
/// @param shortcut the keys, or null
/// @param action what it does
record Command(String key, @Nullable KeyCombination shortcut, Runnable action) {
    static Command of(String key, String shortcut, Runnable action) {
        return new Command(key, KeyCombination.valueOf(shortcut), action);
    }

    static Command of(String key, Runnable action) {
        return new Command(key, null, action);
    }

    /// What it is called.
    String text() {
        return Texts.text(key);
    }

    /// It as a line of the menu.
    MenuItem item() {
        MenuItem item = new MenuItem(text());
        item.setId(key.replace('.', '-'));
        if (shortcut != null) {
            item.setAccelerator(shortcut);
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
