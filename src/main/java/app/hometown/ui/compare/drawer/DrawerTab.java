// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.compare.drawer;

import app.hometown.ui.fx.Texts;
import java.util.Locale;
import java.util.stream.Stream;

/// What the drawer can show.
public enum DrawerTab {
    /// What the chosen stream's score is made of.
    WHY(true, "F2"),
    /// Why it stands above another, or below.
    GAP(true, "F3"),
    /// What it would take to move it.
    TIPPING(true, "F4"),
    /// What if the numbers of the score were others.
    SCORING(false, "F6"),
    /// What if the picked user were another.
    USER(false, "F7");

    private final boolean aboutStream;
    private final String shortcut;

    DrawerTab(boolean aboutStream, String shortcut) {
        this.aboutStream = aboutStream;
        this.shortcut = shortcut;
    }

    /// Whether it has nothing to show while no stream is chosen.
    boolean aboutStream() {
        return aboutStream;
    }

    /// The tab of a key; the first for anything unknown.
    static DrawerTab of(String key) {
        return Stream.of(values())
                .filter(tab -> tab.key().equals(key))
                .findFirst()
                .orElse(WHY);
    }

    /// Its name in the settings, texts and ids.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The keys that show it.
    public String shortcut() {
        return shortcut;
    }

    /// The key of the text of the action that shows it.
    public String action() {
        return "action.drawer." + key();
    }

    /// The name of its tab.
    String label() {
        return Texts.text("drawer." + key());
    }
}
