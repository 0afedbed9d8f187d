// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.learning.ModelFile;
import app.hometown.ranking.ClickModel;
import java.nio.file.Path;

/// A click model that was read from a file, once, so that an index knows it again.
///
/// @param file where it came from
/// @param description how it was made
/// @param model what predicts
public record OwnModel(Path file, ModelFile description, ClickModel model) {
    /// Reads a model file.
    ///
    /// @throws app.hometown.domain.InputException when it is missing or refused
    public static OwnModel read(Path file) {
        ModelFile description = ModelFile.read(file);
        return new OwnModel(file, description, description.model());
    }
}
