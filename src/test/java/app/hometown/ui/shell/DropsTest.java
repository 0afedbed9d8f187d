// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropsTest {
    @TempDir
    Path folder;

    @Test
    void aFolderMeansItselfAndAParquetFileTheFolderItLiesIn() throws IOException {
        Path users = Files.createFile(folder.resolve("users.PARQUET"));
        Path other = Files.createFile(folder.resolve("notes.txt"));
        assertThat(Drops.folder(folder)).contains(folder);
        assertThat(Drops.folder(users)).contains(folder);
        assertThat(Drops.folder(other)).isEmpty();
    }
}
