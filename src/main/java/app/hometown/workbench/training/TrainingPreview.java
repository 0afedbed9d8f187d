// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.training;

import app.hometown.learning.checks.DataCheck;
import java.util.List;

/// What can be said before a training starts.
///
/// @param fileRows samples of the training file
/// @param rows how many of them are used
/// @param trainRows how many to train on; 0 when they cannot be divided
/// @param testRows how many to test on
/// @param checks what was found, worst first
/// @param memory what it will take
public record TrainingPreview(
        int fileRows, int rows, int trainRows, int testRows, List<DataCheck> checks, MemoryForecast memory) {
    public TrainingPreview {
        checks = List.copyOf(checks);
    }

    /// Whether training is possible.
    public boolean possible() {
        return checks.stream().noneMatch(check -> check.severity() == DataCheck.Severity.STOPS);
    }
}
