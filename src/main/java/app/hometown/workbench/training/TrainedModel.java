// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.learning.ModelCard;
import app.hometown.learning.ModelFile;
import app.hometown.learning.TrainingResult;
import app.hometown.learning.checks.DataCheck;
import app.hometown.learning.results.ModelReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A model that was trained and is in nobody's use yet: it waits to be accepted, kept or forgotten.
///
/// @param request what was asked for
/// @param file what would be saved
/// @param result model, metrics and notes
/// @param report everything that is told of it
/// @param checks what was found in the samples beforehand
/// @param beforeAfter against the active model, where there is one
public record TrainedModel(
        TrainingRequest request,
        ModelFile file,
        TrainingResult result,
        ModelReport report,
        List<DataCheck> checks,
        Optional<BeforeAfter> beforeAfter) {
    public TrainedModel {
        checks = List.copyOf(checks);
    }

    /// The card of the file, which a model trained here always has.
    public ModelCard card() {
        return Objects.requireNonNull(file.card());
    }
}
