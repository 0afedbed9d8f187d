// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.explore;

import app.hometown.data.DataFolder;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import app.hometown.workbench.OpenData;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the samples of a data folder when somebody looks at them.
public final class SampleReading {
    private SampleReading() {}

    /// Whether a folder has training samples.
    public static boolean hasSamples(OpenData data) {
        return Files.isRegularFile(file(data));
    }

    /// Reads the training samples and joins them to the users and streams. About a second a million, and 150 bytes of
    /// memory a sample.
    ///
    /// @throws app.hometown.domain.InputException when they are missing or damaged
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static LinkedSamples read(OpenData data, Progress progress) {
        Samples samples = DataFolder.samples(file(data), progress).samples();
        return LinkedSamples.of(samples, data.catalog(), progress);
    }

    private static Path file(OpenData data) {
        return data.folder().resolve(DataFolder.TRAIN);
    }
}
