// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.cli;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Workbench;
import app.hometown.workbench.verdict.Findings;
import java.nio.file.Path;
import java.util.List;

/// Where no face may be opened: whatever is asked for fails the test.
class NoFaces implements Faces {
    @Override
    public void explore(Folders folders, Scoring scoring, List<Path> files) {
        throw new AssertionError("no window was asked for");
    }

    @Override
    public Shown exploreUntilShown(Folders folders, Scoring scoring) {
        throw new AssertionError("no window was asked for");
    }

    @Override
    public void snapshot(Folders folders, Scoring scoring, Picture picture) {
        throw new AssertionError("no picture was asked for");
    }

    @Override
    public void report(Workbench workbench, Path file) {
        throw new AssertionError("no report was asked for");
    }

    @Override
    public void verdict(Findings findings, Path file) {
        throw new AssertionError("no report was asked for");
    }

    @Override
    public List<MapCase> measureMap(Catalog catalog, Progress progress) {
        throw new AssertionError("no map was asked for");
    }

    @Override
    public Serving serve(Workbench workbench, Wishes wishes) {
        throw new AssertionError("no endpoint was asked for");
    }
}
