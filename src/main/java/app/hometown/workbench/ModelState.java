// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import app.hometown.learning.ModelFile;
import app.hometown.ranking.ClickModel;
import java.nio.file.Path;
import java.util.Optional;

/// Whether there is a click model to rank with.
public sealed interface ModelState {
    /// The model behind *ml*, if there is one.
    Optional<ClickModel> clickModel();

    /// A model is active.
    ///
    /// @param file where it came from
    /// @param model what predicts
    /// @param description how it was made and how good it was
    record Active(Path file, ClickModel model, ModelFile description) implements ModelState {
        @Override
        public Optional<ClickModel> clickModel() {
            return Optional.of(model);
        }
    }

    /// There is none, or the file was refused: *ml* does not rank.
    ///
    /// @param why what is the matter, a sentence
    /// @param remedy what to do about it, a sentence
    record Missing(String why, String remedy) implements ModelState {
        @Override
        public Optional<ClickModel> clickModel() {
            return Optional.empty();
        }
    }
}
