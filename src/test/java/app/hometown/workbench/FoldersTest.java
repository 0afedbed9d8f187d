// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.hometown.workbench.Folders.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    Path machine;

    @Test
    void whatIsGivenComesFirst() {
        Folders folders = Folders.find(Optional.of(Path.of("my-data")), Optional.of(Path.of("my-models")), system());
        assertThat(folders.data()).isEqualTo(Path.of("my-data"));
        assertThat(folders.model()).isEqualTo(Path.of("my-models", "hometown_model.json"));
    }

    @Test
    void theWorkingFolderComesNext() throws IOException {
        Path data = Files.createDirectories(machine.resolve("work/data"));
        Folders folders = Folders.find(Optional.empty(), Optional.empty(), system());
        assertThat(folders.data()).isEqualTo(data);
        assertThat(folders.models()).isEqualTo(machine.resolve("share/models"));
    }

    @Test
    void theUsersFolderIsFilledOnceWithWhatComesWithTheProgram() throws IOException {
        Folders folders = Folders.find(Optional.empty(), Optional.empty(), system());
        assertThat(folders.data()).isEqualTo(machine.resolve("share/data"));
        assertThat(folders.data().resolve("users.parquet")).isNotEmptyFile();
        assertThat(folders.data().resolve("streams.parquet")).isNotEmptyFile();
        assertThat(folders.data().resolve("hometown_train.parquet")).isNotEmptyFile();
        assertThat(folders.model()).isNotEmptyFile();

        Files.delete(folders.model());
        assertThat(Folders.find(Optional.empty(), Optional.empty(), system()).model())
                .as("a model that the user removed stays removed")
                .doesNotExist();
    }

    @Test
    void placesFollowTheSystem() {
        Path home = Path.of("home");
        Path absolute = machine.toAbsolutePath();
        assertThat(UserFolders.of("Linux", home, Map.of(), Path.of("")).data())
                .isEqualTo(home.resolve(".local/share/hometown"));
        assertThat(UserFolders.of("Linux", home, Map.of("XDG_DATA_HOME", absolute.toString()), Path.of(""))
                        .data())
                .isEqualTo(absolute.resolve("hometown"));
        assertThat(UserFolders.of("Linux", home, Map.of("XDG_DATA_HOME", "relative"), Path.of(""))
                        .data())
                .isEqualTo(home.resolve(".local/share/hometown"));
        assertThat(UserFolders.of("Mac OS X", home, Map.of(), Path.of("")).config())
                .isEqualTo(home.resolve("Library/Application Support/Hometown"));
        assertThat(UserFolders.of("Linux", home, Map.of("XDG_CACHE_HOME", absolute.toString()), Path.of(""))
                        .cache())
                .isEqualTo(absolute.resolve("hometown"));
        assertThat(UserFolders.of("Windows 11", home, Map.of("APPDATA", absolute.toString()), Path.of(""))
                        .config())
                .isEqualTo(absolute.resolve("Hometown"));
    }

    private UserFolders system() {
        return new UserFolders(
                machine.resolve("work"), machine.resolve("share"), machine.resolve("config"), machine.resolve("cache"));
    }
}
