// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the person for files and folders. An interface because the system's choosers need a display.
public interface FileChoices {
    /// An existing folder.
    ///
    /// @param title the chooser's title
    /// @param start where it opens
    /// @return empty when the person changed their mind
    Optional<Path> folder(String title, Path start);

    /// An existing file.
    ///
    /// @param title the chooser's title
    /// @param ending the kind of file offered, without the dot
    /// @return empty when the person changed their mind
    Optional<Path> open(String title, String ending);

    /// Existing files, one or several.
    ///
    /// @param title the chooser's title
    /// @param endings the kinds of file offered, without the dot
    /// @return none when the person changed their mind
    default List<Path> openAll(String title, List<String> endings) {
        return open(title, endings.getFirst()).map(List::of).orElse(List.of());
    }

    /// A file to write.
    ///
    /// @param title the chooser's title
    /// @param name the name it suggests; its ending is the kind of file offered
    /// @return empty when the person changed their mind
    Optional<Path> save(String title, String name);
}
