// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.questions;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.hometown.data.DataFolder;
import app.hometown.domain.Progress;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.Session;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.nio.file.Path;
import java.util.Optional;

/// Data that questions are asked of: the repository's own, and another program's where it is at hand.
public final class AskedData {
    /// The repository's data.
    public static final Path OWN = Path.of("data");

    /// Another program's.
    public static final Path REFERENCE = Path.of(System.getProperty("hometown.reference", "../shared/reference"));

    private AskedData() {}

    /// Everything in a folder; the test is left out where there is no such folder.
    public static Subject all(Path folder) {
        return Subject.all(
                open(folder),
                Optional.of(DataFolder.samples(folder.resolve(DataFolder.TRAIN), Progress.NONE)
                        .samples()));
    }

    /// A folder, ranked with the repository's model.
    public static Session open(Path folder) {
        assumeTrue(
                DataFolder.isPresent(folder),
                "no data in " + folder.toAbsolutePath().normalize());
        Folders folders =
                Folders.find(Optional.of(folder), Optional.of(Path.of("models")), Folders.UserFolders.ofThisMachine());
        Workbench workbench = new Workbench(
                folders, new SettingsFile(Path.of("target", "no-settings.json")), Scoring.DEFAULT, Runnable::run);
        return workbench.open(folder).await();
    }
}
