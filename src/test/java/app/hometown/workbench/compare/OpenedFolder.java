// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.compare;

import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.learning.ModelFile;
import app.hometown.learning.Training;
import app.hometown.learning.TrainingOptions;
import app.hometown.learning.synthetic.Generated;
import app.hometown.learning.synthetic.Generator;
import app.hometown.learning.synthetic.GeneratorOptions;
import app.hometown.ranking.Scoring;
import app.hometown.workbench.Folders;
import app.hometown.workbench.SettingsFile;
import app.hometown.workbench.Workbench;
import java.nio.file.Path;
import java.time.Instant;

/// A small data folder with a model, opened.
final class OpenedFolder {
    static final GeneratorOptions OPTIONS = new GeneratorOptions(60, 150, 3000, 7);

    private OpenedFolder() {}

    /// Writes data and a model under a folder and opens them.
    static Workbench open(Path folder) {
        Path data = folder.resolve("data");
        Workbench workbench = workbench(folder);
        workbench.write(OPTIONS, data).await();
        writeModel(folder.resolve("models").resolve(Folders.DEFAULT_MODEL), TrainingOptions.DEFAULT);
        Workbench again = workbench(folder);
        again.open(data).await();
        return again;
    }

    /// A workbench on the folder with nothing open.
    static Workbench workbench(Path folder) {
        Folders folders =
                new Folders(folder.resolve("data"), folder.resolve("models"), folder.resolve("settings.json"));
        return new Workbench(folders, new SettingsFile(folders.settings()), Scoring.DEFAULT, Runnable::run);
    }

    /// Trains a model on the folder's samples and writes it.
    static void writeModel(Path file, TrainingOptions options) {
        Generated generated = Generator.generate(OPTIONS, Progress.NONE);
        ModelFile.of(
                        Training.train(generated.train(), generated.catalog(), options, Progress.NONE),
                        "none",
                        Instant.EPOCH)
                .write(file);
    }

    /// The samples that the folder holds.
    static Samples samples() {
        return Generator.generate(OPTIONS, Progress.NONE).train();
    }
}
