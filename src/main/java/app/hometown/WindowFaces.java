// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown;

import app.hometown.cli.Faces;
import app.hometown.domain.InputException;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;

/// The faces that JavaFX draws.
final class WindowFaces implements Faces {
    @Override
    public void explore(Folders folders, Scoring scoring) {
        throw new InputException("window", "missing", "Run a command.");
    }

    @Override
    public void snapshot(Folders folders, Scoring scoring, Picture picture) {
        throw new InputException("window", "missing", "Run a command.");
    }
}
