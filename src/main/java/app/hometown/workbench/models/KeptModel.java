// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.models;

import app.hometown.domain.InputException;
import app.hometown.learning.ModelFile;
import java.nio.file.Path;
import java.util.Optional;

/// A file of the models folder.
///
/// @param file where it is
/// @param name its file name without `.json`
/// @param description what it says; empty when it was refused
/// @param fault why it was refused, with what to do; "" when it was not
/// @param active whether it is the model behind *ml*
/// @param bytes its size
public record KeptModel(
        Path file, String name, Optional<ModelFile> description, String fault, boolean active, long bytes) {
    /// What it says.
    ///
    /// @throws InputException when it was refused
    public ModelFile require() {
        // The fault ends with a full stop, which the exception sets as well.
        return description.orElseThrow(
                () -> new InputException(file.toString(), fault.replaceFirst("\\.$", ""), "Or choose another model."));
    }
}
