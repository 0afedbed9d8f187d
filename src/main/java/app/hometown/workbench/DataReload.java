// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.domain.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Opens a workbench's data anew when its files have changed. Looked at by size and time, because folders that are
/// mounted into containers tell of no changes. For one thread at a time.
public final class DataReload {
    private final Workbench workbench;
    private final Consumer<String> told;
    private Map<String, String> opened;
    private Map<String, String> seen;

    /// @param workbench with the data open as its files are now
    /// @param told gets a line for people whenever the data was opened anew, or could not be
    public DataReload(Workbench workbench, Consumer<String> told) {
        this.workbench = workbench;
        this.told = told;
        opened = files();
        seen = opened;
    }

    /// Looks once. Files that have changed are read when they are the same at two looks, so that they are not read
    /// while they are being written. What cannot be opened is told, and the data stays as it was.
    public void look() {
        Map<String, String> now = files();
        boolean still = now.equals(seen);
        seen = now;
        if (!still || now.equals(opened)) {
            return;
        }
        opened = now;
        try {
            Session session = workbench.open(workbench.folders().data()).await();
            told.accept(
                    "Opened anew: " + session.requireData().catalog().users().size() + " users, "
                            + session.requireData().catalog().streams().size() + " streams.");
        } catch (InputException e) {
            told.accept(e.getMessage() + " What was open before stays.");
        }
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Path folder = workbench.folders().data();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    files.put(file.getFileName().toString(), attributes.size() + " " + attributes.lastModifiedTime());
                }
            }
        } catch (IOException e) {
            // Between a delete and a rename there may be nothing to see; the next look will tell.
            files.put("", String.valueOf(e.getMessage()));
        }
        return files;
    }
}
