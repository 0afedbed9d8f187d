// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.domain.InputException;
import app.hometown.files.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// The settings and the file that keeps them. Safe to use from any thread.
///
/// A file that cannot be read does not stop the program: it starts with the first settings and leaves the file alone
/// until something is changed. What a file of an older version does not say is as at a first start. Saving writes a few
/// hundred bytes; changes that come in a burst (a window being
/// resized) are the caller's to gather.
public final class SettingsFile {
    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

    private final Path file;
    private final boolean saves;
    private Settings settings;

    /// Reads the settings of a file, or the first ones.
    public SettingsFile(Path file) {
        this(file, true);
    }

    private SettingsFile(Path file, boolean saves) {
        this.file = file;
        this.saves = saves;
        this.settings = read(file);
    }

    /// Likewise, but never changes the file: changes hold until the program ends.
    public static SettingsFile unsaved(Path file) {
        return new SettingsFile(file, false);
    }

    /// The settings now.
    public synchronized Settings get() {
        return settings;
    }

    /// Changes the settings and saves them. A disk that refuses is logged: the change holds until the program ends.
    public synchronized void update(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings);
        if (changed.equals(settings)) {
            return;
        }
        settings = changed;
        if (!saves) {
            return;
        }
        try {
            Json.write(file, changed);
        } catch (InputException e) {
            LOG.log(System.Logger.Level.WARNING, "settings not saved: " + e.getMessage());
        }
    }

    private static Settings read(Path file) {
        if (!Files.exists(file)) {
            return Settings.FIRST;
        }
        try {
            return Json.read(file, Settings.class, Settings.FIRST);
        } catch (InputException e) {
            LOG.log(System.Logger.Level.WARNING, "settings not read: " + e.getMessage());
            return Settings.FIRST;
        }
    }
}
