// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.files.ProgramVersion;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Session;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What people who help want to know, as text to copy. In English whatever the window speaks, without names of users.
final class Diagnostics {
    private Diagnostics() {}

    /// The program, what it runs on, and what is open.
    static String of(Folders folders, Session session) {
        return system()
                + session.data()
                        .map(data -> String.format(
                                Locale.ROOT,
                                "%,d users, %,d streams from %s%n",
                                data.catalog().users().size(),
                                data.catalog().streams().size(),
                                data.folder()))
                        .orElse("no data open\n")
                + "click model: "
                + session.model().clickModel().map(model -> "active").orElse("none") + '\n'
                + "settings: " + folders.settings() + '\n';
    }

    /// The program and what it runs on.
    static String system() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "Hometown %s%nJava %s, JavaFX %s%n%s%n%d cores, memory %,d of %,d MB%n",
                ProgramVersion.get(),
                property("java.runtime.version"),
                property("javafx.runtime.version"),
                Stream.of("os.name", "os.version", "os.arch")
                        .map(Diagnostics::property)
                        .collect(Collectors.joining(" ")),
                runtime.availableProcessors(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /// Puts a text on the clipboard.
    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
