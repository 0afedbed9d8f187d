// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsChangedIsThereAtTheNextStart() {
        Path file = folder.resolve("deep/settings.json");
        new SettingsFile(file).update(settings -> settings.withTheme(Settings.DARK)
                .withK(20)
                .withUser("user_7")
                .withRecentFolder("data")
                .withLayers(List.of("-users", "streams")));
        Settings read = new SettingsFile(file).get();
        assertThat(read.theme()).isEqualTo(Settings.DARK);
        assertThat(read.k()).isEqualTo(20);
        assertThat(read.user()).isEqualTo("user_7");
        assertThat(read.recentFolders()).containsExactly("data");
        assertThat(read.layers()).containsExactly("-users", "streams");
    }

    @Test
    void aFileOfAnOlderVersionKeepsWhatItSays() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), """
            {"theme": "dark", "k": 50, "user": null, "recent_folders": ["data"],
             "window": {"width": 1100.0, "height": 700.0, "maximized": false, "side_width": 400.0}}
            """);
        Settings read = new SettingsFile(file).get();
        assertThat(read.theme()).isEqualTo(Settings.DARK);
        assertThat(read.recentFolders()).containsExactly("data");
        assertThat(read.tiles()).isEqualTo(Settings.Tiles.OFF);
        assertThat(read.evaluating()).isEqualTo(Settings.Evaluating.FIRST);
    }

    @Test
    void aBrokenFileGivesTheFirstSettingsAndStaysUntilSomethingChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{ broken");
        SettingsFile settings = new SettingsFile(file);
        assertThat(settings.get()).isEqualTo(Settings.FIRST);
        assertThat(file).hasContent("{ broken");
        settings.update(now -> now.withK(50));
        assertThat(new SettingsFile(file).get().k()).isEqualTo(50);
    }

    @Test
    void theLatestFolderComesFirstOnceAndTheListIsBounded() {
        Settings settings = Settings.FIRST;
        for (int i = 0; i < 20; i++) {
            settings = settings.withRecentFolder("folder" + i);
        }
        settings = settings.withRecentFolder("folder15");
        assertThat(settings.recentFolders())
                .containsExactly(
                        "folder15", "folder19", "folder18", "folder17", "folder16", "folder14", "folder13", "folder12");
    }
}
