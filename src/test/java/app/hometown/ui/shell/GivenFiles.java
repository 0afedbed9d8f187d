// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import app.hometown.ui.fx.FileChoices;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Answers what a test has prepared instead of asking a person; unless it has, the person thought better of it.
final class GivenFiles implements FileChoices {
    Optional<Path> folder = Optional.empty();
    Optional<Path> opened = Optional.empty();

    /// Where to, for the name that is proposed.
    Function<String, Optional<Path>> saved = name -> Optional.empty();

    void saveTo(Path file) {
        saved = name -> Optional.of(file);
    }

    /// Whatever is saved gets the name that is proposed for it.
    void saveInto(Path there) {
        saved = name -> Optional.of(there.resolve(name));
    }

    @Override
    public Optional<Path> folder(String title, Path start) {
        return folder;
    }

    @Override
    public Optional<Path> open(String title, String ending) {
        return opened;
    }

    @Override
    public Optional<Path> save(String title, String name) {
        return saved.apply(name);
    }
}
